import Records

/// A rule of `changes.tsv`: lemmas of one shape have this stem, from which suffixes start in this state.
final class ShapeRule: Sendable {
  let part: PartOfSpeech
  /// Letters that a lemma must end with, from the last one; each place lists what may stand there.
  let ending: [[UInt16]]
  /// What may stand before the ending: anything, nothing, or one of the listed prefixes.
  let before: Before
  let cut: Int
  let add: [UInt16]
  let state: String
  /// Later rules do not apply to a lemma of this shape.
  let stops: Bool

  enum Before: Sendable {
    case anything, nothing
    case prefix(Set<[UInt16]>)
  }

  init(
    part: PartOfSpeech, ending: [[UInt16]], before: Before, cut: Int, add: [UInt16], state: String, stops: Bool
  ) {
    self.part = part
    self.ending = ending
    self.before = before
    self.cut = cut
    self.add = add
    self.state = state
    self.stops = stops
  }

  func matches(_ lemma: [UInt16]) -> Bool {
    guard lemma.count >= ending.count, cut <= lemma.count else { return false }
    var last = lemma.count - 1
    for allowed in ending {
      if !allowed.isEmpty, !allowed.contains(lemma[last]) { return false }
      last -= 1
    }
    switch before {
    case .anything: return true
    case .nothing: return lemma.count == ending.count
    case .prefix(let known): return lemma.count == ending.count || known.contains(Array(lemma.dropLast(ending.count)))
    }
  }

  func stem(of lemma: [UInt16]) -> [UInt16] {
    Array(lemma.dropLast(cut)) + add
  }
}

/// `changes.tsv` of one language: which stems a lemma has.
struct ShapeTable {
  private var rules: [ShapeRule] = []
  private var rulesByPlace: [Place: [Int]] = [:]
  private var sets: [UInt16: [UInt16]] = [:]
  private var prefixes = Set<[UInt16]>()

  private struct Place: Hashable {
    let part: PartOfSpeech
    let last: UInt16
  }

  /// All states that rules name.
  var states: Set<String> { Set(rules.map(\.state)) }

  init(_ file: TableFile, problems: inout [Problem]) {
    for row in file.rows where !read(row) {
      problems.append(
        file.problem(
          "morphology.change", row, found: row.columns.joined(separator: " "),
          expected: "part of speech, ending, change (=, -2, -2+ш, +ш, !word), state, stop or nothing"))
    }
  }

  private mutating func read(_ row: TableRow) -> Bool {
    if row.column(0) == "@set", let name = row.column(1).utf16.first {
      sets[name] = Array(row.column(2).utf16)
      return true
    }
    if row.column(0) == "@prefixes" {
      prefixes = Set(row.column(1).pieces(by: 0x20).map { Array($0.utf16) })
      return true
    }
    guard (4...6).contains(row.columns.count) else { return false }
    var done = false
    for letter in row.columns[0].pieces(by: 0x2B) {
      guard let part = PartOfSpeech(letter: letter), let rule = rule(part, row) else { return false }
      add(rule)
      done = true
    }
    return done
  }

  private func rule(_ part: PartOfSpeech, _ row: TableRow) -> ShapeRule? {
    let before = before(row.columns[1].utf16.first)
    let pattern = Array(row.columns[1].utf16.drop { $0 == 0x5E || $0 == 0x7E })
    let ending = pattern.reversed().map { $0 == 0x2E ? [] : sets[$0] ?? [$0] }
    guard let (cut, add) = change(row.columns[2], lemmaLength: pattern.count), !pattern.isEmpty else { return nil }
    return ShapeRule(
      part: part, ending: ending, before: before, cut: cut, add: add, state: row.columns[3],
      stops: row.column(4) == "stop")
  }

  private func before(_ mark: UInt16?) -> ShapeRule.Before {
    switch mark {
    case 0x5E: .nothing
    case 0x7E: .prefix(prefixes)
    default: .anything
    }
  }

  /// Reads `=`, `-2`, `-2+ш`, `+ш` and `!word`.
  private func change(_ text: String, lemmaLength: Int) -> (cut: Int, add: [UInt16])? {
    let units = Array(text.utf16)
    switch units.first {
    case 0x3D: return (0, [])
    case 0x21: return (lemmaLength, Array(units.dropFirst()))
    case 0x2B: return (0, Array(units.dropFirst()))
    case 0x2D:
      let digits = units.dropFirst().prefix { (0x30...0x39).contains($0) }
      guard let cut = Int(String(decoding: digits, as: UTF16.self)) else { return nil }
      let rest = units.dropFirst(1 + digits.count)
      return rest.isEmpty || rest.first == 0x2B ? (cut, Array(rest.dropFirst())) : nil
    default: return nil
    }
  }

  private mutating func add(_ rule: ShapeRule) {
    let lasts = rule.ending.first ?? []
    for last in lasts.isEmpty ? [0] : lasts {
      rulesByPlace[Place(part: rule.part, last: last), default: []].append(rules.count)
    }
    rules.append(rule)
  }

  /// Stems of a lemma with their start states, and whether a rule closed the list.
  func stems(of word: EntryWord) -> (stems: [(units: [UInt16], state: String)], closed: Bool) {
    guard let last = word.units.last else { return ([], true) }
    let byLetter = rulesByPlace[Place(part: word.part, last: last)] ?? []
    let anyLetter = rulesByPlace[Place(part: word.part, last: 0)] ?? []
    var stems: [(units: [UInt16], state: String)] = []
    for index in anyLetter.isEmpty ? byLetter : (byLetter + anyLetter).sorted() {
      guard rules[index].matches(word.units) else { continue }
      stems.append((rules[index].stem(of: word.units), rules[index].state))
      if rules[index].stops { return (stems, true) }
    }
    return (stems, false)
  }
}
