import Records

/// Reads numbers that the Graph API calls insights: of a post, or of the account by days or as a whole.
final class GraphInsights {
  private let input: FormatInput
  private let output: RecordOutput
  private var strangers: Set<String> = []
  private var hasToldPeriod = false
  private(set) var count = 0

  init(_ input: FormatInput, _ output: RecordOutput) {
    self.input = input
    self.output = output
  }

  /// Whom and when a number is about.
  private struct Frame {
    var subject: ObservationSubject
    var account: AccountHint
    var scope = Scope.lifetime
    var period: Period?
    var asOf: Day
    var dimensions = ""
  }

  static func isInsight(_ record: JSONValue) -> Bool {
    record["name"] != nil && (record["values"] != nil || record["total_value"] != nil)
  }

  /// Reads one insight.
  /// - Parameter post: the post that it stands in; nil where only its own id tells.
  func read(_ record: JSONValue, post: String?, account: AccountHint, line: Int, rows: inout RowNumber) throws {
    guard let name = record["name"]?.string else { return }
    if name == "follows_and_unfollows" { return try readFollows(record, account, line, &rows) }
    guard let metric = GraphMetric.named[name] else {
      if !GraphMetric.ignored.contains(name), strangers.count < 100 { strangers.insert(name) }
      return
    }
    let frame = frame(record, name, post: post, account)
    for value in record["values"]?.elements ?? [] {
      try readValue(value, name, metric, record, frame, line, &rows)
    }
    if let total = record["total_value"] { try readTotal(total, metric, record, frame, line, &rows) }
  }

  /// Says which numbers were not known.
  func finish() throws {
    if !strangers.isEmpty { try output.problem(.unknownColumns(strangers.sorted())) }
  }

  /// `<id>/insights/<name>/<period>`: the id is the post's, or the account's for numbers of days.
  private func frame(_ record: JSONValue, _ name: String, post: String?, _ account: AccountHint) -> Frame {
    let owner = GraphInsights.owner(record)
    let isOfAccount = record["period"]?.string != "lifetime" || GraphMetric.isOfAccount(name)
    var account = account
    if isOfAccount, let owner { account.externalID = owner }
    let subject = isOfAccount ? nil : (post ?? owner).map(ObservationSubject.post)
    return Frame(subject: subject ?? .account, account: account, asOf: input.takenOn)
  }

  private static func owner(_ record: JSONValue) -> String? {
    guard let id = record["id"]?.string else { return nil }
    return id.utf8.split(separator: ASCII.slash).first.map { String(Substring($0)) }
  }

  // MARK: Values

  private func readValue(
    _ value: JSONValue, _ name: String, _ metric: GraphMetric, _ record: JSONValue, _ frame: Frame, _ line: Int,
    _ rows: inout RowNumber
  ) throws {
    guard var frame = try dated(frame, record, end: value["end_time"], line) else { return }
    let row = rows.next(line)
    guard let parts = value["value"], parts.isObject else {
      return try emit(metric, metric.value(value["value"]), frame, row)
    }
    for (label, number) in parts.members {
      guard let dimensions = GraphDimensions.legacy(name, label) else { continue }
      frame.dimensions = dimensions
      try emit(metric, metric.value(number), frame, row)
    }
  }

  private func readTotal(
    _ total: JSONValue, _ metric: GraphMetric, _ record: JSONValue, _ frame: Frame, _ line: Int,
    _ rows: inout RowNumber
  ) throws {
    guard var frame = try dated(frame, record, end: nil, line) else { return }
    let row = rows.next(line)
    if let value = total["value"] { try emit(metric, metric.value(value), frame, row) }
    for (dimensions, value) in GraphInsights.parts(total) {
      frame.dimensions = dimensions
      try emit(metric, metric.value(value), frame, row)
    }
  }

  /// Under one name: how many began to follow (`FOLLOWER`), and how many left.
  private func readFollows(
    _ record: JSONValue, _ account: AccountHint, _ line: Int, _ rows: inout RowNumber
  ) throws {
    guard let total = record["total_value"] else { return }
    let start = frame(record, "follows", post: nil, account)
    guard let frame = try dated(start, record, end: nil, line) else { return }
    let row = rows.next(line)
    for (dimensions, value) in GraphInsights.parts(total) {
      let metrics = ["follow_type=follower": Metric.follows, "follow_type=non_follower": .unfollows]
      guard let metric = metrics[dimensions] else { continue }
      try emit(GraphMetric(metric), GraphMetric(metric).value(value), frame, row)
    }
  }

  private static func parts(_ total: JSONValue) -> [(dimensions: String, value: JSONValue?)] {
    var parts: [(dimensions: String, value: JSONValue?)] = []
    for breakdown in total["breakdowns"]?.elements ?? [] {
      let keys = breakdown["dimension_keys"]?.elements.compactMap(\.string) ?? []
      for result in breakdown["results"]?.elements ?? [] {
        let values = result["dimension_values"]?.elements.compactMap(\.string) ?? []
        guard !keys.isEmpty, let dimensions = GraphDimensions.pairs(keys, values) else { continue }
        parts.append((dimensions, result["value"]))
      }
    }
    return parts
  }

  // MARK: Days

  /// The frame with the days that a number covers; nil, with a problem, if nothing tells them.
  private func dated(_ frame: Frame, _ record: JSONValue, end: JSONValue?, _ line: Int) throws -> Frame? {
    let name = record["period"]?.string ?? "lifetime"
    let last = end?.string.flatMap(GraphInsights.lastDay)
    var frame = frame
    if name == "lifetime" {
      frame.asOf = last ?? frame.asOf
      return frame
    }
    frame.scope = .period
    if let last {
      let length = ["week": 7, "days_28": 28][name] ?? 1
      frame.period = Period(from: last + (1 - length), through: last)
    } else {
      frame.period = input.period
    }
    if let period = frame.period {
      frame.asOf = period.through
      return frame
    }
    if !hasToldPeriod { try output.problem(GraphInsights.noDays(line: line)) }
    hasToldPeriod = true
    return nil
  }

  /// The day before a midnight of Meta's clock, which is 7 or 8 hours behind UTC.
  private static func lastDay(_ end: String) -> Day? {
    guard let civil = end.withBytes({ DateParser.civil($0, order: .monthFirst) }) else { return nil }
    return Instant(seconds: civil.instant.seconds - 1).day(offset: -8 * 3_600)
  }

  private static func noDays(line: Int) -> Problem {
    Problem(
      "meta.no-period", .rowRefused, line: line, found: "numbers of days that are not named",
      expected: "an end_time, or days in the file's name",
      remedy: "Say the days with --period 2026-10, or name the file 2026-10-01_2026-10-31.json.")
  }

  private func emit(_ metric: GraphMetric, _ value: Reported<Double>, _ frame: Frame, _ row: Int) throws {
    count += 1
    try output.observation(
      Observation(
        subject: frame.subject, account: frame.account, metric: metric.metric, scope: frame.scope,
        period: frame.period, asOf: frame.asOf, dimensions: frame.dimensions, value: value, row: row))
  }
}
