import GRDB
import Records

extension ArchiveReader {
  /// Products of counts over the posts of each account and month, for all languages together and for each.
  func answerMoments(_ range: StatementArguments) throws -> [AnswerMoments] {
    try [false, true].flatMap { byLanguage in
      try Row.fetchAll(db, sql: Self.momentSQL(byLanguage: byLanguage), arguments: range).compactMap { row in
        let language = (row[2] as String?).flatMap(LanguageTag.init(rawValue:))
        if byLanguage, language == nil { return nil }
        let count = AnswerMoments.kinds.count * AnswerMoments.kinds.count
        return AnswerMoments(
          account: row[0], month: Month(index: row[1]), language: language, posts: row[3],
          products: (0..<count).map { row[4 + $0] })
      }
    }
  }

  /// One row a post first, then sums over an account's posts: the archive adds, so that only sums come out of it.
  private static func momentSQL(byLanguage: Bool) -> String {
    let kinds = AnswerMoments.kinds
    let counts = kinds.indices.map {
      "sum(iif(label = '\(kinds[$0].rawValue)', comments, 0)) AS k\($0)"
    }
    let products = kinds.indices.flatMap { row in
      kinds.indices.map { "sum(1.0 * k\(row) * k\($0))" }
    }
    let labels = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let language = byLanguage ? "language" : "NULL"
    return """
      SELECT account, month, tag, count(*), \(products.joined(separator: ", ")) FROM (
        SELECT post.account, month, \(language) AS tag, \(counts.joined(separator: ", "))
        FROM comment_rollup c CROSS JOIN post ON post.id = c.post
        WHERE month BETWEEN :first AND :last AND c.kind = 'response' AND label IN (\(labels))
        GROUP BY c.post, month\(byLanguage ? ", language" : ""))
      GROUP BY account, month, tag ORDER BY account, month, tag
      """
  }
}
