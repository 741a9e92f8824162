import Drawing
import Figures
import Records

/// Days that move the numbers: Ramadan, feasts, holidays, school; and the month set against its like a year ago.
struct CalendarBlock: DashboardBlock {
  let context: ReportContext

  private var calendar: ProgrammeCalendar { context.calendar }
  private var countries: [String] { Set(context.book.data.creators.compactMap(\.country)).sorted() }
  /// Where all authors live in one country, its shifts hold.
  private var country: String? { countries.count == 1 ? countries.first : nil }

  func html() -> HTML {
    let words = context.words
    return SectionView.html(id: "calendar", words["calendar.title"], lead: words["calendar.lead"]) {
      HTML(.dl, .class("days")) { ramadan() + fridays() + feasts() + holidays() + school() }
      HTML(.h3, text: words["year.title"])
      YearAgoLines(context: context, country: country).html()
    }
  }

  private func entry(_ term: String, _ texts: [String]) -> [HTML] {
    guard !texts.isEmpty else { return [] }
    return [
      HTML(.dt, text: context.words[term]),
      HTML(.dd) { HTML(.ul, .class("plain")) { texts.map { HTML(.li, text: $0) } } },
    ]
  }

  private func ramadan() -> [HTML] {
    let words = context.words
    guard let now = calendar.ramadanDays(in: context.month, countries: countries),
      let before = calendar.ramadanDays(in: context.month + -12, countries: countries)
    else { return entry("calendar.ramadan", [words["value.unknown"]]) }
    let months = calendar.hijriMonths(in: context.month).map { month in
      words("hijri.date", ["month": .text(words["hijri.\(month.number)"]), "year": .text(String(month.year))])
    }
    return entry(
      "calendar.ramadan",
      [
        words("calendar.ramadanDays", ["days": .text(range(now)), "before": .text(range(before))]),
        months.joined(separator: " \u{2013} "),
      ])
  }

  private func range(_ days: ClosedRange<Int>) -> String {
    let words = context.words
    guard days.lowerBound < days.upperBound else { return words.count(days.lowerBound) }
    return words(
      "value.range", ["lower": .text(words.count(days.lowerBound)), "upper": .text(words.count(days.upperBound))])
  }

  private func fridays() -> [HTML] {
    let words = context.words
    let counts = [context.month, context.month + -12].map { ProgrammeCalendar.count(weekday: 5, in: $0) }
    return entry(
      "calendar.fridays",
      [
        words(
          "calendar.fridaysCount", ["days": .text(words.count(counts[0])), "before": .text(words.count(counts[1]))])
      ])
  }

  private func feasts() -> [HTML] {
    let words = context.words
    return entry(
      "calendar.feasts",
      calendar.feasts(in: context.month, country: country).map { feast, day in
        words("calendar.on", ["name": .text(words["feast.\(feast.rawValue)"]), "date": .text(words.shortDate(day))])
      })
  }

  /// Holidays of one name and country in one line: "21, 22, 23 March" would be three.
  private func holidays() -> [HTML] {
    let found = calendar.nationalDays(.holiday, in: context.month, countries: countries)
    var lines: [(country: String, name: String, days: [Day])] = []
    for (day, holiday) in found {
      if let index = lines.firstIndex(where: { $0.country == holiday.country && $0.name == holiday.name }) {
        lines[index].days.append(day)
      } else {
        lines.append((holiday.country, holiday.name, [day]))
      }
    }
    return entry("calendar.holidays", lines.map { line($0.name, $0.days, $0.country) })
  }

  private func school() -> [HTML] {
    let found = calendar.nationalDays(.school, in: context.month, countries: countries)
    return entry("calendar.school", found.map { line($0.entry.name, [$0.day], $0.entry.country) })
  }

  private func line(_ name: String, _ days: [Day], _ country: String) -> String {
    let words = context.words
    let dates = [days.first, days.count > 1 ? days.last : nil].compactMap { $0 }.map(words.shortDate)
    return words(
      "calendar.onIn",
      [
        "name": .text(words.holiday(name)), "date": .text(dates.joined(separator: " \u{2013} ")),
        "country": .text(words.country(country)),
      ])
  }
}
