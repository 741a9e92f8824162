import Figures
import Records
import Reporting
import Testing

@Suite struct DirectorBriefTests {
  private static let story = BriefStory(
    author: "K01", platform: .youtube, title: "Learning & <patience>", publishedOn: SampleTallies.month.firstDay,
    reason: .testimony(7, of: 40))

  private func brief(
    _ language: ReportLanguage, plans: [DonorPlan] = [], data: ProgrammeData = SampleTallies.data(),
    story: BriefStory? = story
  ) throws -> DirectorBrief {
    DirectorBrief(
      data: data, month: SampleTallies.month, words: try WordsSupport.words()[language],
      style: try WordsSupport.style(), preparedOn: SampleTallies.preparedOn, plans: plans, story: story,
      notes: [FigureNote(id: 1, figure: "views/all/2026-10", text: "a strike", isShareable: false)])
  }

  private func plan(_ period: String, value: Double) throws -> DonorPlan {
    let measure = try #require(IndicatorMeasure("views", theme: nil))
    let milestone = Milestone(period: try #require(PeriodScheme.calendar.period(period)), value: value)
    return DonorPlan(
      id: "A1",
      indicators: [
        PlannedIndicator(
          code: "2.1", entry: IndicatorEntry(id: "views", measure: measure, level: .awareness), milestones: [milestone])
      ])
  }

  /// Words of a page, and of a Word document, as they are written between tags.
  private func words(_ bytes: [UInt8], from start: String) -> Set<String> {
    let text = String(decoding: bytes, as: UTF8.self)
    let body = text.split(separator: start, maxSplits: 1).last.map(String.init) ?? ""
    let pieces = body.split(separator: ">").map {
      String($0.prefix { $0 != "<" }).replacing("\u{2022}\u{A0}", with: "")
    }
    return Set(pieces.filter { $0.unicodeScalars.contains { !$0.properties.isWhitespace } })
  }

  @Test("The Word document says what the page says", arguments: ReportLanguage.allCases)
  func bothFormsSayTheSame(language: ReportLanguage) throws {
    let brief = try brief(language, plans: [try plan("2026-Q4", value: 100_000)])
    let page = words(brief.html(), from: "<body")
    let document = words(brief.docx(), from: "<w:body")
    #expect(page.count > 20 && page.subtracting(document).filter { !$0.hasPrefix(" class") }.isEmpty)
    #expect(!page.contains { $0.contains("{") })
  }

  @Test("The document is a zip with the parts that Word asks for, and texts are escaped")
  func document() throws {
    let bytes = try brief(.russian).docx()
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    for part in [
      "[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels",
    ] {
      #expect(text.contains(part))
    }
    #expect(text.contains("Learning &amp; &lt;patience&gt;") && !text.contains("<patience>"))
    #expect(try brief(.russian).docx() == bytes)
  }

  @Test("A target of a quarter is held against the months until now, without a light before its end")
  func underWay() throws {
    let text = String(decoding: try brief(.english, plans: [plan("2026-Q4", value: 100_000)]).html(), as: UTF8.self)
    #expect(text.contains("of 100,000 (2026-Q4; A1 2.1)") && text.contains("1 of 3 months over"))
    #expect(text.contains("no target set"))
  }

  @Test("A target whose period is over has its light", arguments: [(10.0, "met"), (1e9, "behind")])
  func over(target: Double, light: String) throws {
    let text = String(decoding: try brief(.english, plans: [plan("2026-10", value: target)]).html(), as: UTF8.self)
    #expect(text.contains(">\(light)</td>"))
  }

  @Test("Without twelve months nothing is called a change; without targets that is a decision")
  func signalsOnly() throws {
    let text = String(decoding: try brief(.english).html(), as: UTF8.self)
    #expect(!text.contains("No signal") && text.contains("Agree on targets."))
    #expect(text.contains("too few months for a signal:") && text.contains("than the month before; too few"))
    #expect(text.contains("a strike"))
  }

  @Test("Channels without numbers are a risk and a call")
  func gaps() throws {
    var data = SampleTallies.data()
    data.metrics.removeAll { $0.account == 3 && $0.month == SampleTallies.month }
    let text = String(decoding: try brief(.english, data: data).html(), as: UTF8.self)
    #expect(text.contains("1 channel has sent no complete numbers: K03."))
    #expect(text.contains("Call those whose exports are missing: K03."))
  }
}
