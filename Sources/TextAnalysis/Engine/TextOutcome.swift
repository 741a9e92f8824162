import Records

/// A theme found in one of the sentences of a text.
struct SentenceTheme {
  let sentence: Int
  var match: ThemeMatch
}

/// What was decided about a text.
struct TextOutcome {
  var themes: [SentenceTheme] = []
  var alerts: [(alert: Alert, rule: String)] = []
  var sentiment: Sentiment = .neutral
  var response: Response = .other
  /// The rule that named the response.
  var responseRule = ""
}

/// One stance a theme for a whole text.
enum ThemeSummary {
  static func stances(_ found: [SentenceTheme], _ ids: [String], _ kind: TextKind) -> [ThemeStance] {
    var all: [ThemeStance] = []
    for theme in Set(found.map(\.match.theme)).sorted() {
      let matches = found.filter { $0.match.theme == theme }.map(\.match)
      all.append(ThemeStance(theme: ids[theme], stance: stance(matches)))
    }
    return all.sorted()
  }

  /// Taking a side outweighs naming; of two sides the more frequent one counts, then the surer one.
  private static func stance(_ matches: [ThemeMatch]) -> Stance {
    let promotes = matches.filter { $0.stance == .promotes }
    let opposes = matches.filter { $0.stance == .opposes }
    if promotes.isEmpty && opposes.isEmpty { return .mentions }
    if promotes.count != opposes.count { return promotes.count > opposes.count ? .promotes : .opposes }
    let inFavour = promotes.map(\.force).max() ?? 0
    let against = opposes.map(\.force).max() ?? 0
    return against > inFavour ? .opposes : .promotes
  }
}
