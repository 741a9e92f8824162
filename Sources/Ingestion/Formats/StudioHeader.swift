import Records

/// What the columns of a table mean if it is one of Studio's: told by their names, by a person's mapping, or, where
/// the language is not known, by the shape of what stands in them.
struct StudioHeader {
  let columns: [StudioColumn?]
  /// Whether no name told what the first column is, so that a person has to say what the numbers are.
  let isByShape: Bool
  /// Columns of numbers that neither name, mapping nor shape explains.
  let unmapped: [Int]

  init(_ sketch: TableSketch, mapping: ColumnMapping?) {
    var columns = StudioColumn.columns(sketch.header)
    if let mapping {
      for (index, key) in HeaderSketch.keys(sketch.rows.first?.cells ?? []).enumerated() {
        guard let role = mapping.columns[key], let column = StudioColumn(roleID: role) else { continue }
        columns[index] = column
      }
    }
    let isKnown = columns.first.map { $0 != nil } ?? false
    let shapes = isKnown ? nil : StudioCells(sketch).columns
    if let shapes {
      for index in columns.indices where columns[index] == nil { columns[index] = shapes[index] }
    }
    self.columns = columns
    isByShape = shapes != nil
    unmapped = columns.indices.filter { columns[$0] == nil && StudioCells.holdsNumbers(sketch, $0) }
  }

  var metrics: Int { columns.count { $0?.isMetric == true } }
}

/// Tells columns of Studio tables by the shape of their cells, whatever the language of the interface.
struct StudioCells {
  /// Columns by place; nil where the shape tells nothing. Nil if the table has no shape of Studio's.
  let columns: [StudioColumn?]?

  init(_ sketch: TableSketch) {
    let width = sketch.rows.first?.cells.count ?? 0
    guard width >= 2, sketch.rows.count >= 2, let key = StudioCells.key(sketch) else {
      columns = nil
      return
    }
    var columns = [StudioColumn?](repeating: nil, count: width)
    columns[0] = key
    for index in 1..<width {
      if StudioCells.share(sketch, index, StudioCells.isClock) >= 0.9 {
        columns[index] = .metric(.averageViewSeconds, .clock)
      }
    }
    if key == .content { StudioCells.describe(sketch, &columns) }
    if key == .dimension(.city), StudioCells.isText(sketch, 1) { columns[1] = .dimension(.cityName) }
    self.columns = columns
  }

  /// What the first column holds. A total in its first row does not count.
  private static func key(_ sketch: TableSketch) -> StudioColumn? {
    if share(sketch, 0, { Identifier.isVideo($0) }) >= 0.6 { return .content }
    if share(sketch, 0, { StudioDimension.isCountry($0) }) >= 0.9 { return .dimension(.country) }
    if share(sketch, 0, { Day($0.part(0..<min(10, $0.count)).string) != nil && $0.count == 10 }) >= 0.9 {
      return .date
    }
    if share(sketch, 0, StudioDimension.isPlaceID) >= 0.9 { return .dimension(.city) }
    if share(sketch, 0, { AgeBand.code($0) != nil }) >= 0.9 { return .dimension(.age) }
    return nil
  }

  /// `MMM d, yyyy` is the day of publication; left of it stands the title, right of it the length in seconds.
  private static func describe(_ sketch: TableSketch, _ columns: inout [StudioColumn?]) {
    guard let day = columns.indices.dropFirst().first(where: { share(sketch, $0, isNamedDay) >= 0.9 }) else {
      if isText(sketch, 1) { columns[1] = .title }
      return
    }
    columns[day] = .published
    if day > 1, isText(sketch, day - 1) { columns[day - 1] = .title }
    let next = day + 1
    if next < columns.count, columns[next] == nil, isDuration(sketch, next) { columns[next] = .duration }
  }

  // MARK: Cells

  /// The part of a column's cells, blank ones left out, that `fits`; the first row may be a total.
  private static func share(_ sketch: TableSketch, _ index: Int, _ fits: (Bytes) -> Bool) -> Double {
    var found = 0
    var all = 0
    for (place, row) in sketch.rows.dropFirst().enumerated() where index < row.cells.count {
      let (isBlank, isFit) = row.cells[index].withBytes { cell in
        let body = cell.trimmed()
        return (MissingMark.isMissing(body), !body.isEmpty && fits(body))
      }
      if isBlank && !isFit { continue }
      if place == 0, index == 0, !isFit { continue }
      all += 1
      found += isFit ? 1 : 0
    }
    return all == 0 ? 0 : Double(found) / Double(all)
  }

  /// Whether a column has a name and below it, in all cells that are not blank, numbers or lengths of time. Where
  /// the first row holds numbers itself, it is no header, and must not be shown as one: it may be a comment.
  static func holdsNumbers(_ sketch: TableSketch, _ index: Int) -> Bool {
    guard let name = sketch.rows.first?.cells[index], !name.isEmpty, !name.withBytes(isNumber) else { return false }
    return share(sketch, index, isNumber) >= 0.9
  }

  private static func isNumber(_ cell: Bytes) -> Bool {
    if case .unreadable = NumberParser().parse(cell, as: .decimal) { return isClock(cell) }
    return true
  }

  private static func isText(_ sketch: TableSketch, _ index: Int) -> Bool {
    !holdsNumbers(sketch, index) && share(sketch, index, isNamedDay) < 0.9
  }

  /// Whole numbers, none in a total's row: a total has views, but no length.
  private static func isDuration(_ sketch: TableSketch, _ index: Int) -> Bool {
    let first = sketch.rows.dropFirst().first
    let isTotalBlank = first.map { row in
      let isKey = row.cells[0].withBytes { Identifier.isVideo($0.trimmed()) }
      return isKey || index >= row.cells.count || row.cells[index].isEmpty
    }
    return isTotalBlank == true && share(sketch, index) { $0.decimal != nil } >= 0.9
  }

  /// `H:MM:SS`.
  private static func isClock(_ cell: Bytes) -> Bool {
    let parts = cell.split(separator: ASCII.colon, omittingEmptySubsequences: false)
    return parts.count == 3 && parts.allSatisfy { (1...3).contains($0.count) && $0.allSatisfy(ASCII.isDigit) }
  }

  /// A date with a month's name.
  private static func isNamedDay(_ cell: Bytes) -> Bool {
    cell.count <= 24 && cell.contains(where: ASCII.isLetter) && DateParser.civil(cell, order: .dayFirst) != nil
  }
}

extension Probe {
  /// What the columns of the table mean if it is one of Studio's.
  var studioHeader: StudioHeader { StudioHeader(table, mapping: mapping) }

  /// Whether the names around the file are such as Studio gives to an export: `… 2026-10-01_2026-10-31 Channel`.
  var isNamedLikeStudio: Bool { ExportName.channel(names) != nil }

  /// Whether the first row stands for the whole: its first cell is no key and its other texts are empty.
  func hasTotalRow(_ header: StudioHeader) -> Bool { StudioTotal(table, header.columns).isThere }
}

extension TableSketch {
  /// Role ids that names and shapes of the columns tell.
  var columnRoleIDs: [String?] { StudioHeader(self, mapping: nil).columns.map { $0?.roleID } }
}
