import Hummingbird
import HummingbirdCore

/// The fields of a small form.
struct FormFields: Sendable {
  private let pairs: [(name: String, value: String)]

  init(_ pairs: [(name: String, value: String)]) { self.pairs = pairs }

  static let longest = 64 << 10
  static let seconds: Int64 = 15

  /// The first value of a field without white space around it; nil when it is missing or empty.
  subscript(_ name: String) -> String? {
    guard let text = pairs.first(where: { $0.name == name })?.value else { return nil }
    let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    let rest = text.unicodeScalars.drop(while: isSpace)
    guard let last = rest.lastIndex(where: { !isSpace($0) }) else { return nil }
    return String(rest[...last])
  }

  func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  /// Reads a form as browsers send small ones.
  /// - Throws: `HTTPError` 415, 413 over 64 KiB, 408 when it comes too slowly.
  static func read(_ request: Request, clock: DeskClock) async throws -> FormFields {
    let type = request.headers[.contentType] ?? ""
    guard type.utf8.starts(with: "application/x-www-form-urlencoded".utf8) else {
      throw HTTPError(.unsupportedMediaType)
    }
    let begun = clock.steady()
    var bytes: [UInt8] = []
    for try await part in request.body {
      guard bytes.count + part.readableBytes <= longest else { throw HTTPError(.contentTooLarge) }
      guard clock.steady() - begun <= seconds else { throw HTTPError(.requestTimeout) }
      bytes.append(contentsOf: part.readableBytesView)
    }
    return FormFields(bytes.split(separator: UInt8(ascii: "&")).map(pair))
  }

  /// What a form that only asks for another view of a page put behind its address.
  init(question: String) {
    self.init(Array(question.utf8.prefix(Self.longest))[...].split(separator: UInt8(ascii: "&")).map(Self.pair))
  }

  private static func pair(_ bytes: ArraySlice<UInt8>) -> (name: String, value: String) {
    let end = bytes.firstIndex(of: UInt8(ascii: "=")) ?? bytes.endIndex
    return (decoded(bytes[..<end]), decoded(bytes[end...].dropFirst()))
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
