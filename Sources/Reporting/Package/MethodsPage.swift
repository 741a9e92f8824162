import Drawing
import Figures
import Records

/// How the figures are made: a sheet for each indicator, and the rules that hold for all.
struct MethodsPage {
  let plan: DonorPlan
  let period: ReportingPeriod
  let rows: [IndicatorRow]
  let words: Phrases
  let style: Stylesheet
  let preparedOn: Day
  /// Word lists and engine that texts were read by.
  let edition: String
  var isDraft = false

  func html() -> [UInt8] {
    let title = words["package.methods"]
    return PageShell(language: words.language, title: title, style: style, kind: isDraft ? "package draft" : "package")
      .document {
        PackageHeader(title: title, preparedOn: preparedOn, words: words, isDraft: isDraft).html()
        HTML(.main) {
          SectionView.html(id: "rules", words["package.rules"]) { list(Self.rules, words["package.light"]) }
          plan.indicators.enumerated().map { sheet($1, number: $0 + 1) }
        }
        HTML(.footer) {
          if !edition.isEmpty { HTML(.p, text: words("imports.lexicon", ["id": .text(edition)])) }
        }
      }
  }

  private static let rules = ["consent", "missing", "range", "suppressed", "shares", "themes", "additive"]

  private func list(_ keys: [String], _ more: String) -> HTML {
    HTML(.ul, .class("plain")) {
      keys.map { HTML(.li, text: words["summary.note.\($0)"]) }
        + [more, words["package.channels"]].map { HTML(.li, text: $0) }
    }
  }

  private func sheet(_ planned: PlannedIndicator, number: Int) -> HTML {
    let sheet = IndicatorSheet(planned, plan, words)
    return SectionView.html(id: "i\(number)", planned.code + " \u{B7} " + sheet.name) {
      HTML(.dl, .class("sheet")) { pairs(planned, sheet).flatMap { [HTML(.dt, text: $0), HTML(.dd, text: $1)] } }
    }
  }

  private func pairs(_ planned: PlannedIndicator, _ sheet: IndicatorSheet) -> [(String, String)] {
    let row = rows.first { $0.planned == planned && $0.part == nil }
    let unit = planned.entry.measure.unit
    var pairs = [
      (words["package.sheet.definition"], sheet.definition),
      (words["package.sheet.level"], words["level.\(planned.entry.level.rawValue)"]),
      (words["package.sheet.unit"], words["unitName.\(unit.rawValue)"]),
      (words["package.sheet.source"], sheet.source),
    ]
    if !planned.disaggregation.isEmpty {
      let names = planned.disaggregation.map { words["package.by.\($0.rawValue)"] }
      pairs.append((words["package.sheet.disaggregation"], names.joined(separator: ", ")))
    }
    if let baseline = planned.baseline {
      pairs.append((words["package.column.baseline"], "\(plain(baseline.value)) (\(words.date(baseline.day)))"))
    }
    let targets = planned.milestones.map { "\($0.period.label): \(plain($0.value))" }
    if !targets.isEmpty { pairs.append((words["package.sheet.targets"], targets.joined(separator: "; "))) }
    if let responsible = sheet.responsible { pairs.append((words["package.sheet.responsible"], responsible)) }
    if let days = plan.dueDays { pairs.append((words["package.sheet.due"], words.date(period.through + days))) }
    if let row, let known = row.known, let of = row.of {
      pairs.append(
        (words["package.sheet.complete"], words("value.of", ["known": .text(words.count(known)), "n": .count(of)])))
    }
    return pairs
  }

  private func plain(_ value: Double) -> String {
    words.formats.number(value, decimals: value == value.rounded() ? 0 : 1)
  }
}
