import Ingestion
import Records

/// A line that a filter reads: plain text (then a comment, its id the line's number), or an object with `text` and, if it
/// likes, `id` and `kind` (`talk`, `comment`).
struct FilterInput {
  let id: String
  let kind: TextKind
  let text: [UInt8]

  /// - Parameter kind: what a plain line is.
  init(_ line: TextLine, kind: TextKind) {
    let bytes = line.unmarked
    if bytes.first == UInt8(ascii: "{"), let object = FilterInput(object: bytes, number: line.number, kind: kind) {
      self = object
    } else {
      self.init(id: String(line.number), kind: kind, text: Array(bytes))
    }
  }

  init(id: String, kind: TextKind, text: [UInt8]) {
    self.id = id
    self.kind = kind
    self.text = text
  }

  /// Nil when the line is no object with a text.
  private init?(object line: ArraySlice<UInt8>, number: Int, kind: TextKind) {
    let bytes = ByteReader(MemorySource(Array(line)))
    let reader = JSONRecordReader(textSource(bytes, encoding: .utf8), layout: .documents, allowsLines: false)
    guard case .record(let value, _, _)? = try? reader.next(), let text = value["text"]?.string else { return nil }
    let id = value["id"].flatMap { $0.string ?? $0.plainText }
    let stated = value["kind"]?.string.flatMap(TextKind.init(rawValue:))
    self.init(id: id ?? String(number), kind: stated ?? kind, text: Array(text.utf8))
  }
}

extension JSONValue {
  /// A number as it is written.
  fileprivate var plainText: String? { plainBytes.map { String(decoding: $0, as: UTF8.self) } }
}
