package import Records

/// Share of transcribed time that carries a theme.
package struct ThemeShare: Sendable, Hashable {
  package var theme: String
  /// Time that speaks for the value, of all transcribed time.
  package var promotes: Figure
  /// Time that only names it.
  package var mentions: Figure
  /// Time that speaks against it; nil where such findings wait for a person.
  package var opposes: Figure?
}

extension FigureBook {
  /// Themes where a finding "opposes" could harm the speaker. It enters no figure until a person confirmed it.
  package static let sensitiveThemes: Set<String> = ["counter-extremism", "moderation", "peace"]

  /// The codebook's themes, in its order.
  package static let themeOrder = [
    "tolerance", "coexistence", "peace", "moderation", "counter-extremism", "education",
    "girls-education", "women-rights", "family-youth", "law-citizenship", "compassion", "media-literacy",
  ]

  /// Ids of the themes in the data: the codebook's first, others after them by name.
  package var themeIDs: [String] {
    let others = Set(data.themes.map(\.theme)).subtracting(Self.themeOrder)
    return Self.themeOrder + others.sorted()
  }

  /// Share of transcribed time with a theme, in talks published in a month.
  package func themeShare(
    _ theme: String, _ selection: ChannelSelection = .all, in month: Month
  ) -> ThemeShare {
    let isSensitive = Self.sensitiveThemes.contains(theme)
    return ThemeShare(
      theme: theme, promotes: themeTime(theme, .promotes, selection, month),
      mentions: themeTime(theme, .mentions, selection, month),
      opposes: isSensitive
        ? judgedTime(theme, selection, month) : themeTime(theme, .opposes, selection, month))
  }

  /// Time that a person confirmed as speaking against the value; nil while nobody has judged any of it.
  private func judgedTime(_ theme: String, _ selection: ChannelSelection, _ month: Month) -> Figure? {
    let accounts = Set(channels(selection).map(\.id))
    let isJudged = (themes[month] ?? []).contains {
      $0.theme == theme && $0.stance == .opposes && $0.verdict != nil && accounts.contains($0.account)
    }
    return isJudged ? themeTime(theme, .opposes, selection, month, only: .confirmed) : nil
  }

  private func themeTime(
    _ theme: String, _ stance: Stance, _ selection: ChannelSelection, _ month: Month, only verdict: Verdict? = nil
  ) -> Figure {
    let transcribed = transcribedSeconds(selection, in: month)
    let coverage = transcriptCoverage(selection, in: month)
    let accounts = Set(channels(selection).map(\.id))
    let seconds = (themes[month] ?? [])
      .filter { $0.theme == theme && $0.stance == stance && accounts.contains($0.account) }
      .filter { verdict == nil || $0.verdict == verdict }
      .reduce(0) { $0 + $1.seconds }
    return Figure(
      id: "theme.\(theme).\(stance.rawValue)/\(selection.name)/\(month)", unit: .share,
      value: transcribed > 0 ? min(1, seconds / transcribed) : nil, known: coverage.known,
      of: coverage.of, period: month.period, definition: "theme.seconds/transcribed.seconds",
      cautions: [.indicative])
  }

  /// Seconds of talk that could be read, in talks published in a month.
  package func transcribedSeconds(_ selection: ChannelSelection = .all, in month: Month) -> Double {
    talkTallies(selection, month).reduce(0) { $0 + $1.transcribedSeconds }
  }

  /// Sentences that seem to speak against peace, moderation or non-violence: a person must look at them first.
  package func waitingForAPerson(in month: Month) -> Int {
    (themes[month] ?? [])
      .filter { $0.stance == .opposes && $0.verdict == nil && Self.sensitiveThemes.contains($0.theme) }
      .reduce(0) { $0 + $1.sentences }
  }
}
