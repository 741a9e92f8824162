import Records
import TextAnalysis

/// A text that people coded, with what the engine says of it now.
struct CodedItem: Sendable {
  let key: String
  let kind: TextKind
  /// Texts with the same words share it.
  let group: UInt64
  let weight: Double
  /// What each coder decided.
  var codings: [String: Coding]
  let found: EngineVerdict
  /// Kept only where a model is trained.
  let evidence: TextEvidence?
}

/// What the engine said of a text, in the codebook's terms.
struct EngineVerdict: Sendable {
  let language: LanguageTag
  let themes: [String: Stance]
  let sentiment: Sentiment?
  let response: Response?
  let alerts: Set<Alert>

  init(_ reading: TextReading) {
    language = reading.language
    themes = Dictionary(uniqueKeysWithValues: reading.themes.map { ($0.theme, $0.stance) })
    sentiment = reading.sentiment
    response = reading.response
    alerts = Set(reading.alerts)
  }

  /// Of one sentence of a longer text.
  init(_ reading: TextReading, sentence: SentenceReading) {
    language = sentence.language
    var stances: [String: [Stance]] = [:]
    for finding in reading.findings(of: sentence.range) {
      stances[finding.theme, default: []].append(finding.stance)
    }
    themes = stances.mapValues { list in
      let inFavour = list.count { $0 == .promotes }
      let against = list.count { $0 == .opposes }
      if inFavour == 0 && against == 0 { return .mentions }
      return against > inFavour ? .opposes : .promotes
    }
    sentiment = nil
    response = nil
    alerts = []
  }
}

/// What coders say together: of each question the answer that most of them gave. Where they are split, there is no answer.
struct CodedTruth: Sendable {
  let variety: String?
  let sentiment: Sentiment?
  let response: Response?
  /// Themes that were found, with their stance (nil when coders are split over it).
  private let themes: [String: Stance?]
  private let undecidedThemes: Set<String>
  let hasThemes: Bool
  private let alerts: Set<Alert>
  private let undecidedAlerts: Set<Alert>
  let hasAlerts: Bool

  /// Of each question the last word counts, where somebody said one, else what most said.
  init(_ codings: [String: Coding]) {
    let last = codings[CodingRound.lastWord]
    func answers<Answer>(_ answer: (Coding) -> Answer?) -> [Answer] {
      last.flatMap(answer).map { [$0] } ?? codings.values.compactMap(answer)
    }
    variety = CodedTruth.majority(answers(\.variety))
    sentiment = CodedTruth.majority(answers(\.sentiment))
    response = CodedTruth.majority(answers(\.response))
    let themeLists = answers(\.themes)
    hasThemes = !themeLists.isEmpty
    let names = themeLists.map { Set($0.map(\.theme)) }
    let (found, split) = CodedTruth.members(names)
    undecidedThemes = split
    themes = Dictionary(
      uniqueKeysWithValues: found.map { theme in
        (theme, CodedTruth.majority(themeLists.flatMap { $0 }.filter { $0.theme == theme }.map(\.stance)))
      })
    let alertLists = answers(\.alerts)
    hasAlerts = !alertLists.isEmpty
    (alerts, undecidedAlerts) = CodedTruth.members(alertLists.map(Set.init))
  }

  /// What coders say whose names do not matter.
  init(_ codings: some Collection<Coding>) {
    self.init(Dictionary(uniqueKeysWithValues: codings.enumerated().map { (String($0.offset), $0.element) }))
  }

  /// Whether the text carries a theme; nil when nobody knows.
  func carries(_ theme: String) -> Bool? {
    hasThemes && !undecidedThemes.contains(theme) ? themes[theme] != nil : nil
  }

  /// The stance of a theme that the text carries; nil when coders are split.
  func stance(_ theme: String) -> Stance? { themes[theme] ?? nil }

  func carries(_ alert: Alert) -> Bool? {
    hasAlerts && !undecidedAlerts.contains(alert) ? alerts.contains(alert) : nil
  }

  var themeNames: Set<String> { Set(themes.keys) }

  private static func majority<Code: Hashable>(_ codes: [Code]) -> Code? {
    var counts: [Code: Int] = [:]
    for code in codes { counts[code, default: 0] += 1 }
    let most = counts.values.max()
    let winners = counts.filter { $0.value == most }
    return winners.count == 1 ? winners.first?.key : nil
  }

  /// Members that more than half of the coders named, and those that exactly half did.
  private static func members<Code: Hashable>(_ lists: [Set<Code>]) -> (found: Set<Code>, split: Set<Code>) {
    var counts: [Code: Int] = [:]
    for code in lists.joined() { counts[code, default: 0] += 1 }
    let found = counts.filter { $0.value * 2 > lists.count }
    let split = counts.filter { $0.value * 2 == lists.count }
    return (Set(found.keys), Set(split.keys))
  }
}
