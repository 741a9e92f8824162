package import Records

/// What people answered: counts by response, and the share that is constructive.
package struct ResponseBreakdown: Sendable, Hashable {
  package var counts: [Response: Int]
  /// (testimony + supportive + question + critical) / (those + hostile), with Wilson's interval.
  package var constructive: Figure
  /// Different commenters: a lower bound.
  package var commentersAtLeast: Int
  /// Effective number of answers behind the share, for comparisons.
  package var effectiveCases: Double

  package static let constructiveKinds: [Response] = [.testimony, .supportive, .question, .critical]
  /// Kinds that the share is taken of; formulas, spam and other stand apart.
  package static let opinionKinds: [Response] = constructiveKinds + [.hostile]

  package var total: Int { counts.values.reduce(0, +) }
  package var opinions: Int { count(Self.opinionKinds) }
  package func count(_ kinds: [Response]) -> Int { kinds.reduce(0) { $0 + (counts[$1] ?? 0) } }
}

/// A label's share of all comments, with Wilson's interval.
package struct SentimentShare: Sendable, Hashable {
  package var sentiment: Sentiment
  package var share: Figure
}

extension FigureBook {
  /// Responses in a month, in some languages (nil = all).
  package func responses(
    _ selection: ChannelSelection = .all, languages: Set<LanguageTag>? = nil, in month: Month
  ) -> ResponseBreakdown {
    let tallies = commentTallies(.response, selection, languages, month)
    var counts: [Response: Int] = [:]
    for tally in tallies {
      if let response = Response(rawValue: tally.label) { counts[response, default: 0] += tally.comments }
    }
    let clusters = clusters(tallies)
    let hits = clusters.reduce(0) { $0 + $1.hits }
    let n = clusters.reduce(0) { $0 + $1.cases }
    let effective =
      effectiveCases(
        Set(ResponseBreakdown.constructiveKinds), hits, n, selection, languages, [month])
      ?? DesignEffect.effectiveCases(clusters)
    let channels = channels(selection).filter { hasStarted($0.id, by: month) }
    let heard = Set(commentTallies(.all, selection, nil, month).map(\.account))
    let id = "constructive_share/\(selection.name)/\(name(languages))/\(month)"
    let figure = share(hits, n, effective: effective, id: id, month, heard.count, channels.count)
    return ResponseBreakdown(
      counts: counts, constructive: figure,
      commentersAtLeast: commenters(selection, languages, in: month), effectiveCases: effective)
  }

  /// The effective number of answers over posts; nil where the archive did not say how they lie under posts.
  func effectiveCases(
    _ kinds: Set<Response>, _ hits: Int, _ cases: Int, _ selection: ChannelSelection,
    _ languages: Set<LanguageTag>?,
    _ months: [Month]
  ) -> Double? {
    let accounts = Set(channels(selection).map(\.id))
    let own = months.flatMap { moments[$0] ?? [] }.filter { moment in
      accounts.contains(moment.account)
        && languages.map { moment.language.map($0.contains) ?? false }
          ?? (moment.language == nil)
    }
    guard !own.isEmpty else { return nil }
    let opinions = Set(AnswerMoments.kinds)
    func sum(_ product: (AnswerMoments) -> Double) -> Double { own.reduce(0) { $0 + product($1) } }
    return DesignEffect.effectiveCases(
      hits: hits, cases: cases, clusters: own.reduce(0) { $0 + $1.posts },
      hitsSquared: sum { $0.product(kinds, kinds) },
      hitsByCases: sum { $0.product(kinds, opinions) },
      casesSquared: sum { $0.product(opinions, opinions) })
  }

  /// Sentiment of comments in a month; each share is of all comments with a sentiment.
  package func sentiments(
    _ selection: ChannelSelection = .all, languages: Set<LanguageTag>? = nil, in month: Month
  ) -> [SentimentShare] {
    let tallies = commentTallies(.sentiment, selection, languages, month)
    let n = tallies.reduce(0) { $0 + $1.comments }
    // Sentiments lie together under a post as opinions do.
    let answers = responses(selection, languages: languages, in: month)
    let likeness = answers.opinions > 0 ? answers.effectiveCases / Double(answers.opinions) : 1
    return Sentiment.allCases.map { sentiment in
      let hits = tallies.filter { $0.label == sentiment.rawValue }.reduce(0) { $0 + $1.comments }
      let id = "sentiment.\(sentiment.rawValue)/\(selection.name)/\(name(languages))/\(month)"
      return SentimentShare(
        sentiment: sentiment,
        share: share(hits, n, effective: Double(n) * likeness, id: id, month, 0, 0))
    }
  }

  /// All comments of a month; nil when no export of comments speaks of it.
  package func commentCount(
    _ selection: ChannelSelection = .all, languages: Set<LanguageTag>? = nil, in month: Month
  ) -> Int? {
    guard !commentTallies(.all, selection, nil, month).isEmpty else { return nil }
    return commentTallies(.all, selection, languages, month).reduce(0) { $0 + $1.comments }
  }

  /// Languages that comments of a month were written in, by the order of `LanguageTag`.
  package func commentLanguages(_ selection: ChannelSelection = .all, in month: Month) -> [LanguageTag] {
    let seen = Set(commentTallies(.all, selection, nil, month).map(\.language))
    return LanguageTag.allCases.filter(seen.contains)
  }

  /// Different commenters, counted so that it is a lower bound.
  package func commenters(
    _ selection: ChannelSelection = .all, _ languages: Set<LanguageTag>? = nil, in month: Month
  ) -> Int {
    let tallies = commentTallies(.all, selection, languages, month)
    return tallies.map(\.commentersAtLeast).max() ?? 0
  }

  package func commentTallies(
    _ kind: CommentLabelKind, _ selection: ChannelSelection, _ languages: Set<LanguageTag>?, _ month: Month
  ) -> [CommentTally] {
    let accounts = Set(channels(selection).map(\.id))
    return (comments[month] ?? []).filter { tally in
      tally.kind == kind && accounts.contains(tally.account)
        && (languages?.contains(tally.language) ?? true)
    }
  }

  private func clusters(_ tallies: [CommentTally]) -> [DesignEffect.Cluster] {
    let opinions = Set(ResponseBreakdown.opinionKinds.map(\.rawValue))
    let constructive = Set(ResponseBreakdown.constructiveKinds.map(\.rawValue))
    var clusters: [Int64: DesignEffect.Cluster] = [:]
    for tally in tallies where opinions.contains(tally.label) {
      var cluster = clusters[tally.account] ?? DesignEffect.Cluster(hits: 0, cases: 0)
      cluster.cases += tally.comments
      if constructive.contains(tally.label) { cluster.hits += tally.comments }
      clusters[tally.account] = cluster
    }
    return clusters.sorted { $0.key < $1.key }.map(\.value)
  }

  private func share(
    _ hits: Int, _ n: Int, effective: Double, id: String, _ month: Month, _ known: Int, _ of: Int
  ) -> Figure {
    let p = n > 0 ? Double(hits) / Double(n) : nil
    let limits = p.flatMap { Wilson.interval(share: $0, n: effective) }
    return Figure(
      id: id, unit: .share, value: p,
      range: limits.map { FigureRange(lower: $0.lower, upper: $0.upper, kind: .confidence95) },
      known: known, of: of, period: month.period, definition: "comments.read-by-machine",
      cautions: [.indicative, .clustered], n: n)
  }

  private func name(_ languages: Set<LanguageTag>?) -> String {
    languages.map { $0.map(\.rawValue).sorted().joined(separator: "+") } ?? "all"
  }
}
