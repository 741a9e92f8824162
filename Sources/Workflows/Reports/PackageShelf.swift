import Crypto
import Figures
import Foundation
import Records
import Reporting

/// The packages that lie in the report folder. None is ever written over: what was sent can be looked up.
struct PackageShelf {
  let folder: String
  let id: String
  let scheme: PeriodScheme

  /// A package that was written.
  struct Edition {
    var name: String
    var period: ReportingPeriod
    var number: Int
  }

  /// All editions of this reader, by period and number.
  func editions() -> [Edition] {
    let prefix = "package-\(id)-"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix(prefix) && !$0.hasSuffix(".zip") }.compactMap { name in
      let rest = name.utf8.dropFirst(prefix.utf8.count).split(separator: UInt8(ascii: "v"))
      guard let label = rest.first, rest.count <= 2 else { return nil }
      let isNumbered = rest.count == 2
      let text = String(decoding: Array(isNumbered ? label.dropLast() : label), as: UTF8.self)
      guard let period = scheme.period(text) else { return nil }
      let number = isNumbered ? Int(String(decoding: Array(rest[1]), as: UTF8.self)) : 1
      return number.map { Edition(name: name, period: period, number: $0) }
    }.sorted { ($0.period.through, $0.number) < ($1.period.through, $1.number) }
  }

  /// The last edition of a period.
  func latest(of period: ReportingPeriod) -> Edition? {
    editions().last { $0.period.label == period.label }
  }

  /// What a new package is set against: the last edition of its period, else of the period before it.
  func earlier(than period: ReportingPeriod) -> Edition? {
    latest(of: period)
      ?? editions().last { $0.period.months.count == period.months.count && $0.period.through < period.from }
  }

  /// The next free name: `package-A1-2026-Q3`, then `package-A1-2026-Q3-v2`.
  func nextName(_ period: ReportingPeriod) -> String {
    let base = "package-\(id)-\(period.label)"
    return latest(of: period).map { "\(base)-v\($0.number + 1)" } ?? base
  }

  /// The indicators of an earlier package, by the names of its columns. What cannot be read is left out.
  func indicators(_ edition: Edition) -> [EarlierIndicator] {
    guard let rows = try? TableFile.rows("\(folder)/\(edition.name)/data/indicators.csv"), let header = rows.first
    else { return [] }
    return rows.dropFirst().compactMap { row in
      func cell(_ name: String) -> String? {
        header.cells.firstIndex(of: name).flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
      }
      guard let code = cell("indicator_code"), let period = cell("period"), let status = cell("status") else {
        return nil
      }
      return EarlierIndicator(
        code: code, period: period, status: status, value: cell("actual").flatMap(Double.init),
        definition: cell("definition") ?? "")
    }
  }

  /// Whether an edition is there, as folder and ZIP, and holds the very same tables.
  func holds(_ edition: Edition, _ files: [PackageFile]) -> Bool {
    guard FileManager.default.fileExists(atPath: "\(folder)/\(edition.name).zip") else { return false }
    return files.allSatisfy { file in
      FileManager.default.contents(atPath: "\(folder)/\(edition.name)/\(file.path)") == Data(file.bytes)
    }
  }
}

/// SHA-256 as `sha256sum` prints it.
enum Checksum {
  static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// The list that `sha256sum --check` reads.
  static func list(_ files: [PackageFile]) -> [UInt8] {
    files.flatMap { Array("\(hex($0.bytes))  \($0.path)\n".utf8) }
  }
}
