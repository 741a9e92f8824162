package import Records

/// A talk of the month against the author's earlier ones of its format, at one age.
package struct TalkForItsAge: Sendable, Hashable {
  package var talk: AgedTalk
  /// Age in days.
  package var age: Int
  package var match: AgeMatched
}

extension AgeMatched {
  /// Talks of a month that can be judged, each at the greatest age for which enough earlier ones are known; the best
  /// for its age first.
  package static func judged(_ talks: [AgedTalk], in month: Month) -> [TalkForItsAge] {
    let sorted = talks.sorted { ($1.publishedOn, $0.title) < ($0.publishedOn, $1.title) }
    let judged = sorted.filter { month.period.contains($0.publishedOn) }.compactMap { judge($0, sorted) }
    return judged.enumerated().sorted { one, two in
      (two.element.match.score, one.offset) < (one.element.match.score, two.offset)
    }.map(\.element)
  }

  private static func judge(_ talk: AgedTalk, _ newestFirst: [AgedTalk]) -> TalkForItsAge? {
    for age in ages {
      guard let actual = talk.views(atAge: age) else { continue }
      let earlier = newestFirst.filter {
        $0.publishedOn < talk.publishedOn && $0.kind == talk.kind && $0.platform == talk.platform
      }.compactMap { $0.views(atAge: age) }
      if let match = AgeMatched(actual: actual, earlier: earlier) {
        return TalkForItsAge(talk: talk, age: age, match: match)
      }
    }
    return nil
  }
}
