/// How answers of each kind lie together under one post, summed over the posts of an account in a month: what intervals of
/// their shares need, since comments under one post resemble one another.
package struct AnswerMoments: Sendable, Hashable {
  /// Kinds of answers in the order of the products.
  package static let kinds: [Response] = [.testimony, .supportive, .question, .critical, .hostile]

  package var account: Int64
  package var month: Month
  /// Nil for all languages together.
  package var language: LanguageTag?
  /// Posts with such answers.
  package var posts: Int
  /// Sum over posts of count x count, for each pair of kinds, row by row (25 numbers).
  package var products: [Double]

  package init(account: Int64, month: Month, language: LanguageTag?, posts: Int, products: [Double]) {
    self.account = account
    self.month = month
    self.language = language
    self.posts = posts
    self.products = products
  }

  /// Sum over posts of the count of some kinds times the count of others.
  package func product(_ some: Set<Response>, _ others: Set<Response>) -> Double {
    var sum = 0.0
    for (row, kind) in Self.kinds.enumerated() where some.contains(kind) {
      for (column, other) in Self.kinds.enumerated() where others.contains(other) {
        sum += products[row * Self.kinds.count + column]
      }
    }
    return sum
  }
}
