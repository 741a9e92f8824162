import Records

/// Meta Business Suite, Insights, `Audience.csv`: who follows, in blocks with a title each.
///
/// Quirks: since 2025 cities and countries lie across (a row of names, a row of per cents without a sign), until
/// 2024 they lay below each other with the sign; the order of blocks, and that of men and women, changes from
/// file to file; newer titles do not tell the platform; names with commas may stand without quotes.
struct MetaAudience: ExportFormat {
  let id = "meta-audience"
  let title = "Meta Business Suite audience"

  func score(_ probe: Probe) -> Int {
    probe.table.rows.prefix(60).contains { row in
      guard let title = row.cells.first, row.cells.dropFirst().allSatisfy(\.isEmpty) else { return false }
      return [.ageGender, .cities, .countries].contains(MetaAudienceBlock.known(title))
    } ? 92 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: input.probe.table.dialect.summary, scope: .lifetime,
        account: input.hints.account))
    try AudienceBlocks(input, output).read()
  }
}

/// One reading of an Audience table.
private final class AudienceBlocks {
  private let input: FormatInput
  private let output: RecordOutput
  private let table: TableReader
  private let sections: MetaSectionReader
  private let numbers: NumberParser
  private var block = MetaAudienceBlock.ignored
  private var platform: Platform?
  private var isFacebook = false
  /// Below a title: the genders by column, or the names of a block that lies across.
  private var genders: [Int: String] = [:]
  private var names: [String] = []
  private var isVertical = false
  private var hasHeader = false
  private var hasToldPlatform = false
  private var count = 0

  init(_ input: FormatInput, _ output: RecordOutput) {
    self.input = input
    self.output = output
    table = input.table()
    sections = MetaSectionReader(input, output)
    let cells = input.probe.table.rows.flatMap(\.cells)
    numbers = NumberParser(mark: DecimalMark.vote(cells), missing: .notInExport)
  }

  func read() throws {
    while true {
      let step = try table.advance()
      if step == .end { break }
      if case .refused(let fault) = step {
        try output.problem(.csv(fault))
        continue
      }
      if table.isUnfinished { try output.problem(.unfinishedLine(line: table.line)) }
      if let title { try begin(title) } else { try readRow() }
    }
    if count == 0 { try output.problem(.nothingRead("audience of an Instagram account")) }
  }

  // MARK: Titles

  /// The title in this row; nil if it is none. One city alone in its row is told from a title by its place.
  private var title: String? {
    guard table.hasOneCell, table.day == nil else { return nil }
    let cell = table[0].trimmed()
    let isData = ASCII.isDigit(cell.first ?? 0) || cell.first == ASCII.less
    if isData || cell.starts(with: "FB_") || cell.starts(with: "IG_") { return nil }
    let text = cell.part(0..<min(cell.count, HeaderName.limit)).string
    let awaitsNames = (block == .cities || block == .countries) && !hasHeader
    return awaitsNames && MetaAudienceBlock.known(text) == nil ? nil : text
  }

  private func begin(_ title: String) throws {
    block = MetaAudienceBlock(title: title)
    sections.close()
    genders = [:]
    names = []
    isVertical = false
    hasHeader = false
    isFacebook = MetaSection.isFacebook(title)
    platform = MetaSection.platform(title) ?? MetaPlatform.platform(input)
    guard block != .ignored else { return }
    if case .other = block { return }
    if isFacebook { return try output.problem(MetaPlatform.facebook(line: table.line)) }
    if platform == nil, !hasToldPlatform {
      hasToldPlatform = true
      try output.problem(MetaPlatform.unknown(line: table.line))
    }
  }

  // MARK: Rows

  private func readRow() throws {
    if case .other(let title) = block { return try readOther(title) }
    guard !isFacebook else { return }
    switch block {
    case .total: try readTotal()
    case .ageGender: try readAges()
    case .cities, .countries: try readPlaces()
    case .ignored, .other: break
    }
  }

  private func readOther(_ title: String) throws {
    if let day = table.day {
      count += try sections.day(day, table) ? 1 : 0
    } else if let column = MetaSection.column(table.cells) {
      hasHeader = true
      try sections.open(column.title ?? title, column: column.place, line: table.line)
    } else if !hasHeader {
      hasHeader = true
      try output.problem(
        Problem(
          "meta.unknown-block", .rowRefused, line: table.line, found: "a block that is not known",
          expected: "age and gender, cities, countries or followers", remedy: "Export it with the interface in English."
        ))
    }
  }

  /// `IG_ACCOUNT,FOLLOW,UNIQUE_USERS`, then the number.
  private func readTotal() throws {
    let cell = table[0].trimmed()
    if cell.starts(with: "FB_") { isFacebook = true }
    guard ASCII.isDigit(cell.first ?? 0) else { return }
    try emit(.followers, "", numbers.parse(cell, as: .count), "Followers", cell)
  }

  /// A header with men and women in any order, then a row an age.
  private func readAges() throws {
    if genders.isEmpty {
      for (index, cell) in table.cells.enumerated().dropFirst() { genders[index] = AudienceGroup.gender(cell) }
      if genders.isEmpty { try refuseRow("a header without men or women", expected: "\"Men\" and \"Women\"") }
      return
    }
    guard let age = AudienceGroup.age(table[0].trimmed().string) else {
      return try refuseRow("a row without an age", expected: "an age such as 18-24")
    }
    for (index, gender) in genders.sorted(by: { $0.key < $1.key }) {
      try emitPercent(.age(age, gender: gender), table[index])
    }
  }

  private func readPlaces() throws {
    let cells = table.cells
    let filled = cells.lastIndex { !$0.isEmpty } ?? 0
    if !hasHeader {
      hasHeader = true
      isVertical = AudienceBlocks.valueWords.contains(HeaderName.normalised(cells[filled]))
      if isVertical { return }
      isVertical = filled > 0 && !cells[0].withBytes(isNumber) && cells[filled].withBytes(isNumber)
      if !isVertical {
        names = Array(cells[...filled])
        return
      }
    }
    if isVertical { return try emitPlace(cells[..<filled].joined(separator: ", "), table[filled]) }
    guard filled + 1 == names.count else {
      let found = names.count
      names = []
      return found == 0
        ? () : try refuseRow("\(filled + 1) values below \(found) names", expected: "a value for each name")
    }
    for (index, name) in names.enumerated() { try emitPlace(name, table[index]) }
    names = []
  }

  private static let valueWords: Set<String> = ["value", "значение", "valor"]

  private func isNumber(_ cell: Bytes) -> Bool {
    switch numbers.parse(cell, as: .decimal) {
    case .known, .approximate: true
    case .withheld, .notInExport, .unreadable: false
    }
  }

  // MARK: Numbers

  private func emitPlace(_ name: String, _ cell: Bytes) throws {
    guard !name.isEmpty else { return }
    guard let part = block == .cities ? .city(name) : AudiencePart.country(name) else {
      return try output.problem(AudiencePart.unknownCountry(line: table.line))
    }
    try emitPercent(part, cell)
  }

  private func emitPercent(_ part: AudiencePart, _ cell: Bytes) throws {
    try emit(.followersPercent, part.dimensions, numbers.parse(cell, as: .decimal), part.dimensions, cell)
  }

  private func emit(
    _ metric: Metric, _ dimensions: String, _ value: Reported<Double>, _ column: String, _ cell: Bytes
  ) throws {
    if case .unreadable = value {
      try output.problem(.unreadableNumber(line: table.line, column: column, cell: cell))
    }
    count += 1
    try output.observation(
      Observation(
        subject: .account, account: input.account(platform), metric: metric, scope: .lifetime, asOf: input.takenOn,
        dimensions: dimensions, value: value, row: table.line))
  }

  private func refuseRow(_ found: String, expected: String) throws {
    try output.problem(
      Problem(
        "audience.bad-row", .rowRefused, line: table.line, found: found, expected: expected,
        remedy: "Hand in the file as downloaded, not a copy saved by Excel."))
  }
}
