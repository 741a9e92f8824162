package import Records

/// One comment, as it is compared with others: no words, no name.
package struct ComparedComment: Sendable, Hashable {
  package var sketch: CommentSketch
  /// A mark of who wrote it; equal marks are one person.
  package var author: Int64
  package var post: Int64
  /// Whose page it stands on.
  package var account: Int64
  /// The second it was written; nil where the export is less exact.
  package var second: Int64?
  package var language: LanguageTag
  package var response: Response

  package init(
    sketch: CommentSketch, author: Int64, post: Int64, account: Int64, second: Int64?, language: LanguageTag,
    response: Response
  ) {
    self.sketch = sketch
    self.author = author
    self.post = post
    self.account = account
    self.second = second
    self.language = language
    self.response = response
  }
}

/// Finds comments that nearly repeat one another, across posts and accounts.
package enum NearCopies {
  /// Places of two sketches that must agree: 20 of 24, that is shingles overlapping by about 0.8.
  package static let fewestAgreeing = 20
  /// Fewer alike comments are chance: two people may quote one verse.
  package static let fewestInGroup = 3

  /// Bands of places that are looked up as one (locality-sensitive hashing, Indyk and Motwani 1998).
  private static let bandWidth = 4
  /// Comments of one band that the next one is held against: bounds the work where thousands are alike in a band.
  private static let mostLeaders = 8

  /// Numbers of the comments in each group of near copies, groups by their first comment.
  ///
  /// Of one person's repetitions under one post nothing is made: a group has at least two authors or two posts.
  package static func groups(_ comments: [ComparedComment]) -> [[Int]] {
    var sets = DisjointSets(count: comments.count)
    for band in 0..<CommentSketch.count / bandWidth { join(comments, band, &sets) }
    var members: [Int: [Int]] = [:]
    for index in comments.indices { members[sets.root(of: index), default: []].append(index) }
    return members.values.filter { isGroup($0, comments) }.sorted { $0[0] < $1[0] }
  }

  private static func isGroup(_ members: [Int], _ comments: [ComparedComment]) -> Bool {
    guard members.count >= fewestInGroup else { return false }
    return members.contains { comments[$0].author != comments[members[0]].author }
      || members.contains { comments[$0].post != comments[members[0]].post }
  }

  private static func join(_ comments: [ComparedComment], _ band: Int, _ sets: inout DisjointSets) {
    let keyed = comments.indices.map { (key: key(comments[$0].sketch, band), index: $0) }
      .sorted { ($0.key, $0.index) < ($1.key, $1.index) }
    var leaders: [Int] = []
    var last: UInt64?
    for item in keyed {
      if item.key != last { leaders.removeAll(keepingCapacity: true) }
      last = item.key
      let alike = leaders.first { areCopies(comments[$0].sketch, comments[item.index].sketch) }
      if let alike {
        sets.join(alike, item.index)
      } else if leaders.count < mostLeaders {
        leaders.append(item.index)
      }
    }
  }

  private static func key(_ sketch: CommentSketch, _ band: Int) -> UInt64 {
    sketch.values[band * bandWidth..<(band + 1) * bandWidth].reduce(0) { $0 << 16 | UInt64($1) }
  }

  package static func areCopies(_ one: CommentSketch, _ two: CommentSketch) -> Bool {
    zip(one.values, two.values).count { $0 == $1 } >= fewestAgreeing
  }
}

/// Sets that are joined bit by bit (union by the lower number, path halving).
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }

  mutating func join(_ one: Int, _ two: Int) {
    let (a, b) = (root(of: one), root(of: two))
    parents[max(a, b)] = min(a, b)
  }
}
