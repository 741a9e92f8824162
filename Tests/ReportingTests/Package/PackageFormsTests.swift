import Foundation
import Ingestion
import Records
import Reporting
import TestSupport
import Testing

/// One number, many forms: each is read back and held against the plain table.
@Suite("Forms of the package")
struct PackageFormsTests {
  private let files: [String: [UInt8]]
  private let rows: [[String: String]]
  private static let numbers = ["actual", "low", "high"]

  init() throws {
    files = try PackageSupport.files(PackageSupport.package())
    rows = try PackageSupport.table(files["data/indicators.csv"])
  }

  @Test("Every indicator stands in the table, with what is known of it")
  func plain() throws {
    #expect(rows.map { $0["indicator_code"] } == PackageSupport.indicators.map(\.code))
    let views = try #require(rows.first { $0["indicator_code"] == "2.1" })
    #expect(views["actual"] == "34200" && views["target"] == "30000" && views["traffic_light"] == "met")
    #expect(views["percent_of_target"] == "114" && views["period_end"] == "2026-10-31")
    let people = try #require(rows.first { $0["indicator_code"] == "2.2" })
    #expect(
      people["actual"] == "" && people["low"] == "6100" && people["high"] == "18000" && people["status"] == "range")
    let share = try #require(rows.first { $0["indicator_code"] == "3.5" })
    #expect(share["actual"] == "90" && share["range_kind"] == "confidence95" && share["traffic_light"] == "met")
  }

  @Test("Beside the numbers of known things stands what things they are")
  func counted() throws {
    func counted(_ code: String) -> String? { rows.first { $0["indicator_code"] == code }?["counted"] }
    #expect(counted("1.2") == "talks" && counted("3.5") == "months" && counted("2.1") == "channels")
    for row in rows { #expect((row["all"] == "") == (row["counted"] == ""), "\(row)") }
    let quarter = try PackageSupport.files(PackageSupport.package(period: "2026-Q4"))["data/indicators.csv"]
    #expect(try PackageSupport.table(quarter).first { $0["indicator_code"] == "2.1" }?["counted"] == "channel-months")
  }

  @Test("Excel's form: mark, semicolon, comma; the same numbers")
  func excel() throws {
    #expect(files["excel/indicators.csv"]?.starts(with: [0xEF, 0xBB, 0xBF]) == true)
    let excel = try PackageSupport.table(files["excel/indicators.csv"], delimiter: ";")
    for (row, other) in zip(rows, excel) {
      for key in Self.numbers {
        #expect(row[key] == other[key].map { String(decoding: $0.utf8.map { $0 == 0x2C ? 0x2E : $0 }, as: UTF8.self) })
      }
    }
    #expect(excel.count == rows.count)
  }

  @Test("HXL: one row of tags under the header; numbers are numbers or empty, with a status beside")
  func tags() throws {
    let tagged = try PackageSupport.table(files["hxl/indicators.csv"])
    let tags = try #require(tagged.first)
    #expect(tags.values.allSatisfy { $0.hasPrefix("#") } && tags["status"] == "#meta+status")
    #expect(Array(tagged.dropFirst()) == rows)
    for name in ["indicators", "disaggregation", "outputs"] {
      let table = try PackageSupport.table(files["hxl/\(name).csv"])
      for (column, tag) in try #require(table.first) {
        for value in table.dropFirst().compactMap({ $0[column] }) where !value.isEmpty {
          if tag.hasPrefix("#date") { #expect(Day(value) != nil, "\(name) \(column): \(value)") }
          if tag.contains("+num") { #expect(Double(value) != nil, "\(name) \(column): \(value)") }
        }
      }
    }
  }

  @Test("Every row without a value says why")
  func reasons() throws {
    for row in try rows + PackageSupport.table(files["data/disaggregation.csv"]) {
      #expect((row["actual"] == "") == (row["status"] != "published"), "\(row)")
    }
  }

  @Test("The page shows the very numbers of the table")
  func page() throws {
    let html = WordsSupport.text(try #require(files["README.html"]))
    for row in rows {
      for key in Self.numbers + ["target", "baseline"] {
        guard let value = row[key], !value.isEmpty else { continue }
        #expect(html.contains("<data value=\"\(value)\">"), "\(row["indicator_code"] ?? "") \(key)")
      }
    }
  }

  @Test("The workbook holds the same numbers")
  func workbook() throws {
    let folder = try TemporaryFolder()
    try PackageSupport.package().writeXLSX(to: folder.path + "/a.xlsx")
    let cells = try PackageSupport.cells(PackageSupport.parts(folder.path + "/a.xlsx"), sheet: 1)
    let header = try #require(cells.first)
    for (row, sheet) in zip(rows, cells.dropFirst()) {
      for key in Self.numbers {
        let column = try #require(header.first { $0.value == key }?.key)
        #expect(Double(row[key] ?? "") == sheet[column].flatMap(Double.init), "\(row["indicator_code"] ?? "") \(key)")
      }
    }
    #expect(cells.count == rows.count + 1)
  }

  @Test("The data package names every plain table, its size, hash and columns")
  func dataPackage() throws {
    let json = try #require(files["datapackage.json"])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    let resources = try #require(object["resources"] as? [[String: Any]])
    #expect(resources.count == 9 && resources.last?["path"] as? String == "CHANGES.csv")
    #expect((object["id"] as? String)?.hasPrefix("sha256:") == true && object["description"] is String)
    #expect((object["sources"] as? [[String: String]])?.isEmpty == false)
    for resource in resources {
      let bytes = try #require(files[resource["path"] as? String ?? ""])
      #expect(resource["bytes"] as? Int == bytes.count)
      #expect(resource["hash"] as? String == "sha256:" + String(CRC32.of(bytes), radix: 16))
      let schema = try #require(resource["schema"] as? [String: Any])
      let isMain = resource["name"] as? String == "indicators"
      #expect(schema["primaryKey"] as? [String] == (isMain ? ["indicator_code"] : nil))
      let fields = try #require(schema["fields"] as? [[String: String]]).compactMap { $0["name"] }
      let header = bytes.prefix { $0 != 0x0D }.split(separator: 0x2C).map { String(decoding: Array($0), as: UTF8.self) }
      #expect(fields == header && schema["fieldsMatch"] == nil)
    }
  }

  @Test("The archive is read back whole, and twice the same")
  func archive() throws {
    let all = files.sorted { $0.key < $1.key }.map { PackageFile(path: $0.key, bytes: $0.value) }
    let zip = StoredZip.archive(all, folder: "package", day: SampleTallies.preparedOn)
    #expect(zip == StoredZip.archive(all, folder: "package", day: SampleTallies.preparedOn))
    let folder = try TemporaryFolder()
    var found: [String: [UInt8]] = [:]
    try sourceFiles(FileSource(path: try folder.write("a.zip", zip)), names: ["a.zip"]) { file in
      let (name, reader) = (file.names.dropLast().reversed().joined(separator: "/"), ByteReader(file.bytes))
      while let piece = try reader.next() { found[name, default: []] += Array(piece) }
    } problem: {
      Issue.record("\($0)")
    }
    #expect(found == Dictionary(all.map { ("package/" + $0.path, $0.bytes) }, uniquingKeysWith: { $1 }))
    #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
  }

  @Test("Every language has its own words on the pages", arguments: [ReportLanguage.russian, .kyrgyz, .uzbek])
  func languages(language: ReportLanguage) throws {
    let other = try PackageSupport.files(PackageSupport.package(language: language))
    let page = WordsSupport.text(try #require(other["README.html"]))
    let words = try WordsSupport.words()[language]
    for key in ["package.figures", "package.can", "package.cannotMinds", "light.met"] {
      #expect(page.contains(try #require(words.forms(key)?[""])), "\(key)")
    }
    #expect(!page.contains(">package.") && other["data/indicators.csv"] == files["data/indicators.csv"])
  }
}
