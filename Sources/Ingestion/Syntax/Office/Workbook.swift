/// What the sheets of a workbook share.
struct Workbook {
  struct Sheet {
    /// As on its tab; without signs that part paths.
    var name: String
    var path: String
    var isHidden: Bool
  }

  var sheets: [Sheet] = []
  var strings = SharedStrings()
  var formats = CellFormats()
  /// Whether days are counted from 1904, as Excel on old Macs did.
  var countsFrom1904 = false

  init() {}

  /// - Throws: `XMLFault`, and as `OfficePackage.part` does.
  init(_ package: OfficePackage, path: String, limits: ArchiveLimits) throws {
    let relations = try package.relations(of: path)
    try package.part(path) { try read(XMLReader($0), relations) }
    func target(_ kind: String) -> String? { relations.first { $0.kind == kind }?.target }
    if let path = target("sharedStrings") {
      strings = try package.part(path) { try SharedStrings(XMLReader($0), limit: limits.sharedTextBytes) } ?? strings
    }
    if let path = target("styles") { formats = try package.part(path) { try CellFormats(XMLReader($0)) } ?? formats }
  }

  private mutating func read(_ reader: XMLReader, _ relations: [OfficePackage.Relation]) throws {
    while let event = try reader.next() {
      guard case .start(let element) = event else { continue }
      switch element.name {
      case "workbookPr": countsFrom1904 = ["1", "true"].contains(element["date1904"] ?? "")
      case "sheet":
        let relation = relations.first { $0.id == element["id"] && $0.kind == "worksheet" }
        guard let relation, let name = element["name"] else { continue }
        sheets.append(
          Sheet(
            name: Workbook.plain(name), path: relation.target,
            isHidden: ["hidden", "veryHidden"].contains(element["state"] ?? "")))
      default: break
      }
    }
  }

  /// Excel allows no `/` and no control characters in names of sheets; others may.
  private static func plain(_ name: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in name.unicodeScalars.prefix(100) {
      output.append(scalar.value < 0x20 || scalar == "/" || scalar == "\\" ? " " : scalar)
    }
    return String(output)
  }
}

/// The texts that cells refer to by number.
struct SharedStrings {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  init() {}

  /// - Throws: `XMLFault`, also when the texts are longer than `limit` bytes together.
  init(_ reader: XMLReader, limit: Int) throws {
    while let event = try reader.next() {
      guard case .start(let element) = event, element.name == "si" else { continue }
      bytes += try reader.readCellText().utf8
      ends.append(bytes.count)
      guard bytes.count <= limit else { throw XMLFault(kind: .tooLarge, line: element.line) }
    }
  }

  subscript(index: Int) -> String? {
    guard ends.indices.contains(index) else { return nil }
    return String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
  }
}

extension XMLReader {
  /// The text of a cell whose start came last: its runs joined, hints for pronunciation left out.
  func readCellText() throws -> String {
    var text = ""
    var depth = 1
    var isText = false
    while depth > 0, let event = try next() {
      switch event {
      case .start(let element) where element.name == "rPh": try skipElement()
      case .start(let element):
        depth += 1
        isText = element.name == "t"
      case .end:
        depth -= 1
        isText = false
      case .text(let piece): if isText { text += piece }
      }
    }
    return SheetText.plain(text)
  }
}

/// Texts of cells as they are meant.
enum SheetText {
  /// Undoes `_x000D_`, the way in which Excel writes control characters, and makes all line ends LF.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(ASCII.carriageReturn) || text.withBytes({ $0.position(of: "_x") != nil }) else {
      return text
    }
    var output: [UInt8] = []
    text.withBytes { bytes in
      var at = 0
      while at < bytes.count {
        if let code = escape(bytes, at) {
          output += String(code).utf8
          at += 7
        } else {
          output.append(bytes[at])
          at += 1
        }
      }
    }
    return String(decoding: withPlainLineEnds(output), as: UTF8.self)
  }

  private static func escape(_ bytes: Bytes, _ at: Int) -> Unicode.Scalar? {
    guard at + 7 <= bytes.count, bytes.part(at..<at + 2).equals("_x"), bytes[at + 6] == UInt8(ascii: "_"),
      let code = UInt32(bytes.part(at + 2..<at + 6).string, radix: 16), code != 0
    else { return nil }
    return Unicode.Scalar(code)
  }

  private static func withPlainLineEnds(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    for (place, byte) in bytes.enumerated() {
      if byte != ASCII.carriageReturn {
        output.append(byte)
      } else if place + 1 == bytes.count || bytes[place + 1] != ASCII.lineFeed {
        output.append(ASCII.lineFeed)
      }
    }
    return output
  }
}
