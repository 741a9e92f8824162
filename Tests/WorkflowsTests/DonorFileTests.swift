import Figures
import Records
import Reporting
import TestSupport
import Testing

@testable import Workflows

@Suite struct DonorFileTests {
  private let register: IndicatorRegister

  init() throws {
    register = try IndicatorRegister(
      file: "indicators.yaml", bytes: Array(try ProjectFolder.text("Reports/indicators.yaml").utf8))
  }

  private func file(_ text: String) throws -> DonorFile {
    try DonorFile(id: "A1", file: "A1.yaml", bytes: Array(text.utf8), register: register)
  }

  @Test func theExampleIsRead() throws {
    let sample = try file(try ProjectFolder.text("Reports/donors/sample.yaml"))
    #expect(sample.isExample && sample.plan.authors == nil && sample.plan.indicators.count == 10)
    let views = try #require(sample.plan.indicators.first { $0.code == "2.1" })
    #expect(views.names[.russian] == "Просмотры выступлений" && views.baseline?.value == 100_000)
    #expect(views.milestones.map(\.period.label) == ["2026-Q2", "2026-Q3"])
    #expect(views.disaggregation == [.month, .platform])
  }

  @Test func codesStayAsTheyAreWritten() throws {
    let plan = try file("authors: [K01, K02]\nindicators:\n  - {code: 1.10, indicator: views}\n").plan
    #expect(plan.indicators.map(\.code) == ["1.10"] && plan.authors == ["K01", "K02"])
  }

  @Test func aFiscalYearCutsQuarters() throws {
    let text = """
      periods: fiscal
      fiscal-year-starts: 10
      indicators:
        - {code: a, indicator: views, target: {period: 2026-Q1, value: 5}}
      """
    let target = try #require(try file(text).plan.indicators[0].milestones.first)
    #expect(target.period.from.description == "2025-10-01")
  }

  @Test(arguments: [
    ("indicators: [\n", "A1.yaml:2", "YAML"), ("", "A1.yaml", "nothing"),
    ("langauge: en\nindicators: []\n", "A1.yaml:1", "langauge"),
    ("language: fr\nindicators: []\n", "A1.yaml:1:language", "en, ru, ky, uz"),
    ("indicators: []\n", "indicators", "none"),
    ("indicators:\n  - {code: a, indicator: reach}\n", "A1.yaml:2:indicators[1].indicator", "stories, subscribers"),
    ("indicators:\n  - {indicator: views}\n", "A1.yaml:2:indicators[1]", "no code"),
    ("indicators:\n  - {code: a, indicator: engagement}\n", "indicators[1]", "youtube, instagram"),
    ("indicators:\n  - {code: a, indicator: views, disaggregation: [language]}\n", "disaggregation", "month, platform"),
    (
      "indicators:\n  - code: a\n    indicator: views\n    target: {period: 2026-Q3, value: 12 000}\n",
      "A1.yaml:4:indicators[1].target.value", "12 000"
    ),
    (
      "indicators:\n  - {code: a, indicator: views, target: {period: Q3 2026, value: 1}}\n",
      "indicators[1].target.period", "2026-Q3, 2026 or 2026-10"
    ),
    ("indicators:\n  - {code: a, indicator: views}\n  - {code: a, indicator: people}\n", "indicators", "a twice"),
    ("periods: fiscal\nindicators:\n  - {code: a, indicator: views}\n", "A1.yaml:1:periods", "fiscal-year-starts"),
    ("authors: some\nindicators:\n  - {code: a, indicator: views}\n", "A1.yaml:1:authors", "all, or a list"),
    ("iati: {title: x}\nindicators:\n  - {code: a, indicator: views}\n", "A1.yaml:1:iati", "identifier"),
  ])
  func whatIsWrongIsNamedWithLineKeyAndWhatIsAllowed(text: String, place: String, word: String) {
    do {
      _ = try file(text)
      Issue.record("\(text) was taken")
    } catch {
      #expect("\(error)".contains(place) && "\(error)".contains(word), "\(error)")
    }
  }

  @Test func aRegisterWithAnUnknownMeasureIsRefused() {
    do {
      _ = try IndicatorRegister(file: "indicators.yaml", bytes: Array("a: {measure: likes, level: output}\n".utf8))
      Issue.record("taken")
    } catch {
      #expect("\(error)".contains("indicators.yaml:1:a.measure") && "\(error)".contains("watch_hours"), "\(error)")
    }
  }
}
