import Ingestion
import Records

/// A field of an input line that says what people found the text to be, such as `"sentiment":"negative"`.
enum InputLabel {
  /// Nil for plain lines and for objects without the field; numbers and truth values as they are written.
  static func value(of line: ArraySlice<UInt8>, field: String) -> String? {
    guard line.first == UInt8(ascii: "{") else { return nil }
    let bytes = ByteReader(MemorySource(Array(line)))
    let reader = JSONRecordReader(textSource(bytes, encoding: .utf8), layout: .documents, allowsLines: false)
    guard case .record(let value, _, _)? = try? reader.next(), let member = value.member(field) else { return nil }
    return member.string ?? member.plainBytes.map { String(decoding: $0, as: UTF8.self) }
  }
}
