import Records

/// The columns of a table of Google Takeout: found by English or German names, and in any other language by the shape
/// of what stands in them, since file, folder and column names all follow the account's language.
struct TakeoutTable {
  enum Column: Hashable {
    case comment, channel, created, parent, topLevel, video, post, text
    case milliseconds, title, description, privacy, published
  }

  let places: [Column: Int]

  init(_ sketch: TableSketch) {
    var places: [Column: Int] = [:]
    for (index, name) in sketch.header.enumerated() {
      if let column = TakeoutTable.names[name], places[column] == nil { places[column] = index }
    }
    self.places = places
  }

  fileprivate init(places: [Column: Int]) { self.places = places }

  /// The cell of a column; empty where the table lacks the column.
  func cell(_ column: Column, _ table: TableReader) -> Bytes {
    places[column].map { table[$0].trimmed() } ?? Bytes(start: nil, count: 0)
  }

  func text(_ column: Column, _ table: TableReader) -> String? {
    let cell = cell(column, table)
    return cell.isEmpty ? nil : cell.string
  }

  private static let names: [String: Column] = [
    "comment id": .comment, "kommentar-id": .comment, "channel id": .channel, "kanal-id": .channel,
    "comment create timestamp": .created, "parent comment id": .parent, "ubergeordnete kommentar-id": .parent,
    "übergeordnete kommentar-id": .parent, "top-level comment id": .topLevel, "video id": .video, "video-id": .video,
    "post id": .post, "beitrags-id": .post, "comment text": .text, "kommentartext": .text,
    "approx duration (ms)": .milliseconds, "ungefähre dauer (ms)": .milliseconds,
    "video title (original)": .title, "videotitel (original)": .title, "video description (original)": .description,
    "videobeschreibung (original)": .description, "privacy": .privacy, "video publish timestamp": .published,
  ]
}

// By shape
extension TakeoutTable {
  /// The columns of a table of comments; nil if it is none.
  static func comments(_ sketch: TableSketch) -> TakeoutTable? {
    var table = TakeoutTable(sketch)
    let shapes = Shapes(sketch)
    // Names may lack, but no other table keeps its texts in pieces of JSON.
    guard let text = table.places[.text] ?? shapes.firstColumn(holding: isSegments),
      let video = table.places[.video] ?? shapes.first(where: Identifier.isVideo)
    else { return nil }
    var places = table.places
    let isNamed = table.places[.text] != nil && table.places[.comment] != nil
    guard isNamed || shapes.has(text, isSegments) else { return nil }
    places[.text] = text
    places[.video] = video
    let ids = shapes.all(where: isCommentID)
    places[.comment] = places[.comment] ?? ids.max { shapes.filled($0) < shapes.filled($1) }
    places[.parent] = places[.parent] ?? ids.first { $0 != places[.comment] }
    places[.channel] = places[.channel] ?? shapes.first(where: Identifier.isChannel)
    places[.created] = places[.created] ?? shapes.first(where: isTimestamp)
    table = TakeoutTable(places: places)
    return places[.comment] == nil || places[.created] == nil ? nil : table
  }

  /// The columns of a table of videos; nil if it is none.
  static func videos(_ sketch: TableSketch) -> TakeoutTable? {
    let table = TakeoutTable(sketch)
    if table.places[.video] != nil, table.places[.milliseconds] != nil { return table }
    let shapes = Shapes(sketch)
    guard
      let length = sketch.header.firstIndex(where: { $0.withBytes { $0.ends(with: "(ms)") || $0.ends(with: "(мс)") } }),
      let video = shapes.first(where: Identifier.isVideo), let channel = shapes.first(where: Identifier.isChannel)
    else { return nil }
    var places = table.places
    places[.milliseconds] = length
    places[.video] = video
    places[.channel] = channel
    for (column, stem) in [(Column.title, "названи"), (.description, "описани")] where places[column] == nil {
      places[column] = sketch.header.firstIndex { $0.withBytes { $0.holds(stem) } }
    }
    let stamps = shapes.all(where: isTimestamp)
    if stamps.count == 1 { places[.published] = places[.published] ?? stamps[0] }
    return TakeoutTable(places: places)
  }

  /// A text in pieces: `{"text":"…"},…` or, in older files, `{"takeoutSegments":[…]}`.
  static func isSegments(_ cell: Bytes) -> Bool {
    cell.starts(with: "{\"text\":") || cell.starts(with: "{\"takeoutSegments\"")
  }

  /// `Ug…`; ids of community posts start with `Ugkx`.
  private static func isCommentID(_ cell: Bytes) -> Bool {
    cell.starts(with: "Ug") && !cell.starts(with: "Ugkx")
      && cell.allSatisfy { $0 == ASCII.dot || Identifier.isToken([$0]) }
  }

  private static func isTimestamp(_ cell: Bytes) -> Bool {
    cell.count >= 19 && cell[10] == UInt8(ascii: "T") && DateParser.civil(cell, order: .dayFirst) != nil
  }

  /// The cells of a sketch, column by column.
  private struct Shapes {
    let sketch: TableSketch

    init(_ sketch: TableSketch) { self.sketch = sketch }

    func first(where fits: (Bytes) -> Bool) -> Int? { all(where: fits).first }

    func all(where fits: (Bytes) -> Bool) -> [Int] {
      (0..<(sketch.rows.first?.cells.count ?? 0)).filter { holds($0, fits) }
    }

    /// Whether a column has cells and all of them fit.
    func holds(_ index: Int, _ fits: (Bytes) -> Bool) -> Bool {
      let cells = cells(index)
      return !cells.isEmpty && cells.allSatisfy { $0.withBytes { fits($0.trimmed()) } }
    }

    /// The first column in which at least one cell fits.
    func firstColumn(holding fits: (Bytes) -> Bool) -> Int? {
      (0..<(sketch.rows.first?.cells.count ?? 0)).first { has($0, fits) }
    }

    func has(_ index: Int, _ fits: (Bytes) -> Bool) -> Bool {
      cells(index).contains { $0.withBytes { fits($0.trimmed()) } }
    }

    func filled(_ index: Int) -> Int { cells(index).count }

    private func cells(_ index: Int) -> [String] {
      sketch.rows.dropFirst().compactMap { index < $0.cells.count && !$0.cells[index].isEmpty ? $0.cells[index] : nil }
    }
  }
}
