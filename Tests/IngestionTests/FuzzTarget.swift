import Ingestion
import Records

/// What fuzzers feed with bytes of any kind, one for each syntax. A run must end, and what must hold for any input is
/// checked; a fuzzer looks for input with which it does not.
///
/// `Scripts/fuzz` runs them with libFuzzer; the tests replay what lies in `Fixtures/fuzz/<name>/`.
enum FuzzTarget: String, CaseIterable, Sendable {
  case csv, json, text, archive, captions, formats

  /// Feeds one input and gives a summary, which the same input must give again, whatever the size of the pieces.
  func run(_ bytes: [UInt8], pieceLimit: Int = .max) throws -> String {
    switch self {
    case .csv: try FuzzTarget.csv(bytes, pieceLimit)
    case .json: try FuzzTarget.json(bytes, pieceLimit)
    case .text: try FuzzTarget.text(bytes, pieceLimit)
    case .archive: try FuzzTarget.archive(bytes, pieceLimit)
    case .captions: try FuzzTarget.read(bytes, pieceLimit, names: ["a.vtt"])
    case .formats: try FuzzTarget.read(bytes, pieceLimit, names: ["a"])
    }
  }

  /// The first byte chooses the delimiter and whether PHP wrote the table.
  private static func csv(_ bytes: [UInt8], _ pieceLimit: Int) throws -> String {
    let choice = bytes.first ?? 0
    let delimiters = Array(",;\t".utf8)
    let reader = ByteReader(MemorySource(Array(bytes.dropFirst())), pieceLimit: pieceLimit)
    let parser = CSVParser(
      textSource(reader, encoding: .utf8), delimiter: delimiters[Int(choice % 3)],
      hasBackslashQuotes: choice & 0x80 != 0)
    var digest = Digest()
    while true {
      switch try parser.advance() {
      case .end: return digest.description
      case .refused(let fault): digest.add("!\(fault.kind) \(fault.line):\(fault.column) \(fault.offset)")
      case .row:
        digest.add("\(parser.line)")
        for index in 0..<parser.count { digest.add(Array(parser[index]) + [0xFF]) }
      }
    }
  }

  /// The first byte chooses the layout.
  private static func json(_ bytes: [UInt8], _ pieceLimit: Int) throws -> String {
    let layout: JSONRecordReader.Layout = (bytes.first ?? 0) & 1 == 0 ? .documents : .members(["comments", "c"])
    let source = textSource(
      ByteReader(MemorySource(Array(bytes.dropFirst())), pieceLimit: pieceLimit), encoding: .utf8)
    let reader = JSONRecordReader(source, layout: layout)
    var digest = Digest()
    while let event = try reader.next() {
      switch event {
      case .documentBegan(let line): digest.add("{\(line)")
      case .documentEnded: digest.add("}")
      case .member(let name, let value): digest.add(name + (value.string ?? ""))
      case .record(let value, let line, let isDamaged):
        digest.add("\(line) \(isDamaged) \(value.hasLoneSurrogateInside)")
        for name in value.names {
          let member = value.member(name)
          digest.add("\(name) \(member?.string ?? "") \(member?.int ?? 0) \(member?.names.count ?? 0)")
        }
      case .fault(let fault, let isFinal): digest.add("!\(fault.kind) \(fault.line) \(isFinal)")
      }
    }
    return digest.description
  }

  /// All encodings decode all bytes to valid UTF-8.
  private static func text(_ bytes: [UInt8], _ pieceLimit: Int) throws -> String {
    var digest = Digest()
    digest.add("\(bytes.withUnsafeBytes { EncodingDetector.detect($0, isWhole: true) })")
    let pages = CyrillicPage.allCases.map(TextEncoding.cyrillic)
    for encoding in [.utf8, .utf16LittleEndian, .utf16BigEndian] + pages {
      let source = textSource(ByteReader(MemorySource(bytes), pieceLimit: pieceLimit), encoding: encoding)
      var output: [UInt8] = []
      while let piece = try source.nextPiece() { output += piece.bytes }
      guard String(validating: output, as: UTF8.self) != nil else { throw Broken(what: "no UTF-8 from \(encoding)") }
      guard !output.contains(0) else { throw Broken(what: "NUL from \(encoding)") }
      digest.add(output)
    }
    return digest.description
  }

  /// Limits are small, so that what goes beyond them is reached.
  private static func archive(_ bytes: [UInt8], _ pieceLimit: Int) throws -> String {
    var limits = ArchiveLimits()
    limits.entries = 50
    limits.entryBytes = 1 << 20
    limits.totalBytes = 2 << 20
    limits.ratioFrom = 64 << 10
    var digest = Digest()
    var total = 0
    try sourceFiles(MemorySource(bytes, pieceSize: pieceLimit), names: ["x.zip"], limits: limits) { file in
      let (name, source) = (file.names.dropLast().reversed().joined(separator: "/"), file.bytes)
      var entry = Digest()
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 16)
      defer { buffer.deallocate() }
      while true {
        let count = try source.read(into: buffer)
        if count == 0 { break }
        total += count
        entry.add(buffer[..<count])
      }
      // An entry that is broken off says only why: how far it came depends on what was read ahead.
      digest.add("\(name) \(entry)")
    } problem: { problem in
      digest.add(problem.code)
    }
    guard total <= limits.totalBytes + (64 << 10) else { throw Broken(what: "\(total) bytes unpacked") }
    return digest.description
  }

  private static func read(_ bytes: [UInt8], _ pieceLimit: Int, names: [String]) throws -> String {
    let sink = FuzzSink()
    let hints = SourceHints(names: names, receivedOn: Day(number: 20_762))
    try SourceReader(pieceLimit: pieceLimit).read(MemorySource(bytes), hints: hints, into: sink)
    guard sink.count > 0 else { throw Broken(what: "neither a record nor a problem") }
    return sink.digest.description
  }

  /// Something that must hold for any input does not.
  struct Broken: Error { var what: String }
}

/// A short number for a long output (FNV-1a).
struct Digest: CustomStringConvertible {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  var description: String { String(hash, radix: 16) }

  /// Adds bytes, of which it does not matter in how many pieces they come.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }

  /// Adds a whole value: what follows is another.
  mutating func add(_ text: String) { add(Array(text.utf8) + [0xFF]) }
}

/// Digests what a reader gives.
private final class FuzzSink: RecordSink {
  private(set) var digest = Digest()
  private(set) var count = 0

  private func add(_ text: String) {
    count += 1
    digest.add(text)
  }

  func begin(_ source: SourceDescription) { digest.add("\(source)") }
  func post(_ post: PostSighting) { add("\(post)") }
  func observation(_ observation: Observation) { add("\(observation)") }
  func comment(_ comment: RawComment) { add("\(comment)") }
  func transcript(_ head: TranscriptHead) { add("\(head)") }
  func cue(_ cue: Cue) { add("\(cue)") }
  func handFigure(_ figure: HandFigure) { add("\(figure)") }
  func talkCard(_ card: TalkCard) { add("\(card)") }
  func registerRow(_ row: RegisterRow) { add("\(row.kind) \(row.key) \(row.valueText)") }
  func problem(_ problem: Problem) { add("\(problem)") }
}
