import Drawing
import Records

extension Phrases {
  /// "October 2026", inside a sentence.
  func monthAndYear(_ month: Month) -> String {
    self("date.month", ["month": .text(self["month.\(month.month)"]), "year": .text(String(month.year))])
  }

  /// "In October 2026", at the start of a sentence.
  func inMonth(_ month: Month) -> String {
    self("date.in", ["month": .text(self["month.in.\(month.month)"]), "year": .text(String(month.year))])
  }

  func date(_ day: Day) -> String {
    let civil = day.civil
    return self(
      "date.day",
      [
        "day": .text(String(civil.day)), "month": .text(self["month.of.\(civil.month)"]),
        "year": .text(String(civil.year)),
      ])
  }

  /// A day without its year: "5 October".
  func shortDate(_ day: Day) -> String {
    let civil = day.civil
    return self(
      "date.short",
      ["day": .text(String(civil.day)), "month": .text(self["month.of.\(civil.month)"])])
  }

  /// Labels of a month axis; the year stands under its first month.
  func monthLabels(_ months: [Month]) -> [MonthLabel] {
    months.enumerated().map { index, month in
      let isFirst = index == 0 || month.month == 1
      // The year of a single December would run into the next one.
      let hasRoom = index > 0 || month.month < 12
      return MonthLabel(
        self["month.short.\(month.month)"], year: isFirst && hasRoom ? String(month.year) : nil)
    }
  }
}
