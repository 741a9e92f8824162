import Records

/// Opens a workbook or Word document and visits its sheets or its text.
struct OfficeReader {
  /// Its own name first, then what encloses it.
  let names: [String]
  let budget: ArchiveBudget
  /// Whether it was handed in as it is, and lies in no archive.
  var isOutermost = false

  /// - Throws: what `visit`, `problem` or the source threw; if the document is not the outermost thing, also faults
  ///   that end the walk around it.
  func read(
    _ bytes: any ByteSource, _ visit: (SourceFile) throws -> Void,
    problem: (Problem) throws -> Void
  ) throws {
    do {
      try open(OfficePackage(bytes, budget: budget, isOutermost: isOutermost), visit, problem: problem)
    } catch let fault as OfficePackage.Fault {
      try problem(named(fault.problem))
    } catch let fault as XMLFault {
      var found = Problem.xml(fault)
      found.severity = .fileRefused
      try problem(named(found))
    } catch let fault as ArchiveEntrySource.Fault where isOutermost || !fault.endsWalk {
      try problem(fault.problem(entry: names.first ?? ""))
    }
  }

  private func open(
    _ package: OfficePackage, _ visit: (SourceFile) throws -> Void, problem: (Problem) throws -> Void
  ) throws {
    let main = try package.relations(of: "").first { $0.kind == "officeDocument" }?.target
    let root = try main.flatMap { path in try package.part(path) { try OfficeReader.root($0) } }
    switch (main, root) {
    case (let path?, "workbook"?):
      try visitSheets(Workbook(package, path: path, limits: budget.limits), package, visit, problem: problem)
    case (let path?, "document"?):
      try visitText(package, path: path, visit)
    default: try problem(named(.unknownDocument()))
    }
  }

  /// The name of a part's outermost element.
  private static func root(_ bytes: any ByteSource) throws -> String? {
    let reader = XMLReader(bytes)
    while let event = try reader.next() {
      if case .start(let element) = event { return element.name }
    }
    return nil
  }

  private func visitText(_ package: OfficePackage, path: String, _ visit: (SourceFile) throws -> Void) throws {
    _ = try package.part(path) { bytes in
      try visit(SourceFile(names: names, form: .document, bytes: DocumentText(bytes)))
    }
  }

  private func visitSheets(
    _ workbook: Workbook, _ package: OfficePackage, _ visit: (SourceFile) throws -> Void,
    problem: (Problem) throws -> Void
  ) throws {
    var count = 0
    if workbook.sheets.count > budget.limits.sheets { try problem(named(.tooManySheets(workbook.sheets.count))) }
    for sheet in workbook.sheets.prefix(budget.limits.sheets) {
      if sheet.isHidden {
        count += 1
        try problem(named(.hiddenSheet(), sheet.name))
        continue
      }
      _ = try package.part(sheet.path) { bytes in
        let source = SheetSource(bytes, workbook: workbook, budget: budget)
        if try source.isNotes() { return }
        guard try source.isEmpty() else {
          count += 1
          return try visit(SourceFile(names: sheetNames(sheet.name), form: .sheet, bytes: source))
        }
        for found in source.problems {
          count += 1
          try problem(named(found, sheet.name))
        }
      }
    }
    if count == 0 { try problem(named(.emptyFile())) }
  }

  private func sheetNames(_ sheet: String) -> [String] {
    [(names.first ?? "") + "!/" + sheet] + names.dropFirst()
  }

  /// Names the sheet, or a document that lies in an archive; of the outermost thing the caller knows the name.
  private func named(_ problem: Problem, _ sheet: String? = nil) -> Problem {
    var named = problem
    named.column = sheet ?? problem.column ?? (isOutermost ? nil : names.first)
    return named
  }
}

extension Problem {
  static func documentTooLarge() -> Problem {
    Problem(
      "office.too-large", .fileRefused, found: "a document that is too large", expected: "at most 64 MiB",
      remedy: "Save the sheet that is meant as CSV, or split it.")
  }

  static func unknownDocument() -> Problem {
    Problem(
      "office.unknown", .fileRefused, found: "an Office document of another kind", expected: ".xlsx or .docx",
      remedy: "Open it and save it as .xlsx, .docx or CSV.")
  }

  static func tooManySheets(_ count: Int) -> Problem {
    Problem(
      "office.too-many-sheets", .note, found: "\(count) sheets", expected: "at most 100",
      remedy: "The first 100 were read: hand in the others in a workbook of their own.")
  }

  static func hiddenSheet() -> Problem {
    Problem(
      "office.hidden-sheet", .note, found: "a hidden sheet", expected: "sheets that can be seen",
      remedy: "It was left out. Unhide it in Excel if it belongs to the data.")
  }
}
