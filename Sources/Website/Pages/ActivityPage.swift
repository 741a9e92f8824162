import Drawing
import Hummingbird
import Records
import Reporting
import Workflows

/// The audit log: what was done and when, and whether somebody changed the log.
enum ActivityPage {
  private static let shown = 200

  static let page = Page(.get, "/activity", for: .administrators) { visit in
    let words = visit.words()
    let entries = try visit.desk.book.audit(limit: shown)
    let broken = try visit.desk.book.firstBrokenAudit()
    return visit.page(words["activity.title"], path: "/activity", words: words) {
      HTML(.p, .class("lead"), text: words["activity.lead"])
      if let broken { HTML(.p, .class("notice"), text: words("activity.broken", ["n": String(broken)])) }
      if let head = entries.first {
        HTML(.p, .class("small")) {
          words("activity.head", ["n": String(head.number)]) + " "
          HTML(.code, text: hex(head.hash.prefix(16)))
        }
      }
      table(entries.map { ($0, visit.moment($0.at, words)) }, words)
    }
  }

  private static func hex(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  private static func table(_ rows: [(entry: AuditEntry, when: String)], _ words: PageWords) -> HTML {
    var table = Table([
      words["column.number"], words["activity.what"], words["activity.subject"], words["activity.who"],
      words["activity.when"],
    ])
    for (entry, when) in rows {
      table.add([
        HTML(text: String(entry.number)), HTML(text: words["audit." + entry.event]), HTML(text: entry.subject),
        HTML(text: entry.who), HTML(text: when),
      ])
    }
    return table.html()
  }
}
