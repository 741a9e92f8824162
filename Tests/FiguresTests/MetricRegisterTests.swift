import Figures
import Records
import Testing

@Suite("Register of metrics")
struct MetricRegisterTests {
  @Test("Every metric has exactly one line", arguments: Metric.allCases)
  func everyMetric(metric: Metric) {
    #expect(MetricRegister.all.filter { $0.metric == metric }.count == 1)
  }

  @Test("The breaks of MEASURES 2.1 are there")
  func breaks() {
    let days = MetricRegister.definition(of: .views).breaks.map(\.day)
    #expect(days == [Day("2025-03-31"), Day("2025-04-21")].compactMap { $0 })
    let early = Month(year: 2025, month: 3)
    #expect(MetricRegister.breaks(of: .views, on: .youtube, from: early, through: early + 1).count == 1)
    #expect(MetricRegister.breaks(of: .views, on: .youtube, from: early + 1, through: early + 2).isEmpty)
  }

  @Test("A definition is named by the last break before the month's end")
  func definitionName() {
    let name = MetricRegister.definitionName(.views, .youtube, Month(year: 2026, month: 1))
    #expect(name == "youtube.views@2025-03-31")
    #expect(MetricRegister.definitionName(.reach, .instagram, Month(year: 2026, month: 1)) == "instagram.reach")
  }
}
