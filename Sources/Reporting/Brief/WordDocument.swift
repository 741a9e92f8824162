import Drawing
import Records

/// A Word document (Office Open XML, transitional) of headings, paragraphs, lists and tables on A4.
struct WordDocument {
  private let title: String
  private let language: String
  private let day: Day
  private var body: [XML]

  /// Inner width of the page in twentieths of a point: A4 less margins of 18 mm.
  private static let width = 9_864

  init(title: String, language: String, day: Day) {
    self.title = title
    self.language = language
    self.day = day
    body = [Self.paragraph(title, style: "Title")]
  }

  mutating func add(_ part: BriefPart) {
    switch part {
    case .heading(let text): body.append(Self.paragraph(text, style: "Heading1"))
    case .paragraph(let text): body.append(Self.paragraph(text, style: nil))
    case .points(let lines): body += lines.map { Self.paragraph("\u{2022}\u{A0}" + $0, style: "Points") }
    case .table(let header, let rows): body.append(Self.table(header, rows))
    }
  }

  /// The file: a zip archive of its parts.
  func bytes() -> [UInt8] {
    let parts: [(String, XML)] = [
      ("[Content_Types].xml", Self.types), ("_rels/.rels", Self.relations),
      ("word/_rels/document.xml.rels", Self.ownRelations), ("word/document.xml", document),
      ("word/styles.xml", WordStyles.styles(language: language)),
    ]
    return StoredZip.archive(
      parts.map { PackageFile(path: $0.0, bytes: $0.1.document()) }, folder: nil, day: day)
  }

  private var document: XML {
    let page = XML(
      "w:sectPr", [],
      [
        XML("w:pgSz", [XML.Attribute("w:w", "11906"), XML.Attribute("w:h", "16838")]),
        XML(
          "w:pgMar",
          [
            XML.Attribute("w:top", "794"), XML.Attribute("w:right", "1021"), XML.Attribute("w:bottom", "794"),
            XML.Attribute("w:left", "1021"), XML.Attribute("w:header", "397"), XML.Attribute("w:footer", "397"),
            XML.Attribute("w:gutter", "0"),
          ]),
      ])
    return XML("w:document", [Self.main], [XML("w:body", [], body + [page])])
  }

  // MARK: Pieces

  private static func paragraph(_ text: String, style: String?) -> XML {
    let properties = style.map { XML("w:pPr", [], [value("w:pStyle", $0)]) }
    return XML("w:p", [], [properties, run(text)].compactMap { $0 })
  }

  private static func run(_ text: String, isBold: Bool = false) -> XML {
    let words = XML("w:t", [XML.Attribute("xml:space", "preserve")], [XML(text: text)])
    return XML("w:r", [], (isBold ? [XML("w:rPr", [], [XML("w:b")])] : []) + [words])
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> XML {
    let widths = widths(header.count)
    let line = ["w:top", "w:bottom", "w:insideH"] as [XMLName]
    let borders = XML(
      "w:tblBorders", [],
      line.map {
        XML($0, [XML.Attribute("w:val", "single"), XML.Attribute("w:sz", "4"), XML.Attribute("w:color", "B9C1C8")])
      })
    let properties = XML(
      "w:tblPr", [],
      [
        XML("w:tblW", [XML.Attribute("w:w", String(Self.width)), XML.Attribute("w:type", "dxa")]), borders,
        value("w:tblLayout", "fixed", "w:type"),
      ])
    let grid = XML("w:tblGrid", [], widths.map { XML("w:gridCol", [XML.Attribute("w:w", String($0))]) })
    return XML(
      "w:tbl", [],
      [properties, grid, row(header, widths, isHeader: true)] + rows.map { row($0, widths, isHeader: false) })
  }

  private static func widths(_ count: Int) -> [Int] {
    let parts = count == 4 ? [27, 25, 31, 17] : Array(repeating: 100 / max(1, count), count: count)
    return parts.map { $0 * width / 100 }
  }

  private static func row(_ texts: [String], _ widths: [Int], isHeader: Bool) -> XML {
    let cells = zip(texts, widths).enumerated().map { index, cell in
      XML(
        "w:tc", [],
        [
          XML(
            "w:tcPr", [],
            [XML("w:tcW", [XML.Attribute("w:w", String(cell.1)), XML.Attribute("w:type", "dxa")])]),
          XML(
            "w:p", [], [XML("w:pPr", [], [value("w:pStyle", "Cell")]), run(cell.0, isBold: isHeader || index == 0)]),
        ])
    }
    let properties = isHeader ? [XML("w:trPr", [], [XML("w:tblHeader")])] : []
    return XML("w:tr", [], properties + cells)
  }

  private static func value(_ name: XMLName, _ text: String, _ attribute: XMLName = "w:val") -> XML {
    XML(name, [XML.Attribute(attribute, text)])
  }

  // MARK: Fixed parts

  private static let main = XML.Attribute("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")

  private static let types = XML(
    "Types", [XML.Attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")],
    [
      XML(
        "Default",
        [
          XML.Attribute("Extension", "rels"),
          XML.Attribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml"),
        ]),
      XML("Default", [XML.Attribute("Extension", "xml"), XML.Attribute("ContentType", "application/xml")]),
      override("/word/document.xml", "document.main"), override("/word/styles.xml", "styles"),
    ])

  private static func override(_ part: String, _ kind: String) -> XML {
    XML(
      "Override",
      [
        XML.Attribute("PartName", part),
        XML.Attribute(
          "ContentType", "application/vnd.openxmlformats-officedocument.wordprocessingml.\(kind)+xml"),
      ])
  }

  private static let relations = relationships("officeDocument", target: "word/document.xml")
  private static let ownRelations = relationships("styles", target: "styles.xml")

  private static func relationships(_ kind: String, target: String) -> XML {
    XML(
      "Relationships", [XML.Attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")],
      [
        XML(
          "Relationship",
          [
            XML.Attribute("Id", "rId1"),
            XML.Attribute(
              "Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(kind)"),
            XML.Attribute("Target", target),
          ])
      ])
  }
}
