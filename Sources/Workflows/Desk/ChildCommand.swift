import Dispatch

/// Runs a command of this program in a process of its own, which takes the lock and opens keys in the caller's place.
package struct ChildCommand: Sendable {
  package struct Result: Sendable {
    /// Exit code; 128 and the signal's number when a signal ended it.
    package let status: Int32
    package let output: [UInt8]
    /// What it complained of, without lines of progress; at most 64 KiB.
    package let complaints: String
  }

  private let executable: String
  private let environment: [String: String]

  /// - Parameter environment: what the child gets besides its places; a short list of names is let through.
  package init(executable: String, places: Places, environment: [String: String]) {
    self.executable = executable
    var passed = environment.filter { ["PATH", "HOME", "USER", "LANG", "TZ", "MINBAR_NOW"].contains($0.key) }
    passed["MINBAR_HOME"] = places.home
    passed["MINBAR_KEYS"] = places.keys
    passed["MINBAR_LEXICONS"] = places.lexicons
    passed["MINBAR_REPORTS"] = places.reportFiles
    passed["MINBAR_PROGRESS"] = "lines"
    self.environment = passed
  }

  /// Waits for the end on threads of its own, so that none of the caller's is held.
  /// - Parameters:
  ///   - limit: bytes of output that are kept; a child that writes more is ended.
  ///   - progress: told each line of progress: done, of how many (0 = not known).
  /// - Throws: `WorkflowError` when it cannot be started.
  package func run(
    _ arguments: [String], limit: Int = 64 << 20, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(
          with: Swift.Result {
            let child = try ChildProcess(executable, arguments, environment)
            return child.finish(limit: limit, progress: progress)
          })
      }
    }
  }
}

/// A line that tells another process how far a command is: `progress 3 of 40`. Names nothing.
package enum ProgressMark {
  package static func line(_ done: Int, of all: Int) -> String { "progress \(done) of \(all)" }

  static func read(_ line: ArraySlice<UInt8>) -> (Int, Int)? {
    let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 4, words[0] == "progress", words[2] == "of", let done = Int(words[1]), let all = Int(words[3])
    else { return nil }
    return (done, all)
  }
}
