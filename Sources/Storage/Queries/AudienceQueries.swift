import GRDB
package import Records

extension ArchiveReader {
  private static let audienceMetrics: [Metric] = [
    .viewerPercent, .views, .viewsPercent, .reachPercent, .reach, .followersPercent, .followers,
  ]

  /// Days after a month's end on which a list of followers still speaks for the month.
  private static let daysAfter: Int32 = 10

  /// What exports say of the audience of a month, the latest statement of each group. Numbers of a period count where it is
  /// exactly the month; lists of followers where they were taken in the month or in the days after it.
  package func audienceParts(in month: Month) throws -> [AudiencePart] {
    let sql = """
      SELECT o.account, o.metric, o.dimensions, o.value, o.scope, o.from_day, o.through_day
      FROM account CROSS JOIN json_each(:metrics) m CROSS JOIN json_each('["period","lifetime"]') s
      CROSS JOIN observation o ON o.account = account.id AND o.metric = m.value AND o.scope = s.value
        AND o.as_of BETWEEN :first AND :late AND o.post IS NULL
      WHERE o.dimensions <> '' AND o.value IS NOT NULL
        AND (instr(o.dimensions, 'age=') OR instr(o.dimensions, 'gender=') OR instr(o.dimensions, 'country=')
          OR instr(o.dimensions, 'city='))
        AND (o.scope = 'lifetime' OR (o.from_day = :first AND o.through_day = :last))
      ORDER BY o.account, o.metric, o.dimensions, o.as_of, o.source_file
      """
    let metrics = "[" + Self.audienceMetrics.map { "\"\($0.rawValue)\"" }.joined(separator: ",") + "]"
    let rows = try Row.fetchCursor(
      db, sql: sql,
      arguments: [
        "metrics": metrics, "first": month.firstDay.number, "last": month.lastDay.number,
        "late": month.lastDay.number + Self.daysAfter,
      ])
    var parts: [AudiencePart] = []
    while let row = try rows.next() {
      guard let metric = Metric(rawValue: row[1]) else { continue }
      let part = AudiencePart(account: row[0], month: month, metric: metric, dimensions: row[2], value: row[3])
      let isNewer = parts.last.map {
        ($0.account, $0.metric, $0.dimensions) == (part.account, part.metric, part.dimensions)
      }
      if isNewer == true { parts.removeLast() }
      parts.append(part)
    }
    return parts
  }
}
