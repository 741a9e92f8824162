/// Where a talk was published.
package enum Platform: String, Sendable, Hashable, CaseIterable, Comparable {
  case youtube, instagram

  package static func < (a: Platform, b: Platform) -> Bool { a.rawValue < b.rawValue }
}
