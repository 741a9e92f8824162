extension JSONRecordReader {
  /// Reads to the end: gives each record with its line, and reports what is damaged or cannot be read.
  /// - Throws: what `body`, the output or the source of the text threw.
  func forEachRecord(_ output: RecordOutput, _ body: (_ record: JSONValue, _ line: Int) throws -> Void) throws {
    while let event = try next() {
      switch event {
      case .record(let record, let line, let isDamaged):
        if isDamaged { try output.problem(.damagedText(line: line)) }
        try body(record, line)
      case .fault(let fault, let isFinal): try output.problem(.json(fault, isFinal: isFinal))
      case .documentBegan, .member, .documentEnded: break
      }
    }
  }
}
