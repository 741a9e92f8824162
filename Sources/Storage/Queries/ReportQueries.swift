import GRDB
package import Records

extension ArchiveReader {
  /// What reports are made from, for months in order. Reads rollups, so that its cost does not grow with the comments.
  package func programmeData(
    months: [Month], today: Day, zoneOffset: Int, fingerprint: String
  ) throws -> ProgrammeData {
    guard let first = months.first, let last = months.last else { return ProgrammeData(months: []) }
    let range: StatementArguments = ["first": first.index, "last": last.index]
    let zoned: StatementArguments = ["first": first.index, "last": last.index, "offset": zoneOffset]
    var data = ProgrammeData(
      months: months, creators: try creatorCards(today: today), accounts: try accounts(),
      metrics: try metrics(range), talks: try talkTallies(zoned), themes: try themeTallies(zoned),
      comments: try commentTallies(range), watched: try watched(first...last),
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
    let sql = "SELECT * FROM metric_rollup WHERE month BETWEEN :first AND :last ORDER BY account, month, metric"
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

  private func talkTallies(_ range: StatementArguments) throws -> [TalkTally] {
    let sql = """
      SELECT account, \(Self.publishedMonth) AS month, r.language, count(*), count(r.post), coalesce(sum(r.seconds), 0)
      FROM post LEFT JOIN talk_reading r ON r.post = post.id AND r.part = 'transcript'
      WHERE published_at IS NOT NULL AND same_as IS NULL GROUP BY 1, 2, 3
      HAVING month BETWEEN :first AND :last ORDER BY 1, 2, 3
      """
    var tallies: [TalkTally] = []
    for row in try Row.fetchAll(db, sql: sql, arguments: range) {
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
  private func themeTallies(_ range: StatementArguments) throws -> [ThemeTally] {
    let hasVerdicts = try db.tableExists("talk_verdict")
    let judged = """
      (SELECT verdict FROM talk_verdict v WHERE v.post = f.post AND v.theme = f.theme AND v.text_hash = r.text_hash)
      """
    let sql = """
      SELECT account, month, language, theme, stance, count(*), sum(seconds), verdict FROM (
        SELECT DISTINCT post.id, account, \(Self.publishedMonth) AS month, f.language, f.theme, stance, sentence_start,
          f.seconds, iif(stance = 'opposes', \(hasVerdicts ? judged : "NULL"), NULL) AS verdict
        FROM talk_finding f JOIN post ON post.id = f.post JOIN talk_reading r ON r.post = f.post AND r.part = f.part
        WHERE f.part = 'transcript' AND published_at IS NOT NULL AND r.language NOT IN (\(LanguageTag.unreadList)))
      WHERE month BETWEEN :first AND :last GROUP BY 1, 2, 3, 4, 5, 8 ORDER BY 1, 2, 3, 4, 5, 8
      """
    return try Row.fetchAll(db, sql: sql, arguments: range).compactMap { row in
      guard let language = LanguageTag(rawValue: row[2]), let stance = Stance(rawValue: row[4]) else { return nil }
      return ThemeTally(
        account: row[0], month: Month(index: row[1]), language: language, theme: row[3], stance: stance,
        sentences: row[5], seconds: row[6], verdict: (row[7] as String?).flatMap(Verdict.init(rawValue:)))
    }
  }

  private static let watchedTalks = """
    WITH stated AS (
      SELECT r.post, r.seconds, o.from_day, o.through_day, o.value,
        (SELECT v.value FROM observation v WHERE v.post = r.post AND v.metric = 'views' AND v.scope = 'period'
          AND v.as_of = o.as_of AND v.from_day = o.from_day AND v.through_day = o.through_day AND v.dimensions = ''
          ORDER BY v.source_file DESC LIMIT 1) AS views,
        row_number() OVER (PARTITION BY r.post, o.from_day, o.through_day ORDER BY o.source_file DESC) AS age
      FROM talk_reading r CROSS JOIN observation o ON o.post = r.post AND o.metric = 'watch_hours' AND o.scope = 'period'
        AND o.as_of BETWEEN :first AND :last AND o.dimensions = '' AND o.value IS NOT NULL AND o.from_day >= :first
        AND o.through_day - o.from_day BETWEEN 27 AND 30
      WHERE r.part = 'transcript' AND r.seconds > 0),
    found AS (
      SELECT DISTINCT post, theme, sentence_start, seconds FROM talk_finding
      WHERE part = 'transcript' AND stance = 'promotes'),
    carried AS (
      SELECT post, theme, sum(seconds) AS seconds FROM found GROUP BY post, theme
      UNION ALL SELECT post, '', sum(seconds) FROM (SELECT DISTINCT post, sentence_start, seconds FROM found) GROUP BY post)
    SELECT post.account, stated.post, from_day, through_day, value, views, stated.seconds, duration_seconds, theme,
      carried.seconds
    FROM stated JOIN post ON post.id = stated.post LEFT JOIN carried ON carried.post = stated.post
    WHERE age = 1 ORDER BY stated.post, from_day, through_day, theme
    """

  /// Talks with a text that an export states a whole month of watching for; the latest statement counts. Found from the
  /// talks by index, so that the cost does not grow with the numbers of other posts. The theme '' stands for any theme.
  private func watched(_ months: ClosedRange<Month>) throws -> [TalkWatch] {
    let days: StatementArguments = [
      "first": months.lowerBound.firstDay.number, "last": months.upperBound.lastDay.number,
    ]
    var talks: [TalkWatch] = []
    var last: (post: Int64, month: Month)?
    let rows = try Row.fetchCursor(db, sql: Self.watchedTalks, arguments: days)
    while let row = try rows.next() {
      let period = Period(from: Day(number: row[2]), through: Day(number: row[3]))
      // Windows of 28 days are no statements about a month.
      guard let month = period.wholeMonth else { continue }
      let post: Int64 = row[1]
      if last?.post != post || last?.month != month {
        talks.append(
          TalkWatch(
            account: row[0], month: month, hours: row[4], views: row[5], seconds: row[6], duration: row[7], themed: 0,
            themes: [:]))
        last = (post, month)
      }
      guard let theme: String = row[8], let seconds: Double = row[9] else { continue }
      if theme.isEmpty {
        talks[talks.count - 1].themed = seconds
      } else {
        talks[talks.count - 1].themes[theme] = seconds
      }
    }
    return talks
  }

  /// Commenters of several posts are not added: the largest part is a lower bound that is always true.
  private func commentTallies(_ range: StatementArguments) throws -> [CommentTally] {
    let sql = """
      SELECT account, month, language, c.kind, label, sum(comments), max(commenters) FROM comment_rollup c
      JOIN post ON post.id = c.post WHERE month BETWEEN :first AND :last GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
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
      SELECT account, from_day, metric, value, through_day FROM observation
      WHERE scope = 'period' AND post IS NULL AND dimensions = '' AND value IS NOT NULL
        AND through_day - from_day BETWEEN 27 AND 30
      ORDER BY account, from_day, metric, source_file
      """
    var first: [RestatementKey: (first: Double, latest: Double)] = [:]
    let rows = try Row.fetchCursor(db, sql: sql)
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

  private func importTallies(zoneOffset: Int) throws -> [ImportTally] {
    try imports().flatMap { entry in
      entry.files.map { file in
        ImportTally(
          number: entry.id, receivedOn: entry.receivedAt.day(offset: zoneOffset), format: file.format,
          creator: file.creator, platform: file.platform, period: file.period, accepted: file.counts.accepted,
          unchanged: file.counts.unchanged, restated: file.counts.restated, refused: file.counts.refused)
      }
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
