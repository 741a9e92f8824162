import Drawing
import Figures
import Records

/// What the team noted beside figures of the month. Nothing where there is no note.
struct NotesBlock: DashboardBlock {
  let context: ReportContext

  func html() -> HTML {
    let notes = context.links.notes
    guard !notes.isEmpty else { return .empty }
    return SectionView.html(id: "notes", context.words["notes.title"]) {
      HTML(.ul, .class("plain")) { notes.map(item) }
    }
  }

  private func item(_ numbered: FigureLinks.Numbered) -> HTML {
    let name = FigureName(numbered.note.figure).map { FigureWords(context.words).name($0) } ?? numbered.note.figure
    return HTML(.li, .id("n-\(numbered.number)")) {
      "[\(numbered.number)] "
      HTML(.strong, text: name)
      ": "
      HTML(.bdi, .automaticDirection, text: numbered.note.text)
    }
  }
}
