import TextAnalysis

/// A passphrase as it is hashed: the same on every keyboard and system (RFC 8265, OpaqueString: NFC, every space a space).
package enum PassphraseText {
  /// Code points that a passphrase has.
  package static let length = 12...128
  /// Code points that differ: `aaaaaaaaaaaa` is no passphrase.
  private static let varied = 5

  /// - Returns: UTF-8; nil when the text has more code points than a passphrase may have, or control characters.
  package static func prepared(_ text: String) -> [UInt8]? {
    let scalars = text.unicodeScalars
    guard scalars.prefix(length.upperBound + 1).count <= length.upperBound,
      scalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { return nil }
    let spaced = scalars.map { $0.properties.generalCategory == .spaceSeparator ? " " : $0 }
    let units = spaced.flatMap { Array(String($0).utf16) }
    return Array(String(decoding: Normalization.composed(units), as: UTF16.self).utf8)
  }

  /// Whether a new passphrase is long and varied enough.
  package static func isGood(_ text: String) -> Bool {
    guard let prepared = prepared(text) else { return false }
    let scalars = String(decoding: prepared, as: UTF8.self).unicodeScalars
    return scalars.count >= length.lowerBound && Set(scalars).count >= varied
  }
}
