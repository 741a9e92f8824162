import Foundation
package import Ingestion
package import Records
package import TextAnalysis

/// What a filter prints of each line.
package enum FilterOutput: Sendable {
  case tag, language
}

/// Reads a stream line by line on all cores and prints one line of JSON each, in the order of the input. Keeps nothing.
package final class TextFilter {
  private let readers: [TextReader]
  private let output: FilterOutput
  private let unit: OffsetUnit
  private let kind: TextKind

  /// - Parameter kind: what plain lines are.
  package init(
    _ engine: TextEngine, output: FilterOutput, unit: OffsetUnit, kind: TextKind,
    cores: Int = Cores.available
  ) {
    self.readers = (0..<max(1, cores)).map { _ in engine.makeReader() }
    self.output = output
    self.unit = unit
    self.kind = kind
  }

  package func run(_ source: any ByteSource, write: ([UInt8]) throws -> Void) throws {
    let batches = LineBatches(source)
    var number = 1
    while let lines = try batches.next() {
      for part in process(lines, from: number) { try write(part) }
      number += lines.count
    }
  }

  /// One part of output a core.
  private func process(_ lines: [ArraySlice<UInt8>], from number: Int) -> [[UInt8]] {
    let share = (lines.count + readers.count - 1) / readers.count
    guard readers.count > 1, share > 4 else { return [render(lines[...], from: number, with: readers[0])] }
    let parts = Parts(count: readers.count)
    let work = Work(filter: self, lines: lines)
    DispatchQueue.concurrentPerform(iterations: readers.count) { index in
      let start = min(index * share, work.lines.count)
      let end = min(start + share, work.lines.count)
      parts.set(
        index, work.filter.render(work.lines[start..<end], from: number + start, with: work.filter.readers[index]))
    }
    return parts.all
  }

  private func render(_ lines: ArraySlice<ArraySlice<UInt8>>, from number: Int, with reader: TextReader) -> [UInt8] {
    var line = JSONLine()
    for (offset, bytes) in lines.enumerated() {
      let input = FilterInput(line: bytes, number: number + offset, kind: kind)
      let reading = input.text.withUnsafeBufferPointer { reader.read(utf8: $0, kind: input.kind) }
      switch output {
      case .tag: ReadingJSON.tag(reading, of: input, unit: unit, into: &line)
      case .language: ReadingJSON.language(reading, of: input, unit: unit, into: &line)
      }
    }
    return line.bytes
  }

  /// Each reader is used by one iteration only, and the lines are only read.
  private struct Work: @unchecked Sendable {
    let filter: TextFilter
    let lines: [ArraySlice<UInt8>]
  }

  private final class Parts: @unchecked Sendable {
    private let lock = NSLock()
    private var parts: [[UInt8]]

    init(count: Int) { parts = Array(repeating: [], count: count) }

    func set(_ index: Int, _ bytes: [UInt8]) { lock.withLock { parts[index] = bytes } }

    var all: [[UInt8]] { lock.withLock { parts } }
  }
}

/// Where filters read from.
package enum FilterSources {
  /// Files in the order given, or standard input when there are none.
  /// - Throws: `FileError` when a file cannot be opened.
  package static func open(_ files: [String]) throws -> [any ByteSource] {
    guard !files.isEmpty else { return [FileSource(descriptor: 0)] }
    return try files.map { try FileSource(path: $0) }
  }
}
