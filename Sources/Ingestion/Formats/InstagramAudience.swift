import Records

/// Instagram, "Download your information", past insights of the account: audience, interactions and people
/// reached, one record each for the last months.
///
/// Quirks: letters are broken (each byte of UTF-8 is a letter of its own); the range of days states no year, so
/// that the download's day must be known from its name; per cents of ages for men are parts of the men, not of
/// all, and are told apart by `within=male`.
struct InstagramAudience: ExportFormat {
  let id = "instagram-audience"
  let title = "Instagram download, insights of the account (JSON)"

  private static let lists = ["organic_insights_audience", "organic_insights_interactions", "organic_insights_reach"]

  func score(_ probe: Probe) -> Int { InstagramAudience.list(probe) == nil ? 0 : 95 }

  private static func list(_ probe: Probe) -> String? {
    lists.first { probe.json?.names.contains($0) == true }
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: "json", account: input.downloadAccount))
    guard let list = InstagramAudience.list(input.probe) else { return }
    let reader = JSONRecordReader(input.text, layout: .members([list]), allowsLines: false)
    let pass = AccountPass(list, input, output)
    try reader.forEachRecord(output) { value, line in
      try pass.record(value, line)
    }
    try pass.finish()
  }
}

/// One reading of insights of an account.
private final class AccountPass {
  private let list: String
  private let input: FormatInput
  private let output: RecordOutput
  private var rows = RowNumber()
  private var strangers: Set<String> = []
  private var count = 0
  private var line = 0
  private var row = 0
  private var period: Period?

  init(_ list: String, _ input: FormatInput, _ output: RecordOutput) {
    self.list = list
    self.input = input
    self.output = output
  }

  func record(_ record: JSONValue, _ line: Int) throws {
    let members = (record["string_map_data"]?.members ?? []).map { member in
      (name: Mojibake.repaired(member.name), cell: member.value["value"]?.mended ?? "")
    }
    self.line = line
    row = rows.next(line)
    try findPeriod(members)
    for member in members {
      if let label = InstagramAccountLabel.label(member.name, in: list) ?? looks(of: member.cell) {
        try read(label, member.cell)
      } else if strangers.count < 50, !isRange(member.cell) {
        strangers.insert(member.name)
      }
    }
  }

  func finish() throws {
    if !strangers.isEmpty { try output.problem(.unknownColumns(strangers.sorted())) }
    if count == 0 { try output.problem(.nothingRead("numbers of the account")) }
  }

  /// What a list of places is in a language whose labels are not known: mostly countries, or not one. Ages do not
  /// tell of whom they are.
  private func looks(of cell: String) -> InstagramAccountLabel? {
    let items = list == "organic_insights_audience" ? PercentList.items(cell) : []
    guard items.count >= 2, !items.contains(where: { AudienceGroup.age($0.name) != nil }) else { return nil }
    let countries = items.count { CountryCode.code($0.name) != nil }
    return countries == 0 ? .cities : countries * 2 > items.count ? .countries : nil
  }

  // MARK: Days

  /// The days by the range's label, or by its looks where the label is in another language.
  private func findPeriod(_ members: [(name: String, cell: String)]) throws {
    let labelled = members.first {
      if case .range = InstagramAccountLabel.label($0.name, in: list) { true } else { false }
    }
    let cell = labelled?.cell ?? members.first { isRange($0.cell) }?.cell
    let day = DownloadName(input.hints.names).day ?? input.hints.period?.through
    period = day.flatMap { day in cell.flatMap { YearlessRange.period($0, endingBy: day) } } ?? input.hints.period
    guard period == nil else { return }
    try output.problem(
      Problem(
        "instagram.no-year", .rowRefused, line: line, found: "days without a year", expected: "a year",
        remedy: "Hand in the whole zip as downloaded, or say the days with --period 2026-10."))
  }

  private func isRange(_ cell: String) -> Bool {
    YearlessRange.period(cell, endingBy: input.hints.receivedOn) != nil
  }

  // MARK: Values

  private func read(_ label: InstagramAccountLabel, _ cell: String) throws {
    switch label {
    case .metric(let metric, let dimensions): try emit(metric, dimensions, cell, isOfDays: true)
    case .reached(let dimensions):
      let isPercent = cell.withBytes { $0.trimmed().last == 0x25 }
      try emit(isPercent ? .reachPercent : .reach, dimensions, cell, isOfDays: true)
    case .followers: try emit(.followers, "", cell)
    case .gender(let gender): try emit(.followersPercent, AudiencePart.gender(gender).dimensions, cell)
    case .ages(let gender):
      for item in PercentList.items(cell) {
        guard let age = AudienceGroup.age(item.name) else { continue }
        let dimensions = AudiencePart.age(age).dimensions + (gender.map { ";within=\($0)" } ?? "")
        try emit(.followersPercent, dimensions, item.value)
      }
    case .cities:
      for item in PercentList.items(cell) {
        try emit(.followersPercent, AudiencePart.city(item.name).dimensions, item.value)
      }
    case .countries: try readCountries(cell)
    case .range, .ignored: break
    }
  }

  private func readCountries(_ cell: String) throws {
    for item in PercentList.items(cell) {
      if let part = AudiencePart.country(item.name) {
        try emit(.followersPercent, part.dimensions, item.value)
      } else {
        try output.problem(AudiencePart.unknownCountry(line: line))
      }
    }
  }

  private func emit(_ metric: Metric, _ dimensions: String, _ cell: String, isOfDays: Bool = false) throws {
    if isOfDays, period == nil { return }
    let isCount = metric != .followersPercent && metric != .reachPercent
    let value = cell.withBytes { NumberParser().parse($0, as: isCount ? .count : .decimal) }
    if case .unreadable = value {
      try output.problem(cell.withBytes { .unreadableNumber(line: line, column: metric.rawValue, cell: $0) })
    }
    count += 1
    try output.observation(
      Observation(
        subject: .account, account: input.downloadAccount, metric: metric, scope: isOfDays ? .period : .lifetime,
        period: isOfDays ? period : nil, asOf: period?.through ?? input.downloadDay, dimensions: dimensions,
        value: value, row: row))
  }
}
