import Foundation
import Glibc
import Workflows

/// Standard output and standard error.
enum Output {
  static func line(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

  static func complain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

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
    FileHandle.standardError.write(Data(("\r" + text + padding).utf8))
    width = text.count
  }

  func clear() {
    guard isShown, width > 0 else { return }
    FileHandle.standardError.write(Data(("\r" + String(repeating: " ", count: width) + "\r").utf8))
    width = 0
  }
}
