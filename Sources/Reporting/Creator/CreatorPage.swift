package import Drawing
import Figures
package import Records

/// An author's own page for the phone: own numbers, own language, nothing about others.
package struct CreatorPage {
  private let context: ReportContext
  private let creator: String
  private let talks: [CreatorTalk]
  private let agedTalks: [AgedTalk]
  private let hours: [AnswerHour]
  private let style: Stylesheet
  private let preparedOn: Day

  /// - Parameters:
  ///   - data: Tallies; everything of other creators is dropped at once.
  ///   - creator: Code of the author.
  ///   - talks: Talks of the month.
  ///   - agedTalks: Views of the author's talks, earlier ones too, by age.
  ///   - hours: When comments were written under the author's talks.
  ///   - words: Words of the author's language.
  ///   - notes: Notes of the month; of these only shareable ones beside the author's own figures are shown.
  package init(
    data: ProgrammeData, creator: String, talks: [CreatorTalk], month: Month, words: Wording,
    style: Stylesheet, preparedOn: Day, agedTalks: [AgedTalk] = [], hours: [AnswerHour] = [],
    notes: [FigureNote] = []
  ) {
    let own = data.part(of: [creator])
    context = ReportContext(
      book: FigureBook(own), month: month, words: Phrases(words),
      links: FigureLinks(notes: Self.own(notes, of: creator), hasSources: false))
    self.creator = creator
    self.agedTalks = agedTalks
    self.hours = hours
    self.talks = talks.sorted { ($0.publishedOn, $0.title) < ($1.publishedOn, $1.title) }
    self.style = style
    self.preparedOn = preparedOn
  }

  /// Shareable notes beside figures of this author alone; what is noted beside everybody's may speak of others.
  private static func own(_ notes: [FigureNote], of creator: String) -> [FigureNote] {
    notes.filter { $0.isShareable && FigureName($0.figure)?.selection.creator == creator }
  }

  /// The page as UTF-8.
  package func html() -> [UInt8] {
    let words = context.words
    let title = words("creator.title", ["month": .text(words.monthAndYear(context.month))])
    let shell = PageShell(language: words.language, title: title, style: style, kind: "creator")
    return shell.document {
      HTML(.header) {
        HTML(.p, .class("over"), text: creator)
        HTML(.h1, text: title)
        CreatorSummary(context: context).html()
      }
      HTML(.main) {
        numbers()
        notes()
        CreatorTalks(context: context, talks: talks).html()
        CreatorForAge(context: context, talks: agedTalks).html()
        watched()
        CreatorResponses(context: context).html()
        CreatorHours(context: context, hours: hours).html()
        byHand()
        shared()
      }
      HTML(.footer) {
        HTML(.p, text: words("page.prepared", ["date": .text(words.date(preparedOn))]))
        HTML(.p, text: words["creator.onlyYou"])
      }
    }
  }

  private func numbers() -> HTML {
    let words = context.words
    return SectionView.html(id: "numbers", words["creator.numbers"], lead: words["creator.numbersLead"]) {
      context.platforms().map { platform in
        MetricChart(context: context, metric: .views, platform: platform, showsBand: true).html()
      }
      MetricChart(context: context, metric: .watchHours, platform: .youtube, showsBand: true).html()
    }
  }

  private func notes() -> HTML {
    let notes = context.links.notes
    guard !notes.isEmpty else { return .empty }
    return SectionView.html(id: "notes", context.words["notes.title"]) {
      HTML(.ul, .class("sentences")) {
        notes.map { numbered in
          HTML(.li) {
            FigureName(numbered.note.figure).map { FigureWords(context.words).measure($0.measure) + ": " } ?? ""
            HTML(.bdi, .automaticDirection, text: numbered.note.text)
          }
        }
      }
    }
  }

  private func watched() -> HTML {
    SectionView.html(id: "watched", context.words["watched.section"]) { ThemeHoursChart(context: context).html() }
  }

  /// Numbers that the team read off screens; nothing where there are none.
  private func byHand() -> HTML {
    let words = context.words
    let entries = context.book.handFigures(in: context.month)
    guard !entries.isEmpty else { return .empty }
    return SectionView.html(id: "by-hand", words["hand.title"], lead: words["hand.lead"]) {
      HandTable(words: words, entries: entries, namesWho: false).html()
    }
  }

  private func shared() -> HTML {
    let words = context.words
    let isShared = context.book.data.creators.contains { $0.code == creator && $0.sharedWithDonors.contains(.figures) }
    let until = context.book.data.creators.first { $0.code == creator }?.sharedUntil[.figures]
    return SectionView.html(id: "shared", words["creator.shared"]) {
      HTML(.ul, .class("sentences")) {
        HTML(.li, text: words["creator.sharedTeam"])
        HTML(.li, text: words[isShared ? "creator.sharedYes" : "creator.sharedNo"])
        if let last = until { HTML(.li, text: words("creator.sharedUntil", ["date": .text(words.date(last))])) }
        HTML(.li, text: words["creator.sharedNever"])
      }
      HTML(.p, .class("small"), text: words["creator.sharedStop"])
    }
  }
}
