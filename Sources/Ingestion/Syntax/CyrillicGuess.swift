/// Tells one-byte Cyrillic encodings apart by how Cyrillic text looks: frequent letters often, capitals at
/// the start of words, no boxes. A wrong encoding turns letters into rare ones, into capitals inside words or
/// into symbols.
enum CyrillicGuess {
  /// Fewer bytes beyond ASCII than this tell nothing.
  private static let fewest = 8
  /// What the best encoding must have over the next, in bits a letter.
  private static let margin = 0.05

  static func verdict(_ head: Bytes) -> EncodingDetector.Verdict {
    let count = head.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) }
    let ranked = CyrillicPage.allCases.map { (page: $0, fit: fit(head, $0)) }
      .sorted { $0.fit.points > $1.fit.points }
    // Few letters must fit better: chance is larger with them.
    guard count >= fewest, let best = ranked.first, best.fit.caseless >= 0.05 + 3 / Double(count) else {
      return .unsure(likeliest: nil)
    }
    let next = ranked.dropFirst().first { !readsAlike($0.page, best.page, head) }
    if let next, best.fit.points - next.fit.points < margin { return .unsure(likeliest: best.page) }
    let alike = CyrillicPage.allCases.first { readsAlike($0, best.page, head) }
    return .certain(.cyrillic(alike ?? best.page), markLength: 0)
  }

  /// How well bytes fit an encoding, on average of those beyond ASCII.
  struct Fit {
    /// What encodings are compared by: capitals cost something, since texts have few.
    var points = -4.0
    /// The same as if there were no capitals, so that titles written in them alone are no worse than others.
    var caseless = -4.0
  }

  /// Points of a letter are log2 of how much more often Russian has it than chance; what does not belong there costs 4.
  static func fit(_ head: Bytes, _ page: CyrillicPage) -> Fit {
    let kinds = page.upperHalf.map(Kind.init)
    var sum = 0.0
    var count = 0
    var capitals = 0
    var previous = Kind.gap
    for byte in head {
      guard byte >= 0x80 else {
        previous = ASCII.isLetter(byte) ? .foreign : .gap
        continue
      }
      let kind = kinds[Int(byte - 0x80)]
      sum += kind.points(after: previous)
      count += 1
      if case .capital = kind { capitals += 1 }
      previous = kind
    }
    guard count > 0 else { return Fit() }
    let caseless = sum + Kind.capitalCost * Double(capitals)
    return Fit(points: sum / Double(count), caseless: caseless / Double(count))
  }

  /// Two encodings that give the same text for these bytes do not compete.
  private static func readsAlike(_ one: CyrillicPage, _ other: CyrillicPage, _ head: Bytes) -> Bool {
    let first = one.upperHalf
    let second = other.upperHalf
    return head.allSatisfy { $0 < 0x80 || first[Int($0 - 0x80)] == second[Int($0 - 0x80)] }
  }
}

private enum Kind {
  case small(Double), capital(Double)
  /// Punctuation that texts have.
  case mark
  /// Between words.
  case gap
  /// A Latin letter, or a sign that no text has.
  case foreign

  init(_ letter: Unicode.Scalar) {
    switch letter {
    case "\u{430}"..."\u{44F}": self = .small(Kind.weights[Int(letter.value) - 0x430])
    case "\u{410}"..."\u{42F}": self = .capital(Kind.weights[Int(letter.value) - 0x410])
    case "ё": self = .small(-3)
    case "Ё": self = .capital(-3)
    case "ў": self = .small(0)
    case "Ў": self = .capital(0)
    case "«", "»", "–", "—", "“", "”", "„", "’", "‘", "…", "№", "•", "·", "°", "©", "®", "™", "§", "\u{A0}":
      self = .mark
    default: self = .foreign
    }
  }

  func points(after previous: Kind) -> Double {
    switch (self, previous) {
    case (.foreign, _), (.gap, _): -4
    case (.mark, _): 0
    case (.small, .foreign): -4
    case (.small(let weight), _): weight
    case (.capital(let weight), .gap), (.capital(let weight), .mark), (.capital(let weight), .capital):
      weight - Kind.capitalCost
    case (.capital, _): -4
    }
  }

  static let capitalCost = 0.5

  /// For the 32 letters from а to я.
  private static let weights: [Double] = [
    1.4, -0.9, 0.6, -0.8, -0.0, 1.5, -1.7, -0.9, 1.3, -1.3, 0.2, 0.5,
    0.1, 1.1, 1.9, -0.1, 0.6, 0.9, 1.0, -0.2, -3.0, -1.6, -2.7, -1.1,
    -2.1, -3.0, -3.0, -0.7, -0.8, -3.0, -2.2, -0.6,
  ]
}
