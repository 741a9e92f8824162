import Records

/// Meta Business Suite, Insights, "Results": one number a day for the account, in sections with a title each.
/// UTF-16LE with `sep=,`; files of 2023 and 2024 hold a Facebook and an Instagram section.
///
/// Quirks: a title such as `Reach` does not tell the platform; the clock after the date is not midnight
/// everywhere; days without a number may be missing.
struct MetaDaily: ExportFormat {
  let id = "meta-daily"
  let title = "Meta Business Suite daily series"
  let neededColumns = ["Date", "Primary"]

  func score(_ probe: Probe) -> Int {
    probe.table.rows.prefix(12).contains { MetaSection.isHeader($0.cells) } ? 88 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: input.probe.table.dialect.summary, scope: .period,
        account: input.hints.account))
    let table = input.table()
    var title = ""
    var section: MetaSection?
    var count = 0
    var hasSection = false
    while true {
      let step = try table.advance()
      if step == .end { break }
      if case .refused(let fault) = step {
        try output.problem(.csv(fault))
        continue
      }
      let key = table[0].trimmed()
      if let day = Day(key.part(0..<min(10, key.count)).string) {
        count += try emit(day, section, input, table, output)
      } else if table.hasOneCell {
        title = key.part(0..<min(key.count, HeaderName.limit)).string
        section = nil
      } else if MetaSection.isHeader((0..<table.count).map { table[$0].string }) {
        section = try open(title, input, table, output)
        hasSection = hasSection || section != nil
      }
    }
    if count == 0 { try output.problem(hasSection ? MetaDaily.noDays : .nothingRead("section of Instagram")) }
  }

  /// Meta leaves out days with 0 in some series; one without any day is no fault, and no row of zeros either.
  private static let noDays = Problem(
    "meta.no-days", .note, found: "a series without a day", expected: "at least one day",
    remedy: "Nothing needs to be done if the month was quiet.")

  private func open(
    _ title: String, _ input: FormatInput, _ table: TableReader, _ output: RecordOutput
  ) throws -> MetaSection? {
    if MetaSection.isFacebook(title) {
      try output.problem(
        Problem(
          "meta.facebook-section", .note, line: table.line, found: "a section for Facebook", expected: "Instagram",
          remedy: "It was left out; nothing needs to be done."))
      return nil
    }
    guard var section = MetaSection(title: title, fileName: input.probe.name) else {
      try output.problem(
        Problem(
          "meta.unknown-section", .rowRefused, line: table.line, found: "a section that is not known",
          expected: "Reach, Views, Viewers, Follows, Content interactions, link clicks or profile visits",
          remedy: "Export it with the interface in English."))
      return nil
    }
    let isInFolder = input.hints.names.dropFirst().contains { $0.lowercased().withBytes { $0.holds("instagram") } }
    if section.platform == nil { section.platform = isInFolder ? .instagram : input.hints.account.platform }
    if section.platform == nil {
      try output.problem(
        Problem(
          "account.platform-unknown", .note, line: table.line, found: "a title without a platform",
          expected: "Instagram or Facebook", remedy: "Say whose file it is with --creator, if it was not found out."))
    }
    return section
  }

  private func emit(
    _ day: Day, _ section: MetaSection?, _ input: FormatInput, _ table: TableReader, _ output: RecordOutput
  ) throws -> Int {
    guard let section else { return 0 }
    let value = NumberParser().parse(table[1], as: .count)
    if case .unreadable = value {
      try output.problem(.unreadableNumber(line: table.line, column: "Primary", cell: table[1]))
    }
    try output.observation(
      Observation(
        subject: .account, account: input.account(section.platform), metric: section.metric, scope: .period,
        period: Period(from: day, through: day), asOf: day, value: value, row: table.line))
    return 1
  }
}

extension TableReader {
  /// Whether all cells but the first are empty.
  fileprivate var hasOneCell: Bool { (1..<max(1, count)).allSatisfy { self[$0].isEmpty } }
}

/// A section of a daily series: what is counted, and where.
private struct MetaSection {
  var metric: Metric
  /// Nil where the title does not tell.
  var platform: Platform?

  /// `Date,Primary`: the second name is English in every language seen.
  static func isHeader(_ cells: [String]) -> Bool {
    cells.count >= 2 && cells.dropFirst().contains { HeaderName.normalised($0) == "primary" }
  }

  static func isFacebook(_ title: String) -> Bool {
    HeaderName.normalised(title).withBytes { $0.holds("facebook") }
  }

  /// A file without a title, as older ones are, is named for its metric.
  init?(title: String, fileName: String) {
    let stem = fileName.utf8.split(separator: ASCII.dot).first.map { String(Substring($0)) } ?? ""
    let name = HeaderName.normalised(title.isEmpty ? stem : title)
    let isInstagram = name.withBytes { $0.holds("instagram") }
    guard let metric = MetaSection.metrics.first(where: { stem in name.withBytes { $0.holds(stem.0) } })?.1 else {
      return nil
    }
    self.metric = metric
    platform = isInstagram ? .instagram : nil
  }

  /// English as seen; Russian as Meta's interface words it.
  private static let metrics: [(String, Metric)] = [
    ("reach", .reach), ("охват", .reach), ("viewers", .viewers), ("зрители", .viewers), ("views", .views),
    ("просмотры", .views), ("profile visits", .profileVisits), ("посещения", .profileVisits),
    ("visits", .profileVisits),
    ("follows", .follows), ("подписки", .follows), ("interactions", .interactions),
    ("взаимодействия", .interactions), ("link clicks", .linkClicks), ("клики по ссылк", .linkClicks),
  ]
}
