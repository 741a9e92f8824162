import Drawing
import Figures
import Records

/// The imports that the figures rest on.
struct ImportsBlock: DashboardBlock {
  let context: ReportContext

  func html() -> HTML {
    let words = context.words
    let imports = context.book.data.imports.sorted { $0.number < $1.number }
    return SectionView.html(id: "imports", words["imports.title"], lead: words["imports.lead"]) {
      if imports.isEmpty {
        HTML(.p, .class("empty"), text: words["imports.none"])
      } else {
        HTML(.details, .class("data")) {
          HTML(.summary, text: words("imports.n", ["n": .count(imports.count)]))
          HTML(.div, .class("scroll")) { table(imports).html() }
        }
      }
      if !context.book.data.lexiconFingerprint.isEmpty {
        HTML(
          .p, .class("small"),
          text: words("imports.lexicon", ["id": .text(context.book.data.lexiconFingerprint)]))
      }
    }
  }

  private func table(_ imports: [ImportTally]) -> ChartTable {
    let words = context.words
    return ChartTable(
      header: [
        words["column.number"], words["column.received"], words["column.format"], words["column.author"],
        words["column.accepted"], words["column.unchanged"], words["column.restated"], words["column.refused"],
      ],
      rows: imports.map { item in
        let counts = [item.accepted, item.unchanged, item.restated, item.refused]
        let who = [item.creator, item.platform.map(words.name)].compactMap { $0 }.joined(separator: " \u{B7} ")
        return [
          ChartCell(String(item.number)), ChartCell(words.date(item.receivedOn)), ChartCell(item.format),
          ChartCell(who),
        ] + counts.map { ChartCell(words.count($0), machine: String($0)) }
      })
  }
}
