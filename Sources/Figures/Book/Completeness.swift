package import Records

/// Kinds of data that a channel should bring every month.
package enum DataKind: String, Sendable, Hashable, CaseIterable {
  /// Views and what goes with them.
  case numbers
  /// People reached.
  case people
  case transcripts
  case comments
}

/// How much of it is there.
package enum Completeness: String, Sendable, Hashable, CaseIterable {
  case complete
  case partial
  case missing
  /// Nothing to bring: no talk to transcribe.
  case nothingDue
  /// Before the first export of this channel.
  case notStarted
}

/// A gap, named.
package struct Gap: Sendable, Hashable {
  package var account: AccountCard
  package var month: Month
  package var kind: DataKind
  package var state: Completeness
  /// Parts that are there, of all.
  package var known: Int
  package var of: Int
}

extension FigureBook {
  /// State of one kind of data of one channel in one month.
  package func state(of kind: DataKind, _ channel: AccountCard, _ month: Month) -> Gap {
    var gap = Gap(account: channel, month: month, kind: kind, state: .notStarted, known: 0, of: 0)
    guard hasStarted(channel.id, by: month) else { return gap }
    switch kind {
    case .numbers: judge(&gap, metric(.views, channel.id, month))
    case .people:
      judge(&gap, metric(channel.platform == .youtube ? .uniqueViewers : .reach, channel.id, month))
    case .transcripts:
      let tally = talks[ChannelMonth(account: channel.id, month: month)]
      gap.of = tally?.published ?? 0
      gap.known = (tally?.transcribed ?? 0) + (tally?.unread.values.reduce(0, +) ?? 0)
      gap.state =
        gap.of == 0
        ? .nothingDue : (gap.known >= gap.of ? .complete : (gap.known == 0 ? .missing : .partial))
    case .comments:
      let isThere = (comments[month] ?? []).contains { $0.account == channel.id && $0.kind == .all }
      gap.state = isThere ? .complete : .missing
    }
    return gap
  }

  private func judge(_ gap: inout Gap, _ metric: MonthlyMetric?) {
    gap.known = metric?.known ?? 0
    gap.of = metric?.of ?? 1
    guard let metric, metric.atLeast != nil else {
      gap.state = .missing
      return
    }
    let isWhole = metric.value != nil || (metric.known == metric.of && metric.upper != nil)
    gap.state = isWhole ? .complete : .partial
  }

  /// Gaps of a month, by creator, platform and kind.
  package func gaps(in month: Month, _ selection: ChannelSelection = .all) -> [Gap] {
    channels(selection).flatMap { channel in
      DataKind.allCases.map { state(of: $0, channel, month) }
        .filter { $0.state == .missing || $0.state == .partial }
    }
  }
}
