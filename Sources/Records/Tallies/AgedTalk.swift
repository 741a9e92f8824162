/// Views of one talk at certain ages, from the totals that were seen of it.
package struct AgedTalk: Sendable, Hashable {
  package var title: String
  package var platform: Platform
  package var kind: PostKind?
  package var publishedOn: Day
  /// Views until then by age in days: totals as they stood on that day.
  package var views: [Int: Double]

  package init(title: String, platform: Platform, kind: PostKind?, publishedOn: Day, views: [Int: Double]) {
    self.title = title
    self.platform = platform
    self.kind = kind
    self.publishedOn = publishedOn
    self.views = views
  }

  /// Views at an age, from the total of the nearest day: that very day for day 1, a day off for day 7, three for day 28.
  package func views(atAge age: Int) -> Double? {
    let reach = age < 7 ? 0 : (age < 28 ? 1 : 3)
    let near = (-reach...reach).sorted { (abs($0), $0) < (abs($1), $1) }
    return near.lazy.compactMap { views[age + $0] }.first
  }
}
