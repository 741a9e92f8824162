import GRDB
package import Records

/// What the archive has of one account for one month, as exports brought it.
package struct CollectionFacts: Sendable, Hashable {
  package var account: AccountCard
  /// Languages the creator speaks in.
  package var languages: [LanguageTag] = []
  package var isActive = true
  /// Days of the month that numbers of single posts cover, as exports state them.
  package var postPeriods: [Period] = []
  /// Days around the month's end on which lifetime numbers of posts were taken.
  package var snapshots: [Day] = []
  /// Whether an export states numbers of the whole month for the account.
  package var hasWholeMonth = false
  /// Days of the month with a number of the account, by metric.
  package var days: [Metric: Int] = [:]
  package var hasGeography = false
  package var hasAudience = false
  /// Posts that were known and that this month's numbers leave out.
  package var leftOut = 0
  /// When the oldest of these was published, where the export's range of days chooses posts.
  package var leftOutSince: Day?
  package var talks = 0
  package var transcribed = 0
  /// Talks with comments, or of which it is known that there are none.
  package var commented = 0
  /// Transcribed talks of the month by a language that is not read.
  package var unread: [LanguageTag: Int] = [:]

  init(_ account: AccountCard) { self.account = account }
}

extension ArchiveReader {
  /// Days around a month's end within which a snapshot speaks for it.
  package static let snapshotTolerance = 4

  /// What is there for a month, account by account.
  package func collectionFacts(_ month: Month, zoneOffset: Int) throws -> [CollectionFacts] {
    let people = Dictionary(try creators().map { ($0.code, $0) }) { first, _ in first }
    return try accounts().map { account in
      var facts = CollectionFacts(account)
      facts.languages = people[account.creator]?.languages ?? []
      facts.isActive = people[account.creator]?.status == .active
      let query = AccountMonth(db: db, account: account.id, month: month, offset: zoneOffset)
      try query.numbers(&facts)
      try query.talks(&facts)
      return facts
    }
  }
}

/// Questions about one account and month.
private struct AccountMonth {
  let db: Database
  let account: Int64
  let month: Month
  let offset: Int

  func numbers(_ facts: inout CollectionFacts) throws {
    facts.postPeriods = try rows(Self.postPeriods).map {
      Period(from: Day(number: $0[0]), through: Day(number: $0[1]))
    }
    facts.snapshots = try rows(Self.snapshots).map { Day(number: $0[0]) }
    for row in try rows(Self.accountNumbers) {
      if row[1] == 0 {
        facts.hasWholeMonth = true
      } else if let metric = Metric(rawValue: row[0]) {
        facts.days[metric] = row[2]
      }
    }
    facts.hasGeography = try !rows(Self.dimension("country=")).isEmpty
    facts.hasAudience = try !rows(Self.dimension("age=")).isEmpty || !rows(Self.dimension("gender=")).isEmpty
  }

  func talks(_ facts: inout CollectionFacts) throws {
    if let row = try rows(Self.talkCounts).first {
      facts.talks = row[0] ?? 0
      facts.transcribed = row[1] ?? 0
      facts.commented = row[2] ?? 0
    }
    for row in try rows(Self.unread) {
      if let language = LanguageTag(rawValue: row[0]) { facts.unread[language] = row[1] }
    }
    // Instagram states lifetime numbers of the posts of a range; YouTube states the month of every post that was seen.
    let isLifetime = facts.account.platform == .instagram
    guard isLifetime ? !facts.snapshots.isEmpty : !facts.postPeriods.isEmpty else { return }
    let left = try rows(isLifetime ? Self.leftOutOfSnapshot : Self.leftOutOfPeriod).first
    facts.leftOut = left?[0] ?? 0
    facts.leftOutSince = isLifetime ? (left?[1] as Int64?).map { Instant(seconds: $0).day(offset: offset) } : nil
  }

  /// Statements name only the places they use; SQLite refuses others.
  private func rows(_ sql: String) throws -> [Row] {
    let statement = try db.cachedStatement(sql: sql)
    let names = Set(sql.split { !($0.isLetter || $0 == ":") }.filter { $0.hasPrefix(":") }.map { $0.dropFirst() })
    let used = named.filter { names.contains(Substring($0.key)) }
    return try Row.fetchAll(statement, arguments: StatementArguments(used))
  }

  /// `as_of` bounds every question about numbers, since the index of an account's numbers goes by it.
  private var named: [String: Int64] {
    let quarter = Month(index: month.index - month.index % 3)
    return [
      "account": account, "first": Int64(month.firstDay.number), "last": Int64(month.lastDay.number),
      "near": Int64(month.lastDay.number) - Int64(ArchiveReader.snapshotTolerance),
      "after": Int64(month.lastDay.number) + Int64(ArchiveReader.snapshotTolerance),
      "quarter": Int64(quarter.firstDay.number), "quarterEnd": Int64((quarter + 2).lastDay.number),
      "start": Instant(day: month.firstDay, secondOfDay: 0, offset: offset).seconds,
      "end": Instant(day: (month + 1).firstDay, secondOfDay: 0, offset: offset).seconds,
    ]
  }
}

/// The questions.
extension AccountMonth {
  fileprivate static let postPeriods = """
    SELECT DISTINCT from_day, through_day FROM observation WHERE account = :account AND as_of >= :first
      AND post IS NOT NULL AND scope = 'period' AND from_day <= :last AND through_day >= :first ORDER BY 1, 2
    """

  fileprivate static let snapshots = """
    SELECT DISTINCT as_of FROM observation WHERE account = :account AND as_of BETWEEN :near AND :after
      AND post IS NOT NULL AND scope = 'lifetime' ORDER BY 1
    """

  /// Metric, 0 for the whole month and 1 for days, how many days.
  fileprivate static let accountNumbers = """
    SELECT metric, from_day = through_day AS daily, count(DISTINCT from_day) FROM observation
    WHERE account = :account AND as_of >= :first AND post IS NULL AND dimensions = '' AND scope = 'period'
      AND value IS NOT NULL AND (from_day = through_day AND from_day BETWEEN :first AND :last
        OR from_day = :first AND through_day = :last) GROUP BY 1, 2 ORDER BY 1, 2
    """

  /// Breakdowns are asked for once a quarter: any that lies in it counts.
  fileprivate static func dimension(_ name: String) -> String {
    """
    SELECT 1 FROM observation WHERE account = :account AND as_of BETWEEN :quarter AND :quarterEnd + 31
      AND instr(dimensions, '\(name)') > 0 AND (from_day IS NULL OR from_day BETWEEN :quarter AND :quarterEnd) LIMIT 1
    """
  }

  /// What is spoken: pictures and stories are not asked for texts.
  private static let isTalk = "coalesce(kind, 'video') NOT IN ('image', 'carousel', 'story')"
  private static let ofMonth = """
    post.account = :account AND published_at >= :start AND published_at < :end AND post.same_as IS NULL
    """

  fileprivate static let talkCounts = """
    SELECT count(*), sum(EXISTS (SELECT 1 FROM transcript WHERE transcript.post = post.id)),
      sum(EXISTS (SELECT 1 FROM comment_batch WHERE comment_batch.post = post.id)
        OR coalesce((SELECT value FROM observation o WHERE o.post = post.id AND metric = 'comments' AND dimensions = ''
          AND scope = 'lifetime' ORDER BY as_of DESC LIMIT 1), 1) = 0)
    FROM post WHERE \(ofMonth) AND \(isTalk)
    """

  /// By what was read; before that, by what the transcript's file states.
  fileprivate static let unread = """
    SELECT coalesce((SELECT language FROM talk_reading r WHERE r.post = post.id AND part = 'transcript'),
      (SELECT lower(substr(stated_language, 1, 2)) FROM transcript t WHERE t.post = post.id AND stated_language IS NOT NULL
        ORDER BY t.source_file DESC LIMIT 1)) AS spoken, count(*)
    FROM post WHERE \(ofMonth) GROUP BY 1 HAVING spoken IN (\(LanguageTag.unreadList)) ORDER BY 1
    """

  fileprivate static let leftOutOfSnapshot = """
    SELECT count(*), min(published_at) FROM post WHERE post.account = :account AND published_at < :end
      AND coalesce(kind, '') <> 'story' AND post.same_as IS NULL AND NOT EXISTS (SELECT 1 FROM observation o
        WHERE o.post IN (SELECT post.id UNION ALL SELECT other.id FROM post other WHERE other.same_as = post.id)
        AND scope = 'lifetime' AND as_of BETWEEN :near AND :after)
    """

  /// A post of earlier months may have had no views; one of this month should be there.
  fileprivate static let leftOutOfPeriod = """
    SELECT count(*), min(published_at) FROM post WHERE \(ofMonth) AND NOT EXISTS (SELECT 1 FROM observation o
      WHERE o.post = post.id AND scope = 'period' AND from_day <= :last AND through_day >= :first)
    """
}
