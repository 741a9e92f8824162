import Drawing
import Hummingbird
import Records
import Reporting
import Workflows

/// Where files are handed in: by choosing them or by dropping them on the field, with or without their folder.
enum UploadPage {
  static let page = Page(.get, "/upload", for: .staff) { visit in
    let words = visit.words()
    let creators = try visit.desk.archive.creators()
    return visit.page(words["upload.title"], path: "/upload", words: words) {
      HTML(.p, .class("lead"), text: words["upload.lead"])
      Form.upload("/upload") {
        drop("files", words["upload.files"], words["upload.files.hint"], isFolder: false)
        drop("folder", words["upload.folder"], words["upload.folder.hint"], isFolder: true)
        HTML(.details) {
          HTML(.summary, text: words["upload.help"])
          HTML(.p, .class("hint"), text: words["upload.help.why"])
          Form.select("creator", words["upload.creator"], choices(creators, words), chosen: "")
          Form.text("month", words["upload.month"], hint: words["upload.month.hint"], type: .month)
        }
        Form.button(words["upload.button"])
      }
      HTML(.p, .class("small"), text: words["upload.after"])
      HTML(.section) {
        HTML(.h2, text: words["upload.byhand"])
        HTML(.p, .class("small"), text: words["upload.byhand.what"])
        HTML(.p, .class("actions")) {
          Anchor.html("/figures", words["figures.title"])
          Anchor.html("/cards", words["cards.title"])
          Anchor.html("/registers", words["desk.registers.title"])
        }
      }
    }
  }

  private static func drop(_ id: String, _ label: String, _ hint: String, isFolder: Bool) -> HTML {
    let control =
      isFolder
      ? HTML(.input, .input(.file), .id(id), .name(id), .multiple, .folder, .described(by: id + "-hint"))
      : HTML(.input, .input(.file), .id(id), .name(id), .multiple, .described(by: id + "-hint"))
    return HTML(.div, .class("drop")) { Form.field(id, label, hint: hint, control) }
  }

  private static func choices(_ creators: [Creator], _ words: PageWords) -> [(value: String, text: String)] {
    [("", words["upload.creator.none"])] + creators.map { ($0.code, $0.code) }
  }
}
