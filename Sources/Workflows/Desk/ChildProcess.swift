import Dispatch
import Glibc
import Synchronization

/// One run of a child. Started by `posix_spawn` with signals as a terminal would give them; every
/// file of the parent closes itself in children.
final class ChildProcess: Sendable {
  private let id: pid_t
  private let out: Int32
  private let errors: Int32
  private let complaints = Mutex<[UInt8]>([])
  private static let longestComplaints = 65_536
  /// One start at a time: a child that began between the making of a pipe and its mark would hold the pipe open.
  private static let starting = Mutex(())

  /// - Throws: `WorkflowError` when it cannot be started.
  init(_ executable: String, _ arguments: [String], _ environment: [String: String]) throws {
    let words = environment.map { "\($0.key)=\($0.value)" }
    let begun = try Self.starting.withLock { _ in
      let ends = try [Self.pipe(), Self.pipe()]
      defer { for end in ends { close(end.write) } }
      let id = Self.spawn(executable, [executable] + arguments, words, ends.map(\.write))
      guard id > 0 else {
        for end in ends { close(end.read) }
        throw WorkflowError("a process of its own could not be started")
      }
      return (id: id, out: ends[0].read, errors: ends[1].read)
    }
    (id, out, errors) = begun
  }

  /// Reads both pipes to their end, then waits for the process.
  func finish(limit: Int, progress: @escaping @Sendable (Int, Int) -> Void) -> ChildCommand.Result {
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) { self.hear(progress) }
    var output: [UInt8] = []
    Self.read(out) { bytes in
      if output.count + bytes.count <= limit { output += bytes } else { kill(id, SIGTERM) }
    }
    group.wait()
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return ChildCommand.Result(
      status: signal == 0 ? status >> 8 & 0xFF : 128 + signal, output: output,
      complaints: complaints.withLock { String(decoding: $0, as: UTF8.self) })
  }

  /// Lines of progress are told on; the others are kept.
  private func hear(_ progress: (Int, Int) -> Void) {
    var line: [UInt8] = []
    Self.read(errors) { bytes in
      line += bytes
      while let end = line.firstIndex(of: UInt8(ascii: "\n")) {
        if let step = ProgressMark.read(line[..<end]) { progress(step.0, step.1) } else { keep(line[...end]) }
        line.removeSubrange(...end)
      }
      if line.count > Self.longestComplaints { line.removeAll() }
    }
    keep(line[...])
  }

  private func keep(_ bytes: ArraySlice<UInt8>) {
    complaints.withLock { kept in
      if kept.count + bytes.count <= Self.longestComplaints { kept += bytes }
    }
  }

  // MARK: System calls

  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw WorkflowError("no pipe to a process of its own could be made") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Gives what comes until the end, then closes.
  private static func read(_ file: Int32, _ use: (ArraySlice<UInt8>) -> Void) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      use(buffer[..<count])
    }
    close(file)
  }

  /// - Returns: the process, or 0.
  private static func spawn(
    _ executable: String, _ arguments: [String], _ environment: [String], _ ends: [Int32]
  ) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[0], 1)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The server ignores the signals that it waits for, and what is ignored would be ignored by the child too.
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var id: pid_t = 0
    let words = (arguments + environment).map { strdup($0) }
    defer { for word in words { free(word) } }
    let count = arguments.count
    let status = posix_spawn(
      &id, executable, &actions, &attributes, Array(words[..<count]) + [nil], Array(words[count...]) + [nil])
    return status == 0 ? id : 0
  }
}
