import Foundation
package import Ingestion
package import Records

/// What one core makes of the lines that are given to it.
protocol LineWorker: AnyObject {
  /// Appends what becomes of a line to `output`.
  func read(_ line: TextLine, into output: inout FilterPart)
}

/// What became of some lines, in their order.
struct FilterPart: Sendable {
  var bytes: [UInt8] = []
  /// Lines that could not be used.
  var problems: [Problem] = []
}

/// Reads a stream line by line on all cores and prints what becomes of the lines, in the order of the input. Keeps nothing.
package final class LineFilter {
  private let crew: Crew<any LineWorker>

  init(
    cores: Int = Cores.available, _ makeWorker: () -> any LineWorker
  ) {
    crew = Crew(cores: cores, makeWorker)
  }

  /// - Parameters:
  ///   - write: takes the output piece by piece.
  ///   - complain: takes each line that could not be used, with its number.
  package func run(
    _ source: any ByteSource, write: ([UInt8]) throws -> Void, complain: (Problem) -> Void
  ) throws {
    let batches = LineBatches(source)
    while let lines = try batches.next() {
      let parts = crew.share(lines) { worker, lines in
        var part = FilterPart()
        for line in lines { worker.read(line, into: &part) }
        return part
      }
      for part in parts {
        try write(part.bytes)
        part.problems.forEach(complain)
      }
    }
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
