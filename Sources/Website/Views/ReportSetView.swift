import Drawing
import Records
import Reporting
import Workflows

/// One month's files: what there is, when it was made and from what, and whether something came in since.
struct ReportSetView {
  let visit: Visit
  let words: PageWords
  let shelf: ReportShelf
  /// Newest first.
  let imports: [ImportCard]

  func html(_ id: ReportID) -> HTML {
    let files = shelf.files(id)
    return HTML(.section, .class("set")) {
      HTML(.h3, text: words.month(id.month) + " \u{B7} " + words["reports.language." + id.language])
      state(shelf.note(id))
      HTML(.p, .class("actions")) {
        Anchor.button("/reports/\(id.text)", words["report.open"])
        if files.contains(.zip) { Anchor.html("/reports/\(id.text)/zip", words["reports.kind.zip"]) }
      }
      HTML(.ul, .class("plain")) { files.filter { $0 != .zip }.flatMap { own($0, id) } }
      authors(files, id)
    }
  }

  private func own(_ file: ReportFile, _ id: ReportID) -> [HTML] {
    if case .author = file { return [] }
    guard file != .page else {
      return [
        HTML(.li) { Anchor.html("/reports/\(id.text)", words["reports.kind.page"], query: [("save", "1")]) }
      ]
    }
    return [HTML(.li) { Anchor.html("/reports/\(id.text)/\(file.key)", words["reports.kind." + file.key]) }]
  }

  private func authors(_ files: [ReportFile], _ id: ReportID) -> HTML {
    var codes: [String] = []
    var languages: [String: [String]] = [:]
    for case .author(let code, let language) in files {
      if languages[code] == nil { codes.append(code) }
      languages[code, default: []].append(language)
    }
    guard !codes.isEmpty else { return .empty }
    return HTML(.details) {
      HTML(.summary, text: words["reports.authors"])
      HTML(.ul, .class("plain")) {
        codes.map { code in
          HTML(.li, .class("links")) {
            HTML(.strong, text: code)
            languages[code, default: []].map { language in
              Anchor.html("/reports/\(id.text)/\(code).\(language)", words["reports.language." + language])
            }
          }
        }
      }
    }
  }

  /// When it was made and from what; what came since makes it old.
  private func state(_ note: MonthSetNote?) -> HTML {
    guard let note else { return .empty }
    let made = words(
      "reports.made", n: note.imports, ["when": visit.moment(Instant(seconds: note.madeAt), words)])
    let newer = imports.filter { $0.number > note.lastImport }
    let old = imports.count - newer.count
    return HTML(.div) {
      HTML(.p, .class("small"), text: made)
      if let first = newer.last {
        HTML(
          .p, .class("notice"),
          text: words("reports.old", n: newer.count, ["when": visit.moment(first.receivedAt, words)]))
      } else if old < note.imports {
        HTML(.p, .class("notice"), text: words["reports.old.undone"])
      }
    }
  }
}
