/// Words of a page in another script, made from those of the first one, so that there is one file to keep.
struct ScriptChange {
  /// Changes one word.
  let word: (String) -> String

  /// - Parameters:
  ///   - texts: Texts by key and plural form.
  ///   - english: The English texts. A word that also stands in the English text of its key is a name (`YouTube`,
  ///     `known`) and stays as it is.
  func texts(
    _ texts: [String: [String: String]], english: [String: [String: String]]
  ) -> [String: [String: String]] {
    texts.reduce(into: [:]) { result, item in
      let names = english[item.key, default: [:]].values.reduce(into: Set<String>()) {
        $0.formUnion(Self.pieces(of: $1))
      }
      result[item.key] = item.value.mapValues { text in
        Self.pieces(of: text).map { names.contains($0) || !Self.isWord($0) ? $0 : word($0) }.joined()
      }
    }
  }

  /// Words, places in braces, and what stands between them.
  static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var current = String.UnicodeScalarView()
    var kind = Kind.other
    for scalar in text.unicodeScalars {
      let next = kind.after(scalar)
      if next != kind {
        if !current.isEmpty { pieces.append(String(current)) }
        current = String.UnicodeScalarView()
      }
      current.append(scalar)
      kind = next
    }
    if !current.isEmpty { pieces.append(String(current)) }
    return pieces
  }

  private static func isWord(_ piece: String) -> Bool {
    !piece.utf8.starts(with: "{".utf8) && piece.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  private enum Kind {
    case word, place, other

    /// The kind of piece that a character belongs to when the one before it was of this kind.
    func after(_ scalar: Unicode.Scalar) -> Kind {
      if scalar == "{" || (self == .place && scalar != "}") { return .place }
      let isLetter = scalar.properties.isAlphabetic || scalar == "-" || scalar == "_"
      return isLetter ? .word : .other
    }
  }
}
