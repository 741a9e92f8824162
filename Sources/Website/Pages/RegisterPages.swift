import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// The registers that staff keep: what there is of each, the form to fill in, the file to correct.
enum RegistersPage {
  static let page = Page(.get, "/registers", for: .staff) { visit in
    let words = visit.words()
    let counts = try visit.desk.archive.registerCounts()
    return visit.page(words["desk.registers.title"], path: "/registers", words: words) {
      HTML(.p, .class("lead"), text: words["desk.registers.lead"])
      RegisterKind.allCases.map { kind in
        HTML(.section) {
          HTML(.h2, text: words["desk.register." + kind.rawValue])
          HTML(.p, .class("small"), text: words["desk.register.\(kind.rawValue).what"])
          HTML(.p, .class("actions")) {
            Anchor.button("/registers/\(kind.rawValue)/form", words["desk.registers.form"])
            Anchor.html("/registers/\(kind.rawValue)", words("desk.registers.rows", n: counts[kind] ?? 0))
          }
        }
      }
      HTML(.p, .class("actions")) { Anchor.button("/upload", words["desk.registers.handin"]) }
      HTML(.p, .class("small"), text: words["desk.registers.correct"])
    }
  }
}

/// The rows of one register. Words of stories stay sealed.
enum RegisterPage {
  private static let shown = 200

  static let page = Page(.get, "/registers/:register", for: .staff) { visit in
    let kind = try visit.register()
    let words = visit.words()
    let (header, rows) = try visit.desk.archive.register(kind, language: visit.formLanguage, limit: shown)
    return visit.page(words["desk.register." + kind.rawValue], path: "/registers/\(kind.rawValue)", words: words) {
      HTML(.p, .class("actions")) {
        Anchor.button("/registers/\(kind.rawValue)/form", words["desk.registers.form"])
        Anchor.html("/registers/\(kind.rawValue)/file", words["desk.registers.file"])
        Anchor.html("/upload", words["desk.registers.handin"])
      }
      if rows.isEmpty {
        HTML(.p, .class("empty"), text: words["desk.registers.none"])
      } else {
        table(header, rows)
      }
    }
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> HTML {
    var table = Table(header)
    for row in rows { table.add(row.map { HTML(text: $0) }) }
    return table.html()
  }
}

/// An empty form in the visitor's language.
enum RegisterFormPage {
  static let page = Page(.get, "/registers/:register/form", for: .staff) { visit in
    let kind = try visit.register()
    let bytes = try visit.inPrivateFolder { folder in
      try visit.desk.workspace.registerForm(kind, language: visit.formLanguage, below: folder)
    }
    return visit.workbook(bytes, kind.rawValue + ".xlsx")
  }
}

/// The rows of a register as a file to correct and hand in again: a child opens what is sealed.
enum RegisterFilePage {
  static let page = Page(.get, "/registers/:register/file", for: .staff) { visit in
    let kind = try visit.register()
    let spool = try UploadSpool(visit.desk.places.desk, limits: visit.desk.settings.limits)
    let root = spool.keep()
    defer { UploadSpool.remove(root) }
    let path = spool.folder + "/rows.xlsx"
    let command = ["register", "export", kind.rawValue, "--language", visit.formLanguage, "-o", path]
    guard try await visit.desk.child.run(command).status == 0 else { throw HTTPError(.internalServerError) }
    try visit.note(.registerTaken, kind.rawValue)
    return visit.workbook(try Workspace.registerFile(path), kind.rawValue + "-rows.xlsx")
  }
}

extension Visit {
  fileprivate func register() throws -> RegisterKind {
    guard let kind = parameters.get("register").flatMap(RegisterKind.init(rawValue:)) else {
      throw HTTPError(.notFound)
    }
    return kind
  }

  /// A folder that is gone afterwards.
  fileprivate func inPrivateFolder(_ make: (String) throws -> [UInt8]) throws -> [UInt8] {
    let spool = try UploadSpool(desk.places.desk, limits: desk.settings.limits)
    let root = spool.keep()
    defer { UploadSpool.remove(root) }
    return try make(spool.folder)
  }

  /// Forms are written in four languages.
  fileprivate var formLanguage: String { language == .uzbekCyrillic ? "uz" : language.rawValue }

  fileprivate func workbook(_ bytes: [UInt8], _ name: String) -> Response {
    var response = Answer.data(bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    return response
  }
}
