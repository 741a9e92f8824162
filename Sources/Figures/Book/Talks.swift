package import Records

/// Talks published, and how much of them could be read.
extension FigureBook {
  /// Talks published in a month.
  package func talksPublished(_ selection: ChannelSelection = .all, in month: Month) -> Figure {
    let channels = channels(selection).filter { hasStarted($0.id, by: month) }
    let tallies = talkTallies(selection, month)
    let known = channels.filter { isSeen($0.id, month) }.count
    let isKnown = known > 0
    let published = Double(tallies.reduce(0) { $0 + $1.published })
    let isComplete = isKnown && known == channels.count
    return Figure(
      id: "talks_published/\(selection.name)/\(month)", unit: .count,
      value: isComplete ? published : nil,
      range: isKnown && !isComplete ? FigureRange(lower: published, upper: nil, kind: .bounds) : nil,
      known: known, of: channels.count, period: month.period, definition: "talks.published",
      cautions: known < channels.count ? [.missing(channels.count - known)] : [])
  }

  /// Talks with a transcript, of all talks published in a month.
  package func transcriptCoverage(_ selection: ChannelSelection = .all, in month: Month) -> Figure {
    let tallies = talkTallies(selection, month)
    let published = tallies.reduce(0) { $0 + $1.published }
    let transcribed = tallies.reduce(0) { $0 + $1.transcribed }
    return Figure(
      id: "transcript_coverage/\(selection.name)/\(month)", unit: .share,
      value: published > 0 ? Double(transcribed) / Double(published) : nil, known: transcribed,
      of: published, period: month.period, definition: "talks.transcribed/talks.published", n: published)
  }

  /// Talks with a transcript in a language that is not read, by language. Nothing is known of their themes.
  package func unreadTalks(_ selection: ChannelSelection = .all, in month: Month) -> [LanguageTag: Int] {
    talkTallies(selection, month).reduce(into: [:]) { $0.merge($1.unread, uniquingKeysWith: +) }
  }

  func talkTallies(_ selection: ChannelSelection, _ month: Month) -> [TalkTally] {
    channels(selection).compactMap { talks[ChannelMonth(account: $0.id, month: month)] }
  }

  /// Whether an export of this channel speaks of this month, so that no talk means no talk.
  private func isSeen(_ account: Int64, _ month: Month) -> Bool {
    talks[ChannelMonth(account: account, month: month)] != nil
      || metric(.views, account, month)?.atLeast != nil
  }
}
