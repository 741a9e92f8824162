internal import Records

/// What one language's words tell about bounds between sentences that nobody marked.
///
/// `languages/<code>/words.tsv`: `penult|closes|opens|second TAB form or -ending TAB strength`, in tenths of the
/// log odds. `closes` is for the word before a bound, `penult` for the one before that, `opens` and `second` for the
/// two words behind it; `0` is any number. `length TAB words TAB strength`: how much likelier than chance a sentence
/// of so many words is. `prior TAB * TAB strength`: what a place between two words starts with.
package struct BoundWords: Sendable {
  /// Where a word stands beside a bound.
  enum Place: Int, CaseIterable {
    case penult, closes, opens, second

    init?(_ name: String) {
      switch name {
      case "penult": self = .penult
      case "closes": self = .closes
      case "opens": self = .opens
      case "second": self = .second
      default: return nil
      }
    }
  }

  /// Longer sentences are cut.
  static let longestSentence = 44
  /// Stands for numbers in the file.
  static let number = Array("0".utf16)
  private static let longestEnding = 4

  /// Log odds in tenths of a bound between two words about which nothing is known.
  private(set) var prior = -28
  /// By words of a sentence, in tenths of nats.
  private(set) var lengths: [Int] = BoundWords.usualLengths
  private var rows: [SIMD4<Int16>] = []
  private let words: StemTrie
  /// From the last letter on.
  private let endings: StemTrie

  /// What the file says of one form or ending, by place.
  private struct Strengths {
    var values = SIMD4<Int16>(repeating: 0)
    var isKnown = SIMDMask<SIMD4<Int16>>(repeating: false)

    mutating func set(_ place: Place, _ strength: Int16) {
      values[place.rawValue] = strength
      isKnown[place.rawValue] = true
    }

    /// With what another row says where this one says nothing.
    func filled(from other: SIMD4<Int16>?) -> SIMD4<Int16> {
      (other ?? SIMD4(repeating: 0)).replacing(with: values, where: isKnown)
    }
  }

  init(_ lines: DataLines, _ problems: inout [Problem]) {
    var found = Rows()
    lines.forEach { line in
      guard line.fields.count == 3, let strength = Int16(line.fields[2].word),
        found.add(line.fields[0].word, line.fields[1], strength)
      else {
        problems.append(
          lines.problem(
            "lexicon.word-role-line", line: line.number, found: "\(line.fields.count) columns",
            expected: "penult, closes, opens or second TAB form TAB strength"))
        return
      }
    }
    prior = found.prior ?? prior
    for (length, strength) in found.lengths where lengths.indices.contains(length) { lengths[length] = strength }
    var rows: [SIMD4<Int16>] = []
    let filled = BoundWords.filled(found.endings)
    endings = BoundWords.trie(filled, &rows)
    words = BoundWords.trie(BoundWords.filled(found.words, from: filled), &rows)
    self.rows = rows
  }

  /// Strengths by place, and whether the very form is listed; else its longest listed ending counts. Two letters at
  /// least are left to the stem.
  func strengths(of form: UnsafeBufferPointer<UInt16>) -> (strengths: SIMD4<Int16>, isListed: Bool) {
    var row: Int?
    words.forEachValue(ofWhole: form) { row = Int($0.atom) }
    if let row { return (rows[row], true) }
    var node = 0
    for index in 0..<max(0, min(Self.longestEnding, form.count - 2)) {
      node = endings.child(of: node, by: form[form.count - 1 - index])
      if node < 0 { break }
      if let value = endings.value(of: node) { row = Int(value.atom) }
    }
    return (row.map { rows[$0] } ?? SIMD4(repeating: 0), false)
  }

  private static let usualLengths = (0...longestSentence).map { length in
    switch length {
    case 0...2: -40
    case 3...5: -14
    case 6...8: -2
    case 9...20: 6
    case 21...28: 2
    case 29...36: -8
    default: -24
    }
  }
}

// MARK: - Reading

extension BoundWords {
  /// The file as it stands.
  private struct Rows {
    var words: [[UInt16]: Strengths] = [:]
    /// From the last letter on.
    var endings: [[UInt16]: Strengths] = [:]
    var lengths: [Int: Int] = [:]
    var prior: Int?

    /// False if the row is of no known kind.
    mutating func add(_ kind: String, _ field: ArraySlice<UInt8>, _ strength: Int16) -> Bool {
      let form = field.units
      if kind == "prior" {
        prior = Int(strength)
      } else if kind == "length", let length = Int(field.word) {
        lengths[length] = Int(strength)
      } else if let place = Place(kind), form.first == 0x2D, form.count > 1 {
        endings[form.dropFirst().reversed(), default: Strengths()].set(place, strength)
      } else if let place = Place(kind) {
        words[form, default: Strengths()].set(place, strength)
      } else {
        return false
      }
      return true
    }
  }

  /// Fills places that an ending says nothing of from the shorter endings in it.
  private static func filled(_ endings: [[UInt16]: Strengths]) -> [[UInt16]: SIMD4<Int16>] {
    var filled: [[UInt16]: SIMD4<Int16>] = [:]
    for (ending, strengths) in endings.sorted(by: { $0.key.count < $1.key.count }) {
      let shorter = (1..<max(1, ending.count)).reversed().lazy.compactMap { filled[Array(ending[..<$0])] }.first
      filled[ending] = strengths.filled(from: shorter)
    }
    return filled
  }

  /// Fills places that a word says nothing of from its endings.
  private static func filled(
    _ words: [[UInt16]: Strengths], from endings: [[UInt16]: SIMD4<Int16>]
  ) -> [[UInt16]: SIMD4<Int16>] {
    var filled: [[UInt16]: SIMD4<Int16>] = [:]
    for (word, strengths) in words {
      let letters = Array(word.reversed().prefix(max(0, min(longestEnding, word.count - 2))))
      let ending = (0...letters.count).reversed().lazy.compactMap { endings[Array(letters[..<$0])] }.first
      filled[word] = strengths.filled(from: ending)
    }
    return filled
  }

  private static func trie(_ filled: [[UInt16]: SIMD4<Int16>], _ rows: inout [SIMD4<Int16>]) -> StemTrie {
    var values: [(units: [UInt16], value: StemValue)] = []
    for (units, row) in filled {
      values.append((units: units, value: StemValue(atom: Int32(rows.count), node: 0)))
      rows.append(row)
    }
    return StemTrie(values)
  }
}
