package import Drawing
package import Figures
package import Records

/// Everything that one reader outside the house is sent for one period, out of one set of rows.
package struct ReportPackage {
  private let plan: DonorPlan
  private let period: ReportingPeriod
  private let words: [ReportLanguage: Phrases]
  private let own: Phrases
  private let style: Stylesheet
  private let preparedOn: Day
  private let edition: String
  private let rows: [IndicatorRow]
  private let tables: [PackageTable]
  private let changes: PackageTable
  private let elsewhere: Int
  private let notes: [FigureNote]
  private let isDraft: Bool
  /// What readers learn from this package; later tables and packages are held against it.
  package let released: [ReleasedCell]

  /// - Parameters:
  ///   - data: tallies of the months of `period`; earlier months tell which channels are silent.
  ///   - words: words in all languages; names of indicators stand in each.
  ///   - counted: codes of authors whom another report counts too.
  ///   - earlier: indicators of the package before this one.
  ///   - notes: what the team wrote beside figures; shareable notes beside figures of several authors are printed.
  ///   - history: what was handed out before, to whomever.
  ///   - errata: corrections of months that had been approved.
  ///   - isDraft: marks every page and table as not to be handed out.
  package init(
    data: ProgrammeData, plan: DonorPlan, period: ReportingPeriod, words: ReportWords, style: Stylesheet,
    preparedOn: Day, countedElsewhere counted: Set<String> = [], earlier: [EarlierIndicator] = [],
    notes: [FigureNote] = [],
    history: ReleaseHistory = ReleaseHistory(), errata: [Erratum] = [], isDraft: Bool = false
  ) {
    let phrases = ReportLanguage.written.reduce(into: [:]) { $0[$1] = Phrases(words[$1]) }
    let own = phrases[plan.language] ?? Phrases(words[plan.language])
    let source = FigureSource(data, authors: plan.authors)
    var builder = IndicatorBuilder(source: source, period: period, words: phrases, history: history)
    for planned in plan.indicators { builder.add(planned) }
    (rows, released) = builder.finished()
    let outputs = LedgerTables.outputs(source, period, elsewhere: counted)
    let corrections = PackageErrata(errata: errata, rows: rows, history: history)
    let all = [
      IndicatorTables.indicators(rows), IndicatorTables.disaggregation(rows), outputs,
      PlanTables.targets(plan), PlanTables.definitions(plan, own),
      LedgerTables.restatements(data, source, plan, period), LedgerTables.suppression(rows), corrections.table(),
    ]
    let changed = PackageChanges.table(rows, earlier: earlier, errata: corrections)
    tables = isDraft ? all.map { $0.draft() } : all
    changes = isDraft ? changed.draft() : changed
    self.isDraft = isDraft
    elsewhere = Self.sum(outputs, column: "counted_elsewhere_too")
    (self.plan, self.period, self.words, self.own) = (plan, period, phrases, own)
    (self.style, self.preparedOn, self.edition) = (style, preparedOn, data.lexiconFingerprint)
    // A note beside one author's figure would single that author out.
    self.notes = notes.filter { note in
      guard note.isShareable, let name = FigureName(note.figure) else { return false }
      return name.selection.creator == nil && period.months.contains(name.month)
    }
  }

  private static func sum(_ table: PackageTable, column: String) -> Int {
    guard let index = table.columns.firstIndex(where: { $0.name == column }) else { return 0 }
    return table.rows.reduce(0) { sum, row in
      if case .number(let value, _) = row[index] { sum + Int(value) } else { sum }
    }
  }

  /// All files but the workbook, in their order.
  ///
  /// - Parameter hash: SHA-256 as hexadecimal digits.
  /// - Throws: what the JSON encoder throws.
  package func files(hash: ([UInt8]) -> String) throws -> [PackageFile] {
    let plain = dataFiles()
    let changed = PackageFile(path: "CHANGES.csv", bytes: changes.csv())
    let resources = zip(tables + [changes], plain + [changed]).map { table, file in
      DataPackage.Resource(table, path: file.path, bytes: file.bytes, hash: hash(file.bytes))
    }
    let description = DataPackage(
      id: "sha256:" + hash(Array(resources.map(\.hash).joined(separator: "\n").utf8)),
      name: "package-\(plan.id)-\(period.label)".lowercased(),
      title: (isDraft ? PackageTable.draftMark + ": " : "") + own("package.title", ["period": .text(period.label)]),
      description: own(
        "package.dates",
        ["from": .text(own.date(period.from)), "through": .text(own.date(period.through))]),
      sources: sources, version: "1.0.0", created: "\(preparedOn)T00:00:00Z", resources: resources)
    return [PackageFile(path: "README.html", bytes: readme()), PackageFile(path: "methods.html", bytes: methods())]
      + plain + excelFiles() + hxlFiles() + iati()
      + [
        changed,
        PackageFile(path: "datapackage.json", bytes: try description.json()),
      ]
  }

  /// Where the numbers come from, each kind of source once.
  private var sources: [DataPackage.Source] {
    let titles = plan.indicators.map { IndicatorSheet($0, plan, own).source }
    return Set(titles).sorted().map(DataPackage.Source.init)
  }

  /// The tables as programs read them; two packages with the same ones say the same.
  package func dataFiles() -> [PackageFile] {
    tables.map { PackageFile(path: "data/\($0.name).csv", bytes: $0.csv()) }
  }

  private func excelFiles() -> [PackageFile] {
    (tables + [changes]).map { PackageFile(path: "excel/\($0.name).csv", bytes: $0.excelCSV()) }
  }

  private func hxlFiles() -> [PackageFile] {
    tables.prefix(3).map { PackageFile(path: "hxl/\($0.name).csv", bytes: $0.hxl()) }
  }

  private func iati() -> [PackageFile] {
    guard let activity = plan.activity else { return [] }
    let document = IATIDocument(
      activity: isDraft ? activity.draft() : activity, rows: rows, words: words, language: plan.language,
      preparedOn: preparedOn)
    return [PackageFile(path: "iati/result.xml", bytes: document.xml().document())]
  }

  /// The workbook: every table a sheet, and the notes.
  package func writeXLSX(to path: String) throws(XLSXError) {
    let notes = ["consent", "missing", "range", "suppressed", "shares", "themes", "additive"]
    let writer = XLSXWriter(
      sheetName: own["summary.sheet"], notesName: own["summary.notesSheet"],
      notes: notes.map { own["summary.note.\($0)"] } + [own["package.light"], own["package.channels"]]
        + (isDraft ? [own["package.draft"]] : []),
      preparedOn: preparedOn)
    let sheets = (tables + [changes]).map {
      XLSXSheet(name: $0.name, header: $0.columns.map(\.name), rows: $0.rows)
    }
    try writer.write(sheets, to: path)
  }

  private func readme() -> [UInt8] {
    PackagePage(
      plan: plan, period: period, rows: rows, words: own, style: style, preparedOn: preparedOn, elsewhere: elsewhere,
      hasIATI: plan.activity != nil, notes: notes, isDraft: isDraft
    ).html()
  }

  private func methods() -> [UInt8] {
    MethodsPage(
      plan: plan, period: period, rows: rows, words: own, style: style, preparedOn: preparedOn,
      elsewhere: elsewhere, edition: edition, isDraft: isDraft
    ).html()
  }
}
