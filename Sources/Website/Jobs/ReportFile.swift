import Records
import Workflows

/// A file of a month's set. Addresses name it by kind, or by an author's code and a language; names of files are made here.
enum ReportFile: Sendable, Hashable {
  case page, pdf, workbook, table, excelTable, tableWorkbook, zip
  case author(String, language: String)

  static let plain: [(key: String, file: ReportFile)] = [
    ("page", .page), ("pdf", .pdf), ("workbook", .workbook), ("table", .table), ("excel", .excelTable),
    ("tables", .tableWorkbook), ("zip", .zip),
  ]

  /// As an address names it: `pdf`, `K01.ky`; nil for anything else.
  init?(_ key: String) {
    if let found = Self.plain.first(where: { $0.key == key }) {
      self = found.file
      return
    }
    let bytes = key.utf8
    guard let dot = bytes.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    let code = String(key[..<dot])
    let language = String(key[bytes.index(after: dot)...])
    guard CreatorCode.isValid(code), ReportID.languages.contains(language) else { return nil }
    self = .author(code, language: language)
  }

  var key: String {
    if case .author(let code, let language) = self { return "\(code).\(language)" }
    return Self.plain.first { $0.file == self }?.key ?? ""
  }

  func name(_ id: ReportID) -> String {
    switch self {
    case .page: id.fileName
    case .pdf: "month-\(id.text).pdf"
    case .workbook: "month-\(id.text).xlsx"
    case .table: "summary-\(id.month)--\(id.month).csv"
    case .excelTable: "summary-\(id.month)--\(id.month).excel.csv"
    case .tableWorkbook: "summary-\(id.month)--\(id.month).xlsx"
    case .zip: "all-\(id.text).zip"
    case .author(let code, let language): "page-\(code)-\(id.month).\(language).html"
    }
  }

  var isPage: Bool {
    switch self {
    case .page, .author: true
    default: false
    }
  }

  var type: String {
    switch self {
    case .page, .author: "text/html; charset=utf-8"
    case .pdf: "application/pdf"
    case .workbook, .tableWorkbook: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .table, .excelTable: "text/csv; charset=utf-8"
    case .zip: "application/zip"
    }
  }
}
