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
    return entry(
      "calendar.ramadan",
      [
        words("calendar.ramadanDays", ["days": .text(range(now)), "before": .text(range(before))]),
        hijriMonths(),
      ])
  }

  /// "Rabi al-thani – Jumada al-ula 1448"; the year once, where it is one.
  private func hijriMonths() -> String {
    let words = context.words
    let months = calendar.hijriMonths(in: context.month)
    let years = months.map(\.year).reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
    return years.map { year in
      let names = months.filter { $0.year == year }.map { words["hijri.\($0.number)"] }
      return words(
        "hijri.date", ["month": .text(names.joined(separator: " \u{2013} ")), "year": .text(String(year))])
    }.joined(separator: " \u{2013} ")
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

  private func holidays() -> [HTML] { entry("calendar.holidays", national(.holiday)) }
  private func school() -> [HTML] { entry("calendar.school", national(.school)) }

  /// The days of one name in each country, and the countries that keep the same days in one line.
  private func national(_ kind: NationalDay.Kind) -> [String] {
    var lines: [(name: String, days: [Day], countries: [String])] = []
    for country in countries {
      let found = calendar.nationalDays(kind, in: context.month, countries: [country])
      for name in found.map(\.entry.name).reduce(into: [String](), { if !$0.contains($1) { $0.append($1) } }) {
        let days = found.filter { $0.entry.name == name }.map(\.day)
        if let index = lines.firstIndex(where: { $0.name == name && $0.days == days }) {
          lines[index].countries.append(country)
        } else {
          lines.append((name, days, [country]))
        }
      }
    }
    return lines.sorted { ($0.days.first?.number ?? 0) < ($1.days.first?.number ?? 0) }.map(line)
  }

  private func line(_ name: String, _ days: [Day], _ countries: [String]) -> String {
    let words = context.words
    let dates = [days.first, days.count > 1 ? days.last : nil].compactMap { $0 }.map(words.shortDate)
    return words(
      "calendar.onIn",
      [
        "name": .text(words.holiday(name)), "date": .text(dates.joined(separator: " \u{2013} ")),
        "country": .text(countries.map(words.country).joined(separator: ", ")),
      ])
  }
}
