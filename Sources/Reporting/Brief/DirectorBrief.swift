package import Drawing
import Figures
package import Records

/// One A4 page for whoever decides: as a page to print, and as a Word document.
package struct DirectorBrief {
  private let content: BriefContent
  private let style: Stylesheet
  private let preparedOn: Day

  /// - Parameters:
  ///   - data: tallies; control charts look back two years.
  ///   - plans: files that say what is aimed at.
  ///   - notes: what the team wrote beside figures of the month.
  ///   - change: a change story with a consent that holds.
  package init(
    data: ProgrammeData, month: Month, words: Wording, style: Stylesheet, preparedOn: Day, plans: [DonorPlan] = [],
    story: BriefStory? = nil, notes: [FigureNote] = [], change: ChangeStory? = nil
  ) {
    let context = ReportContext(
      book: FigureBook(data), month: month, words: Phrases(words), preparedOn: preparedOn,
      links: FigureLinks(notes: notes, hasSources: false))
    content = BriefContent(context: context, plans: plans, story: story, change: change)
    self.style = style
    self.preparedOn = preparedOn
  }

  private var words: Phrases { content.context.words }
  private var prepared: String { words("page.prepared", ["date": .text(words.date(preparedOn))]) }

  /// The page as UTF-8.
  package func html() -> [UInt8] {
    PageShell(language: words.language, title: content.title, style: style, kind: "brief").document {
      HTML(.header) {
        HTML(.p, .class("over"), text: prepared)
        HTML(.h1, text: content.title)
      }
      HTML(.main) { HTML(.section) { content.parts.map(html) } }
      HTML(.footer) { HTML(.p, text: words["page.inHouse"]) }
    }
  }

  private func html(_ part: BriefPart) -> HTML {
    switch part {
    case .heading(let text): HTML(.h2, text: text)
    case .paragraph(let text): HTML(.p) { HTML(.bdi, .automaticDirection, text: text) }
    case .points(let lines): HTML(.ul, .class("sentences")) { lines.map { HTML(.li, text: $0) } }
    case .table(let header, let rows):
      HTML(.table) {
        HTML(.thead) { HTML(.tr) { header.map { HTML(.th, .scope(.col), text: $0) } } }
        HTML(.tbody) {
          rows.map { row in
            HTML(.tr) {
              HTML(.th, .scope(.row), text: row.first ?? "")
              zip(header, row).dropFirst().map { name, text in HTML(.td, .column(name), text: text) }
            }
          }
        }
      }
    }
  }

  /// The brief as a Word document.
  package func docx() -> [UInt8] {
    var document = WordDocument(title: content.title, language: words.language.tag, day: preparedOn)
    document.add(.paragraph(prepared))
    for part in content.parts { document.add(part) }
    document.add(.paragraph(words["page.inHouse"]))
    return document.bytes()
  }
}
