import Foundation
import Glibc
import Workflows

/// Standard output and standard error. `FileHandle.write` ends the program with a crash where the disk is full.
enum Output {
  /// When what was asked for cannot be written, the command ends with 1, and says so where it can.
  static func line(_ text: String) {
    guard let code = write(text + "\n", to: 1) else { return }
    complain("minbar: standard output: \(String(cString: strerror(code))); what was asked for is not printed")
    exit(1)
  }

  /// Nobody can be told that nobody can be told.
  static func complain(_ text: String) { write(text + "\n", to: 2) }

  /// - Returns: `errno` where not everything could be written.
  @discardableResult
  static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return errno }
      rest = rest.dropFirst(max(0, count))
    }
    return nil
  }

  /// Pretty JSON with sorted keys, so that two runs can be compared.
  static func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    line(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}

/// A line on a terminal that is written over; nothing in a pipe or file, unless the process that started this one asked
/// for marks it can count (`MINBAR_PROGRESS=lines`).
final class ProgressLine {
  private let isShown = isatty(2) == 1
  private let isMarked = ProcessInfo.processInfo.environment["MINBAR_PROGRESS"] == "lines"
  private var width = 0
  private var shown = 0

  /// - Parameters:
  ///   - done: steps that are done; without it, calls are counted.
  ///   - all: steps there are; 0 = not known.
  func show(_ text: String, done: Int? = nil, of all: Int = 0) {
    shown += 1
    if isMarked { Output.complain(ProgressMark.line(done ?? shown, of: all)) }
    guard isShown else { return }
    let padding = String(repeating: " ", count: max(0, width - text.count))
    Output.write("\r" + text + padding, to: 2)
    width = text.count
  }

  func clear() {
    guard isShown, width > 0 else { return }
    Output.write("\r" + String(repeating: " ", count: width) + "\r", to: 2)
    width = 0
  }
}
