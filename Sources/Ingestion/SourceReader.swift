import Records

/// Reads one file: finds out what it is by its content, then lets the format that knows it give its records
/// to a sink.
package struct SourceReader {
  private let formats: [any ExportFormat]
  private let pieceLimit: Int

  /// - Parameter pieceLimit: most bytes that parsers get at once; tests set it to feed them byte by byte.
  package init(formats: [any ExportFormat] = AllFormats.list, pieceLimit: Int = .max) {
    self.formats = formats
    self.pieceLimit = pieceLimit
  }

  /// Reads `bytes` to their end and gives all that is found to `sink`, in the order of the file.
  ///
  /// A file that cannot be read is reported to the sink as a problem of severity `fileRefused`; if its format
  /// was recognised, `begin` was called before.
  /// - Throws: what the sink or the source of the bytes threw, nothing else.
  package func read(_ bytes: any ByteSource, hints: SourceHints, into sink: any RecordSink) throws {
    let output = RecordOutput(sink, file: SourceReader.fileName(hints.names))
    let reader = ByteReader(bytes, pieceLimit: pieceLimit)
    let head = try reader.peek()
    if let refused = SourceReader.refusal(head) {
      try output.problem(refused)
    } else {
      try readText(head, reader, hints, output)
    }
    try output.finish()
  }

  /// The format that a file is read with, and how sure it is; nil if none fits.
  package func recognise(_ probe: Probe) -> (format: any ExportFormat, score: Int)? {
    var best: (format: any ExportFormat, score: Int)?
    for format in formats {
      let score = format.score(probe)
      if score > best?.score ?? 0 { best = (format, score) }
    }
    return best
  }

  private func readText(
    _ head: Bytes, _ reader: ByteReader, _ hints: SourceHints, _ output: RecordOutput
  ) throws {
    let encoding: TextEncoding
    switch EncodingDetector.detect(head, isWhole: reader.hasPeekedAll) {
    case .unsure(let likeliest): return try output.problem(.unknownEncoding(likeliest: likeliest?.rawValue))
    case .certain(let found, let markLength):
      encoding = found
      reader.skip(markLength)
    }
    var probe = try SourceReader.probe(reader, encoding: encoding, names: hints.names)
    if !hints.mappings.isEmpty, let header = probe.table.rows.first {
      probe.mapping = hints.mappings[HeaderSketch.signature(header.cells)]
    }
    if probe.head.allSatisfy(ASCII.isBlank) { return try output.problem(.emptyFile()) }
    if let refusal = AllRefusals.refusal(probe) { return try output.problem(refusal.problem) }
    guard let format = recognise(probe)?.format else {
      return try output.problem(NearestFormat.problem(probe, formats))
    }
    let input = FormatInput(text: textSource(reader, encoding: encoding), probe: probe, hints: hints)
    try format.read(input, into: output)
  }

  /// What can be told of a file from the bytes that are peeked.
  package static func probe(_ reader: ByteReader, encoding: TextEncoding, names: [String]) throws -> Probe {
    let head = try reader.peek()
    let isWhole = reader.hasPeekedAll
    let text = textSource(ByteReader(MemorySource(Array(head))), encoding: encoding)
    var decoded: [UInt8] = []
    while let piece = try text.nextPiece() { decoded += piece.bytes }
    return Probe(head: decoded, isWhole: isWhole, encoding: encoding, names: names)
  }

  private static func refusal(_ head: Bytes) -> Problem? {
    head.isEmpty ? .emptyFile() : Refusal.binary(head)?.problem
  }

  /// The name that a user knows: a zip's name and `!/` stand before that of its member.
  static func fileName(_ names: [String]) -> String {
    guard let name = names.first else { return "" }
    guard names.count > 1, names[1].lowercased().withBytes({ $0.ends(with: ".zip") }) else { return name }
    return names[1] + "!/" + name
  }
}
