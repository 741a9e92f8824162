/// Repairs texts whose UTF-8 bytes were written as one letter each, as Instagram's downloads do
/// (`\u00d0\u009f` instead of `П`).
package enum Mojibake {
  /// The text that was meant, where that is certain: no letter lies above U+00FF, some lie above U+007F, and
  /// their numbers are the bytes of UTF-8. Anything else stays as it is.
  package static func repaired(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isPlain = true
    for scalar in text.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) else { return text }
      isPlain = isPlain && byte < 0x80
      bytes.append(byte)
    }
    return isPlain ? text : String(validating: bytes, as: UTF8.self) ?? text
  }
}
