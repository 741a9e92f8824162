import Figures
import Records
import Reporting
import Testing

/// Every number of the dashboard leads somewhere, and notes stand where they may.
@Suite struct SourcesTests {
  private func page(_ language: ReportLanguage, notes: [FigureNote] = []) throws -> String {
    WordsSupport.text(
      MonthDashboard(
        data: SampleTallies.data(), month: SampleTallies.month, words: try WordsSupport.words()[language],
        style: try WordsSupport.style(), preparedOn: SampleTallies.preparedOn, notes: notes
      ).html())
  }

  /// What stands between two marks of a page, at every place where it does.
  private func pieces(_ page: String, after start: String, before end: String) -> [String] {
    page.split(separator: start, omittingEmptySubsequences: false).dropFirst().compactMap { rest in
      rest.split(separator: end, maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init)
    }
  }

  @Test("Every link has its place, and no place stands twice", arguments: ReportLanguage.allCases)
  func links(language: ReportLanguage) throws {
    let page = try page(
      language, notes: [FigureNote(id: 1, figure: "views/K01/2026-10", text: "x", isShareable: false)])
    let targets = pieces(page, after: "href=\"#", before: "\"")
    let ids = pieces(page, after: " id=\"", before: "\"")
    #expect(targets.count > 20 && Set(targets).isSubset(of: ids))
    #expect(Set(ids).count == ids.count)
  }

  @Test("Every figure that is shown has an id that can be asked for, and its entry says the same")
  func figures() throws {
    let page = try page(.english)
    let parts = page.split(separator: "id=\"sources\"")
    let shown = Set(pieces(String(parts[0]), after: "data-figure=\"", before: "\""))
    let listed = Set(pieces(String(parts[1]), after: "<code>", before: "</code>"))
    #expect(shown.count > 15 && shown.isSubset(of: listed))
    for id in listed { #expect(FigureName(id)?.text == id, "\(id)") }
  }

  @Test("Notes print with their figure and as a list, as text")
  func notes() throws {
    let note = FigureNote(
      id: 9, figure: "views/all/2026-10", text: "Orozo & <b>two</b> channels", isShareable: false)
    let page = try page(.russian, notes: [note])
    #expect(page.contains("Orozo &amp; &lt;b&gt;two&lt;/b&gt; channels"))
    #expect(page.contains("href=\"#n-1\"") && page.contains("id=\"n-1\""))
    #expect(!page.contains("<b>two"))
    #expect(!(try self.page(.russian)).contains("id=\"notes\""))
  }

  private static let notes = [
    FigureNote(id: 1, figure: "views/K02/2026-10", text: "own shared", isShareable: true),
    FigureNote(id: 2, figure: "views/K02/2026-10", text: "own kept", isShareable: false),
    FigureNote(id: 3, figure: "views/K01/2026-10", text: "of another", isShareable: true),
    FigureNote(id: 4, figure: "views/all/2026-10", text: "of all", isShareable: true),
    FigureNote(id: 5, figure: "people_reached/all/2026-10", text: "of all kept", isShareable: false),
  ]

  @Test("An author sees shareable notes beside the own figures alone")
  func ownPage() throws {
    let page = WordsSupport.text(
      CreatorPage(
        data: SampleTallies.data(), creator: "K02", talks: [], month: SampleTallies.month,
        words: try WordsSupport.words()[.kyrgyz], style: try WordsSupport.style(),
        preparedOn: SampleTallies.preparedOn, notes: Self.notes
      ).html())
    #expect(page.contains("own shared"))
    for text in ["own kept", "of another", "of all"] { #expect(!page.contains(text)) }
  }

  @Test("A package tells shareable notes beside figures of several authors alone")
  func package() throws {
    let entry = try #require(IndicatorMeasure("views", theme: nil))
    let plan = DonorPlan(
      id: "A1",
      indicators: [
        PlannedIndicator(code: "1", entry: IndicatorEntry(id: "views", measure: entry, level: .awareness))
      ])
    let package = ReportPackage(
      data: SampleTallies.data(), plan: plan, period: try #require(PeriodScheme.calendar.period("2026-10")),
      words: try WordsSupport.words(), style: try WordsSupport.style(), preparedOn: SampleTallies.preparedOn,
      notes: Self.notes)
    let files = try package.files { _ in "" }
    let readme = WordsSupport.text(try #require(files.first { $0.path == "README.html" }).bytes)
    #expect(readme.contains("of all") && !readme.contains("of all kept"))
    for file in files {
      let text = WordsSupport.text(file.bytes)
      for hidden in ["own shared", "own kept", "of another", "of all kept"] { #expect(!text.contains(hidden)) }
    }
  }
}
