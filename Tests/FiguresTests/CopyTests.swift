import Figures
import Records
import Testing

@Suite("Comments that repeat one another")
struct CopyTests {
  /// A sketch that differs from that of `text` in some places.
  private func comment(
    _ text: Int, differing: Int = 0, author: Int64, post: Int64 = 1, account: Int64 = 1, second: Int64? = nil
  ) throws -> ComparedComment {
    let values = (0..<24).map { UInt16(truncatingIfNeeded: $0 < differing ? text + 900 + $0 : text + $0) }
    return ComparedComment(
      sketch: try #require(CommentSketch(values: values)), author: author, post: post, account: account,
      second: second, language: .kyrgyz, response: .supportive)
  }

  @Test("Three alike comments of different people are a group, two are none, far ones stay apart")
  func groups() throws {
    let comments = [
      try comment(100, author: 1), try comment(5_000, author: 2), try comment(100, differing: 4, author: 3),
      try comment(100, differing: 2, author: 4, post: 2), try comment(5_000, author: 5),
      try comment(100, differing: 12, author: 6),
    ]
    #expect(NearCopies.groups(comments) == [[0, 2, 3]])
  }

  @Test("20 of 24 places make a copy, 19 do not")
  func threshold() throws {
    let one = try comment(1, author: 1).sketch
    #expect(NearCopies.areCopies(one, try comment(1, differing: 4, author: 1).sketch))
    #expect(!NearCopies.areCopies(one, try comment(1, differing: 5, author: 1).sketch))
  }

  @Test("One person's repetitions count under several posts, not under one")
  func onePerson() throws {
    let same = try (0..<4).map { _ in try comment(1, author: 9) }
    #expect(NearCopies.groups(same).isEmpty)
    let spread = try (0..<4).map { try comment(1, author: 9, post: Int64($0)) }
    #expect(NearCopies.groups(spread) == [[0, 1, 2, 3]])
  }

  @Test("Thousands of copies of two texts are found in the time of a sort")
  func many() throws {
    let comments = try (0..<20_000).map { try comment($0.isMultiple(of: 2) ? 10 : 9_000, author: Int64($0)) }
    #expect(NearCopies.groups(comments).map(\.count) == [10_000, 10_000])
  }

  /// Hand-made: seconds 0, 5, 50, 5,000 of one text by four people: differences 5, 45, 50, 4,950, 4,995, 5,000.
  @Test("Pairs are counted by their real difference in time, a person's own left out")
  func pairs() throws {
    let times: [Int64] = [0, 5, 50, 5_000]
    var comments = try times.enumerated().map { try comment(1, author: Int64($0.offset), second: $0.element) }
    // Six more far apart make ten timed copies; they add pairs to the day alone.
    comments += try (0..<6).map { try comment(1, author: 3, second: 40_000 + Int64($0)) }
    let synchrony = Synchrony(comments, groups: [Array(comments.indices)])
    #expect(synchrony.timed == 10)
    let pairs = synchrony.judged(runs: 99).map(\.pairs)
    // Author 3 wrote seven of them: 10 * 9 / 2 = 45 pairs, less 7 * 6 / 2 = 21 of his own.
    #expect(pairs == [1, 3, 3, 3, 24])
  }

  @Test("Copies that come within seconds on a long day are beyond chance, those spread over it are not")
  func null() throws {
    func windows(_ seconds: (Int) -> Int64) throws -> [SynchronyWindow] {
      let copies = try (0..<12).map { try comment(1, author: Int64($0), second: seconds($0)) }
      let others = try (0..<300).map {
        try comment(20_000 + 40 * $0, author: 100 + Int64($0), second: Int64($0) * 280)
      }
      return Synchrony(copies + others, groups: [Array(0..<12)]).judged()
    }
    let together = try windows { 43_200 + Int64($0) }
    #expect(together.map(\.seconds) == Synchrony.windows)
    #expect(together[1].pairs == 66 && together[1].p < 0.002 && together[1].expected < 5)
    #expect(together[4].pairs == 66 && together[4].p == 1 && together[4].expected == 66, "a day holds all of them")
    let spread = try windows { Int64($0) * 7_100 + 31 }
    #expect(spread[2].p > 0.2)
    #expect(try windows { 43_200 + Int64($0) } == together, "the seed makes it the same again")
  }

  @Test("Without ten exact times nothing is said of time")
  func fewTimes() throws {
    let comments = try (0..<20).map { try comment(1, author: Int64($0), second: $0 < 9 ? Int64($0) : nil) }
    let synchrony = Synchrony(comments, groups: NearCopies.groups(comments))
    #expect(synchrony.timed == 9 && synchrony.judged().isEmpty)
  }

  private let month = Month(year: 2026, month: 10)

  private func book(copied: [Response: Int]) -> FigureBook {
    var data = ProgrammeData(months: [month])
    data.accounts = [AccountCard(id: 1, creator: "K01", platform: .youtube)]
    let counts: [(Response, Int)] = [(.supportive, 60), (.question, 20), (.hostile, 20), (.formula, 100)]
    data.comments = counts.map {
      CommentTally(
        account: 1, month: month, language: .kyrgyz, kind: .response, label: $0.0.rawValue, comments: $0.1,
        commentersAtLeast: $0.1)
    }
    data.copied = copied.map {
      CopiedTally(account: 1, month: month, language: .kyrgyz, response: $0.key, comments: $0.value)
    }
    let sum = copied.values.reduce(0, +)
    data.copyChecks = [CopyCensus(month: month, compared: 50, groups: 2, copied: sum, timed: 0)]
    return FigureBook(data)
  }

  /// 80 of 100 with; without 30 supportive and 5 hostile: 50 of 65.
  @Test("The constructive share with and without")
  func share() throws {
    let copies = try #require(book(copied: [.supportive: 30, .hostile: 5]).copiedComments(in: month))
    #expect(copies.constructive.value == 0.8 && copies.constructive.n == 100)
    #expect(copies.share.value == 0.7 && copies.opinions == 35)
    let without = try #require(copies.constructiveWithout)
    #expect(without.n == 65 && abs((without.value ?? 0) - 50.0 / 65) < 1e-12)
    let wilson = try #require(Wilson.interval(50, of: 65))
    #expect(abs((without.range?.lower ?? 0) - wilson.lower) < 1e-12)
  }

  @Test("A handful is not told, and a month that was not compared has nothing")
  func few() throws {
    let copies = try #require(book(copied: [.supportive: 9]).copiedComments(in: month))
    #expect(!copies.isTold && copies.constructiveWithout == nil)
    #expect(book(copied: [:]).copiedComments(in: month + -1) == nil)
  }
}
