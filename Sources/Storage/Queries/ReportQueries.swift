import GRDB
package import Records

extension ArchiveReader {
  /// What reports are made from, for months in order. Reads rollups, so that its cost does not grow with the comments.
  /// - Parameter watched: for how many months, counted from the last, each talk is told by its watch time; default all.
  package func programmeData(
    months: [Month], watched: Int = .max, today: Day, zoneOffset: Int, fingerprint: String
  ) throws -> ProgrammeData {
    guard let first = months.first, let last = months.last else { return ProgrammeData(months: []) }
    let range: StatementArguments = ["first": first.index, "last": last.index]
    let zoned: StatementArguments = ["first": first.index, "last": last.index, "offset": zoneOffset]
    var data = ProgrammeData(
      months: months, creators: try creatorCards(today: today), accounts: try accounts(),
      metrics: try metrics(range), talks: try talkTallies(months, zoneOffset: zoneOffset),
      themes: try themeTallies(months, zoneOffset: zoneOffset),
      comments: try commentTallies(range),
      watched: try WatchedTalks(db).list((months.suffix(watched).first ?? last)...last),
      restatements: try restatements(first...last),
      imports: try importTallies(zoneOffset: zoneOffset), copied: try copyTallies(range),
      copyChecks: try copyChecks(range), declared: try declaredTalks(zoned), lexiconFingerprint: fingerprint)
    data.answerMoments = try answerMoments(range)
    data.today = today
    data.registers = try registerRows().map(\.row).filter { !$0.isWithdrawn }
    data.waitingAlerts = try waitingAlertCount()
    data.codingMeasures = try codingMeasures(fingerprint: fingerprint)
    return data
  }

  private func creatorCards(today: Day) throws -> [CreatorCard] {
    try creators().map { creator in
      let valid = creator.consents.filter { $0.sharedWith >= .donors && $0.isValid(on: today) }
      return CreatorCard(
        code: creator.code, languages: creator.languages, country: creator.country,
        sharedWithDonors: Set(valid.map(\.what)),
        sharedUntil: Dictionary(valid.map { ($0.what, $0.validUntil) }, uniquingKeysWith: max))
    }
  }

  private func metrics(_ range: StatementArguments) throws -> [MonthlyMetric] {
    let sql = """
      SELECT m.* FROM account CROSS JOIN metric_rollup m ON m.account = account.id AND m.month BETWEEN :first AND :last
      ORDER BY m.account, m.month, m.metric
      """
    return try Row.fetchAll(db, sql: sql, arguments: range).compactMap(Self.monthlyMetric)
  }

  static func monthlyMetric(_ row: Row) -> MonthlyMetric? {
    guard let metric = Metric(rawValue: row["metric"]), let basis = MetricBasis(rawValue: row["basis"]) else {
      return nil
    }
    return MonthlyMetric(
      account: row["account"], month: Month(index: row["month"]), metric: metric, basis: basis, value: row["value"],
      lower: row["lower"], upper: row["upper"], known: row["known"], of: row["of"],
      asOf: (row["as_of"] as Int32?).map(Day.init(number:)), correction: row["correction"],
      isApproximate: row["approximate"])
  }

  /// The month of publication in the programme's zone; days that a platform states stay the platform's days.
  static let publishedMonth = """
    CAST(strftime('%Y', published_at + iif(published_precision = 'day', 0, :offset), 'unixepoch') AS INTEGER) * 12
      + CAST(strftime('%m', published_at + iif(published_precision = 'day', 0, :offset), 'unixepoch') AS INTEGER) - 1
    """

  /// Posts by the month of publication in the programme's zone; days that a platform states stay the platform's days.
  /// Each month's posts are found by index, so that the cost does not grow with the months before.
  private static func published(in months: [Month], zoneOffset: Int) -> String {
    let spans = months.map { month in
      "(\(month.index), \(Int64(month.firstDay.number) * 86_400), \(Int64((month + 1).firstDay.number) * 86_400))"
    }
    return """
      WITH span (month, first, next) AS (VALUES \(spans.joined(separator: ", "))),
      published AS MATERIALIZED (SELECT post.id, account, same_as, month FROM span CROSS JOIN post
        ON published_at >= first - \(abs(zoneOffset)) AND published_at < next + \(abs(zoneOffset))
        AND published_at + iif(published_precision = 'day', 0, \(zoneOffset)) >= first
        AND published_at + iif(published_precision = 'day', 0, \(zoneOffset)) < next)
      """
  }

  private func talkTallies(_ months: [Month], zoneOffset: Int) throws -> [TalkTally] {
    let sql = """
      \(Self.published(in: months, zoneOffset: zoneOffset))
      SELECT account, month, r.language, count(*), count(r.post), coalesce(sum(r.seconds), 0)
      FROM published LEFT JOIN talk_reading r ON r.post = published.id AND r.part = 'transcript'
      WHERE same_as IS NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      """
    var tallies: [TalkTally] = []
    for row in try Row.fetchAll(db, sql: sql) {
      let month = Month(index: row[1])
      if tallies.last?.account != row[0] || tallies.last?.month != month {
        tallies.append(TalkTally(account: row[0], month: month, published: 0, transcribed: 0, transcribedSeconds: 0))
      }
      tallies[tallies.count - 1].add(
        language: (row[2] as String?).flatMap(LanguageTag.init), published: row[3], transcribed: row[4],
        seconds: row[5])
    }
    return tallies
  }

  /// A sentence that shows a theme twice counts once.
  private func themeTallies(_ months: [Month], zoneOffset: Int) throws -> [ThemeTally] {
    let judged = """
      iif(stance = 'opposes', (SELECT verdict FROM talk_verdict v
        WHERE v.post = t.post AND v.theme = t.theme AND v.text_hash = r.text_hash), NULL)
      """
    let sql = """
      \(Self.published(in: months, zoneOffset: zoneOffset))
      SELECT account, month, t.language, t.theme, stance, sum(t.sentences), sum(t.seconds),
        \(try db.tableExists("talk_verdict") ? judged : "NULL")
      FROM published CROSS JOIN talk_theme t ON t.post = published.id AND t.theme <> ''
      CROSS JOIN talk_reading r ON r.post = t.post AND r.part = 'transcript'
        AND r.language NOT IN (\(LanguageTag.unreadList))
      GROUP BY 1, 2, 3, 4, 5, 8 ORDER BY 1, 2, 3, 4, 5, 8
      """
    return try Row.fetchAll(db, sql: sql).compactMap { row in
      guard let language = LanguageTag(rawValue: row[2]), let stance = Stance(rawValue: row[4]) else { return nil }
      return ThemeTally(
        account: row[0], month: Month(index: row[1]), language: language, theme: row[3], stance: stance,
        sentences: row[5], seconds: row[6], verdict: (row[7] as String?).flatMap(Verdict.init(rawValue:)))
    }
  }

  /// Commenters of several posts are not added: the largest part is a lower bound that is always true.
  private func commentTallies(_ range: StatementArguments) throws -> [CommentTally] {
    let sql = """
      SELECT account, month, language, kind, label, comments, commenters FROM comment_month
      WHERE month BETWEEN :first AND :last ORDER BY 1, 2, 3, 4, 5
      """
    return try Row.fetchAll(db, sql: sql, arguments: range).compactMap { row in
      guard let language = LanguageTag(rawValue: row[2]), let kind = CommentLabelKind(rawValue: row[3]) else {
        return nil
      }
      return CommentTally(
        account: row[0], month: Month(index: row[1]), language: language, kind: kind, label: row[4],
        comments: row[5], commentersAtLeast: row[6])
    }
  }

  /// Month totals that a later export states differently.
  private func restatements(_ months: ClosedRange<Month>) throws -> [Restatement] {
    let sql = """
      SELECT o.account, from_day, o.metric, value, through_day FROM account CROSS JOIN observation o
        ON o.account = account.id AND from_day BETWEEN :first AND :last
      WHERE o.scope = 'period' AND o.post IS NULL AND o.dimensions = '' AND value IS NOT NULL
        AND through_day - from_day BETWEEN 27 AND 30
      ORDER BY o.account, from_day, o.metric, source_file
      """
    let days: StatementArguments = [
      "first": months.lowerBound.firstDay.number, "last": months.upperBound.lastDay.number,
    ]
    var first: [RestatementKey: (first: Double, latest: Double)] = [:]
    let rows = try Row.fetchCursor(db, sql: sql, arguments: days)
    while let row = try rows.next() {
      // Windows of 28 days and of a quarter are no statements about a month.
      let period = Period(from: Day(number: row[1]), through: Day(number: row[4]))
      guard let month = period.wholeMonth else { continue }
      let key = RestatementKey(account: row[0], month: month, metric: row[2])
      first[key] = (first[key]?.first ?? row[3], row[3])
    }
    return first.compactMap { key, pair in
      guard pair.first != pair.latest, months.contains(key.month), let metric = Metric(rawValue: key.metric)
      else { return nil }
      return Restatement(
        account: key.account, month: key.month, metric: metric, firstReported: pair.first, latest: pair.latest)
    }.sorted { ($0.account, $0.month.index, $0.metric.rawValue) < ($1.account, $1.month.index, $1.metric.rawValue) }
  }

  private struct RestatementKey: Hashable {
    let account: Int64
    let month: Month
    let metric: String
  }

  private static let importedFiles = """
    SELECT import.id, received_at, format, creator.code, account.platform, from_day, through_day, accepted, unchanged,
      restated, refused
    FROM import CROSS JOIN source_file ON source_file.import = import.id
    LEFT JOIN account ON account.id = source_file.account LEFT JOIN creator ON creator.id = account.creator
    ORDER BY import.id, source_file.ordinal
    """

  private func importTallies(zoneOffset: Int) throws -> [ImportTally] {
    try Row.fetchAll(db, sql: Self.importedFiles).map { row in
      let period = (row[5] as Int32?).flatMap { from in
        (row[6] as Int32?).map { Period(from: Day(number: from), through: Day(number: $0)) }
      }
      return ImportTally(
        number: row[0], receivedOn: Instant(seconds: row[1]).day(offset: zoneOffset), format: row[2], creator: row[3],
        platform: (row[4] as String?).flatMap(Platform.init), period: period, accepted: row[7], unchanged: row[8],
        restated: row[9], refused: row[10])
    }
  }
}

extension TalkTally {
  /// Adds talks of one language. A talk in a language that is not read is no talk without themes: it stands apart.
  fileprivate mutating func add(language: LanguageTag?, published: Int, transcribed: Int, seconds: Double) {
    self.published += published
    if let language, language.isUnread {
      unread[language, default: 0] += transcribed
    } else {
      self.transcribed += transcribed
      transcribedSeconds += seconds
    }
  }
}

extension LanguageTag {
  /// Languages that are not read, as a list in SQL.
  static let unreadList = allCases.filter(\.isUnread).map { "'\($0.rawValue)'" }.joined(separator: ", ")
}
