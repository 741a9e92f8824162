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
    for theme in ids.indices {
      var tally = StanceTally()
      for item in found where item.match.theme == theme { tally.add(item.match) }
      if let stance = tally.stance { all.append(ThemeStance(theme: ids[theme], stance: stance)) }
    }
    return all.count > 1 ? all.sorted() : all
  }
}

/// Counts what the sentences of a text do with one theme.
private struct StanceTally {
  private var mentions = 0
  private var promotes = 0
  private var opposes = 0
  private var forceInFavour = 0
  private var forceAgainst = 0

  mutating func add(_ match: ThemeMatch) {
    switch match.stance {
    case .mentions: mentions += 1
    case .promotes:
      promotes += 1
      forceInFavour = max(forceInFavour, match.force)
    case .opposes:
      opposes += 1
      forceAgainst = max(forceAgainst, match.force)
    }
  }

  /// Taking a side outweighs naming; of two sides the more frequent one counts, then the surer one.
  var stance: Stance? {
    if promotes + opposes == 0 { return mentions > 0 ? .mentions : nil }
    if promotes != opposes { return promotes > opposes ? .promotes : .opposes }
    return forceAgainst > forceInFavour ? .opposes : .promotes
  }
}
