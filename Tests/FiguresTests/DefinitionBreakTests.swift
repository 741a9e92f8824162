import Records
import Testing

@testable import Figures

/// A platform that changes what it counts: numbers of two definitions are never added or subtracted.
@Suite struct DefinitionBreakTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func snapshot(_ on: String, _ value: Double, _ definition: String = "", receipt: Int64) throws
    -> StoredObservation
  {
    StoredObservation(
      account: 1, post: 7, metric: .views, definition: definition, scope: .lifetime, asOf: try day(on), value: value,
      receipt: receipt, publishedOn: try day("2026-06-01"))
  }

  private func october(_ observations: [StoredObservation]) -> MonthlyMetric? {
    MonthReconciler().months(observations).first { $0.month == Month(year: 2026, month: 10) }
  }

  @Test func aDifferenceOfOneDefinitionIsTheMonth() throws {
    let line = [try snapshot("2026-09-30", 100, "new", receipt: 1), try snapshot("2026-10-31", 160, "new", receipt: 2)]
    #expect(october(line)?.value == 60)
  }

  @Test func aDifferenceAcrossABreakIsUnknownAndNotZero() throws {
    let line = [try snapshot("2026-09-30", 100, receipt: 1), try snapshot("2026-10-31", 160, "new", receipt: 2)]
    let month = october(line)
    #expect(month?.value == nil && month?.lower == nil && month?.upper == nil)
  }

  @Test func aFallIsACorrectionAndTheMonthHoldsIt() throws {
    let line = [
      try snapshot("2026-09-30", 100, receipt: 1), try snapshot("2026-10-15", 130, receipt: 2),
      try snapshot("2026-10-31", 90, receipt: 3),
    ]
    #expect(october(line)?.value == -10)
    #expect(october(line)?.correction == -40)
  }

  @Test func aMissingSnapshotGivesARange() throws {
    let line = [
      try snapshot("2026-09-30", 100, receipt: 1), try snapshot("2026-10-20", 150, receipt: 2),
      try snapshot("2026-11-20", 190, receipt: 3),
    ]
    let month = october(line)
    #expect(month?.value == nil)
    #expect(month?.lower == 50 && month?.upper == 90)
  }

  @Test func daysOfTwoDefinitionsAreNotAdded() throws {
    let first = try day("2026-10-01")
    let days = (0..<31).map { index in
      StoredObservation(
        account: 1, post: nil, metric: .views, definition: index < 10 ? "" : "new", scope: .period,
        period: Period(from: first + index, through: first + index), value: 2, receipt: 1)
    }
    let month = october(days)
    #expect(month?.value == nil)
    #expect(month?.lower == 42 && month?.known == 21 && month?.of == 31)
  }
}
