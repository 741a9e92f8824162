extension UzbekScript {
  /// The Cyrillic spelling of a Latin word as it stands in a text, with its capitals: `Oʻzbekcha` gives `Ўзбекча`.
  ///
  /// - Parameter word: Letters, `ʻ` (U+02BB), `ʼ` (U+02BC) and hyphens.
  package func cyrillic(written word: String) -> String {
    let units = Array(word.lowercased().utf16)
    let form = units.withUnsafeBufferPointer { String(decoding: cyrillic(fromLatin: $0), as: UTF16.self) }
    guard let first = word.unicodeScalars.first, first.properties.isUppercase else { return form }
    let isAllCapitals = units.count > 1 && !word.unicodeScalars.contains { $0.properties.isLowercase }
    return isAllCapitals ? form.uppercased() : form.prefix(1).uppercased() + form.dropFirst()
  }
}
