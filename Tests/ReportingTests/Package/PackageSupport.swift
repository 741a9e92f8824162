import Figures
import Foundation
import FoundationXML
import Records
import Reporting
import Testing

@testable import Ingestion

/// A package of the made-up tallies, and its forms read back.
enum PackageSupport {
  static let activity = IATIActivity(
    identifier: "XX-1", organisation: "XX", organisationType: "22", organisationName: "A & B", title: "Talks",
    startedOn: Month(year: 2026, month: 1).firstDay)

  static func indicator(
    _ code: String, _ measure: IndicatorMeasure, _ level: IndicatorLevel, platform: Platform? = nil,
    target: Double? = nil, by dimensions: [Disaggregation] = []
  ) -> PlannedIndicator {
    let period = PeriodScheme.calendar.period("2026-10")
    return PlannedIndicator(
      code: code, entry: IndicatorEntry(id: code, measure: measure, level: level), platform: platform,
      baseline: target.map { Baseline(day: Month(year: 2026, month: 3).firstDay, value: $0 / 2) },
      milestones: [target.flatMap { value in period.map { Milestone(period: $0, value: value) } }].compactMap { $0 },
      disaggregation: dimensions)
  }

  static let indicators = [
    indicator("1.1", .talksPublished, .output, target: 20, by: [.platform]),
    indicator("1.2", .themeTime("education"), .output),
    indicator("1.3", .themeTime("counter-extremism"), .output, platform: .instagram),
    indicator("2.1", .views, .awareness, target: 30_000, by: [.platform, .month]),
    indicator("2.2", .peopleReached, .awareness), indicator("3.1", .watchHours, .engagement),
    indicator("3.2", .engagementByViews, .engagement, platform: .youtube),
    indicator("3.4", .comments, .engagement, by: [.platform, .language]),
    indicator("3.5", .constructiveShare, .engagement, target: 80, by: [.language]),
    indicator("4.1", .testimonyShare, .impact),
  ]

  static func package(
    _ data: ProgrammeData = SampleTallies.data(), _ indicators: [PlannedIndicator] = indicators,
    period label: String = "2026-10", authors: Set<String>? = nil, language: ReportLanguage = .english,
    elsewhere: Set<String> = [], earlier: [EarlierIndicator] = [], history: ReleaseHistory = ReleaseHistory(),
    errata: [Erratum] = [], isDraft: Bool = false
  ) throws -> ReportPackage {
    let plan = DonorPlan(
      id: "A1", language: language, authors: authors, dueDays: 30, activity: activity, indicators: indicators)
    return ReportPackage(
      data: data, plan: plan, period: try #require(PeriodScheme.calendar.period(label)),
      words: try WordsSupport.words(), style: try WordsSupport.style(), preparedOn: SampleTallies.preparedOn,
      countedElsewhere: elsewhere, earlier: earlier, history: history, errata: errata,
      isDraft: isDraft)
  }

  /// The files by path; the hash is a stand-in that tells contents apart.
  static func files(_ package: ReportPackage) throws -> [String: [UInt8]] {
    Dictionary(
      try package.files { String(CRC32.of($0), radix: 16) }.map { ($0.path, $0.bytes) }, uniquingKeysWith: { $1 })
  }

  /// Rows of a table as columns by name.
  static func table(_ bytes: [UInt8]?, delimiter: Character = ",") throws -> [[String: String]] {
    let bytes = try #require(bytes)
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let parser = CSVParser(
      textSource(ByteReader(MemorySource(content)), encoding: .utf8), delimiter: delimiter == ";" ? 0x3B : 0x2C)
    var rows: [[String]] = []
    while case .row = try parser.advance() {
      rows.append((0..<parser.count).map { String(decoding: parser[$0], as: UTF8.self) })
    }
    let header = try #require(rows.first)
    return rows.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { $1 }) }
  }

  /// The files inside a workbook or another zip archive.
  static func parts(_ path: String) throws -> [String: [UInt8]] {
    var parts: [String: [UInt8]] = [:]
    // Not `sourceFiles`: it would hand out a workbook's sheets.
    let walk = ArchiveWalk(
      try FileSource(path: path), names: ["a.zip"], budget: ArchiveBudget(ArchiveLimits()), depth: 0)
    try walk.run { file in
      let (name, reader) = (file.names.dropLast().reversed().joined(separator: "/"), ByteReader(file.bytes))
      while let piece = try reader.next() { parts[name, default: []] += Array(piece) }
    } problem: {
      Issue.record("\($0)")
    }
    return parts
  }

  /// Cells of a sheet, row by row, by column letter; empty ones are left out.
  static func cells(_ parts: [String: [UInt8]], sheet: Int) throws -> [[String: String]] {
    let strings = try XMLTree.read(parts["xl/sharedStrings.xml"]).all("si").map { $0.all("t").map(\.text).joined() }
    return try XMLTree.read(parts["xl/worksheets/sheet\(sheet).xml"]).all("row").map { row in
      Dictionary(
        row.all("c").map { cell in
          let column = String(decoding: Array((cell.attributes["r"] ?? "").utf8.prefix { $0 >= 0x41 }), as: UTF8.self)
          let value = cell.all("v").first?.text ?? ""
          return (column, cell.attributes["t"] == "s" ? strings[Int(value) ?? 0] : value)
        }, uniquingKeysWith: { $1 })
    }
  }
}

/// An element with its children, as a parser sees it.
final class XMLTree: NSObject, XMLParserDelegate {
  final class Element {
    let name: String
    let attributes: [String: String]
    var children: [Element] = []
    var text = ""

    init(_ name: String, _ attributes: [String: String]) {
      self.name = name
      self.attributes = attributes
    }

    func all(_ name: String) -> [Element] {
      (self.name == name ? [self] : []) + children.flatMap { $0.all(name) }
    }
  }

  private var open = [Element("", [:])]

  static func read(_ bytes: [UInt8]?) throws -> Element {
    let parser = XMLParser(data: Data(try #require(bytes)))
    let tree = XMLTree()
    parser.delegate = tree
    #expect(parser.parse())
    return tree.open[0]
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let element = Element(name, attributes)
    open[open.count - 1].children.append(element)
    open.append(element)
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { open[open.count - 1].text += text }
}
