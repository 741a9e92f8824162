package import Drawing
package import Figures
package import Records

/// The staff's page of a month: one file, no script, no network, prints to A4.
package struct MonthDashboard {
  private let context: ReportContext
  private let style: Stylesheet
  private let preparedOn: Day

  /// - Parameters:
  ///   - data: Tallies; months before the report's month make the trends.
  ///   - month: The month the page is about.
  ///   - words: Words of one language.
  ///   - style: Rules of `style/page.css`.
  ///   - calendar: Holidays and shifts of Hijri months; without it the fixed calendar alone.
  ///   - groups: Groups by age that the audience is asked for.
  ///   - seal: How far the month's approval is.
  ///   - preparedOn: Printed as the day the page was made.
  ///   - notes: What the team wrote beside figures of the month.
  package init(
    data: ProgrammeData, month: Month, words: Wording, style: Stylesheet, preparedOn: Day,
    calendar: ProgrammeCalendar = .plain, groups: [TargetGroup] = [], notes: [FigureNote] = [], seal: MonthSeal? = nil
  ) {
    context = ReportContext(
      book: FigureBook(data), month: month, words: Phrases(words), calendar: calendar, groups: groups,
      preparedOn: preparedOn, links: FigureLinks(notes: notes, hasSources: true),
      seal: seal)
    self.style = style
    self.preparedOn = preparedOn
  }

  /// The page as UTF-8.
  package func html() -> [UInt8] {
    let words = context.words
    let title = words("dashboard.title", ["month": .text(words.monthAndYear(context.month))])
    let shell = PageShell(language: words.language, title: title, style: style, kind: "dashboard")
    return shell.document {
      header(title)
      HTML(.main) { AllBlocks.list.map { $0.init(context: context).html() } }
      HTML(.footer) {
        HTML(.p, text: words("page.prepared", ["date": .text(words.date(preparedOn))]))
        HTML(.p, text: words["page.inHouse"])
      }
    }
  }

  /// Every chart of the page, for programs that take no pages.
  package func pictures() -> [ChartPicture] {
    AllBlocks.list.flatMap { ChartPicture.all(in: $0.init(context: context).html()) }
  }

  private func header(_ title: String) -> HTML {
    let words = context.words
    let codes = Set(context.book.data.creators.map(\.code)).count
    return HTML(.header) {
      HTML(.p, .class("over"), text: words("page.prepared", ["date": .text(words.date(preparedOn))]))
      HTML(.h1, text: title)
      HTML(.p, .class("lead")) {
        words("authors.n", ["n": .count(codes)]) + " \u{B7} "
          + words("channels.n", ["n": .count(context.book.channels(.all).count)])
      }
      HTML(.p, .class("small"), text: words["page.inHouse"])
    }
  }
}
