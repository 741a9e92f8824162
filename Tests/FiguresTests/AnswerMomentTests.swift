import Figures
import Records
import Testing

@Suite("Answers under posts")
struct AnswerMomentTests {
  private let month = Month(year: 2026, month: 10)

  /// Four posts of one channel: supportive and hostile answers.
  private let posts = [(90, 10), (10, 90), (80, 20), (20, 80)]

  private func products() -> [Double] {
    let kinds = AnswerMoments.kinds
    var products = Array(repeating: 0.0, count: kinds.count * kinds.count)
    for post in posts {
      let counts = kinds.map {
        $0 == .supportive ? Double(post.0) : ($0 == .hostile ? Double(post.1) : 0)
      }
      for (row, one) in counts.enumerated() {
        for (column, other) in counts.enumerated() {
          products[row * kinds.count + column] += one * other
        }
      }
    }
    return products
  }

  private func book(moments: Bool) -> FigureBook {
    var data = ProgrammeData(months: [month])
    data.accounts = [AccountCard(id: 1, creator: "K01", platform: .youtube)]
    data.comments = [(Response.supportive, 200), (.hostile, 200)].map {
      CommentTally(
        account: 1, month: month, language: .kyrgyz, kind: .response, label: $0.0.rawValue,
        comments: $0.1,
        commentersAtLeast: $0.1)
    }
    if moments {
      data.answerMoments = [
        AnswerMoments(
          account: 1, month: month, language: nil, posts: posts.count, products: products())
      ]
    }
    return FigureBook(data)
  }

  @Test("Sums over posts give the same effective number as the posts themselves")
  func same() {
    let clusters = posts.map { DesignEffect.Cluster(hits: $0.0, cases: $0.0 + $0.1) }
    let effective = book(moments: true).responses(in: month).effectiveCases
    #expect(abs(effective - DesignEffect.effectiveCases(clusters)) < 1e-9)
    #expect(effective < 20)
  }

  @Test("Posts that differ widen the interval; one channel without its posts cannot")
  func interval() throws {
    let plain = try #require(book(moments: false).responses(in: month).constructive.range)
    let wide = try #require(book(moments: true).responses(in: month).constructive.range)
    #expect(book(moments: false).responses(in: month).effectiveCases == 400)
    #expect(
      (wide.lower ?? 1) < (plain.lower ?? 0) - 0.1 && (wide.upper ?? 0) > (plain.upper ?? 1) + 0.1)
    let share = book(moments: true).opinionShare([.supportive], .all, languages: nil, over: [month])
    #expect(share?.range == wide)
  }
}
