import Foundation
import Synchronization

/// Runs a command of this program in a process of its own, which takes the lock and opens keys in the caller's place.
package struct ChildCommand: Sendable {
  package struct Result: Sendable {
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

  /// Waits for the end without holding a thread.
  /// - Parameters:
  ///   - limit: bytes of output that are kept; a child that writes more is ended.
  ///   - progress: told each line of progress: done, of how many (0 = not known).
  /// - Throws: `WorkflowError` when it cannot be started.
  package func run(
    _ arguments: [String], limit: Int = 64 << 20, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> Result {
    let child = ChildProcess(executable, arguments, environment, limit: limit, progress: progress)
    return try await withCheckedThrowingContinuation { child.start($0) }
  }
}

/// One run of a child. Ends when the process has ended and both pipes are read to their end.
private final class ChildProcess: Sendable {
  private struct State {
    var output: [UInt8] = []
    var complaints: [UInt8] = []
    var line: [UInt8] = []
    var status: Int32?
    var openEnds = 3
    var continuation: CheckedContinuation<ChildCommand.Result, any Error>?
  }

  private let process = Process()
  private let out = Pipe()
  private let errors = Pipe()
  private let state = Mutex(State())
  private let limit: Int
  private let progress: @Sendable (Int, Int) -> Void

  init(
    _ executable: String, _ arguments: [String], _ environment: [String: String], limit: Int,
    progress: @escaping @Sendable (Int, Int) -> Void
  ) {
    self.limit = limit
    self.progress = progress
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = out
    process.standardError = errors
  }

  func start(_ continuation: CheckedContinuation<ChildCommand.Result, any Error>) {
    state.withLock { $0.continuation = continuation }
    out.fileHandleForReading.readabilityHandler = { self.take($0, self.keep) }
    errors.fileHandleForReading.readabilityHandler = { self.take($0, self.hear) }
    process.terminationHandler = { ended in
      self.state.withLock { $0.status = ended.terminationStatus }
      self.closeEnd()
    }
    do {
      try process.run()
    } catch {
      out.fileHandleForReading.readabilityHandler = nil
      errors.fileHandleForReading.readabilityHandler = nil
      process.terminationHandler = nil
      state.withLock { $0.continuation = nil }
      continuation.resume(throwing: WorkflowError("a process of its own could not be started"))
    }
  }

  private func take(_ handle: FileHandle, _ use: (Data) -> Void) {
    let data = handle.availableData
    guard data.isEmpty else { return use(data) }
    handle.readabilityHandler = nil
    closeEnd()
  }

  private func keep(_ data: Data) {
    let isTooMuch = state.withLock { state in
      guard state.output.count + data.count <= limit else { return true }
      state.output += data
      return false
    }
    if isTooMuch { process.terminate() }
  }

  /// Lines of progress are told on; the others are kept.
  private func hear(_ data: Data) {
    let steps: [(Int, Int)] = state.withLock { state in
      state.line += data
      var steps: [(Int, Int)] = []
      while let end = state.line.firstIndex(of: UInt8(ascii: "\n")) {
        let line = state.line[..<end]
        if let step = ProgressMark.read(line) {
          steps.append(step)
        } else if state.complaints.count + line.count < 65_536 {
          state.complaints += line + [UInt8(ascii: "\n")]
        }
        state.line.removeSubrange(...end)
      }
      return steps
    }
    for (done, all) in steps { progress(done, all) }
  }

  private func closeEnd() {
    let ended = state.withLock { state -> (CheckedContinuation<ChildCommand.Result, any Error>, ChildCommand.Result)? in
      state.openEnds -= 1
      guard state.openEnds == 0, let continuation = state.continuation else { return nil }
      state.continuation = nil
      let result = ChildCommand.Result(
        status: state.status ?? -1, output: state.output,
        complaints: String(decoding: state.complaints + state.line, as: UTF8.self))
      return (continuation, result)
    }
    if let ended { ended.0.resume(returning: ended.1) }
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
