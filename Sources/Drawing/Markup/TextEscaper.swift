/// The only way for text to come out into a page.
///
/// Works on scalars, never on `Character`s: a quote followed by a combining mark is one `Character`, and an escaper
/// that compares those lets the quote through.
enum TextEscaper {
  /// Longest run of combining marks that is kept (UAX #15, Stream-Safe Text Format).
  static let longestMarkRun = 30

  /// Appends text so that it stays text, in an element as in a quoted attribute.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var marks = 0
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        marks = 0
        appendASCII(UInt8(truncatingIfNeeded: scalar.value), to: &bytes)
      } else if !isDropped(scalar) {
        marks = isMark(scalar) ? marks + 1 : 0
        if marks <= longestMarkRun { bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
      }
    }
  }

  private static func appendASCII(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
    case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"): bytes.append(byte)
    case 0..<0x20, 0x7F: break
    default: bytes.append(byte)
    }
  }

  /// Controls, overrides of writing direction, and code points that are no characters.
  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
