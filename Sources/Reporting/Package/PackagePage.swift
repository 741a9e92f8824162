import Drawing
import Figures
import Records

/// The one page that is read first: the figures, what they can say and what they cannot.
struct PackagePage {
  let plan: DonorPlan
  let period: ReportingPeriod
  let rows: [IndicatorRow]
  let words: Phrases
  let style: Stylesheet
  let preparedOn: Day
  /// Talks that another report counts too.
  let elsewhere: Int
  let hasIATI: Bool
  let notes: [FigureNote]
  var isDraft = false

  private var title: String { words("package.title", ["period": .text(period.label)]) }

  func html() -> [UInt8] {
    PageShell(language: words.language, title: title, style: style, kind: isDraft ? "package draft" : "package")
      .document {
        PackageHeader(title: title, preparedOn: preparedOn, words: words, period: period, isDraft: isDraft).html()
        HTML(.main) {
          SectionView.html(id: "figures", words["package.figures"], lead: words["package.light"]) {
            HTML(.div, .class("scroll")) { table() }
            notices()
          }
          SectionView.html(id: "can", words["package.can"]) { list(Self.can) }
          SectionView.html(id: "cannot", words["package.cannot"]) { list(Self.cannot) }
          SectionView.html(id: "files", words["package.files"]) { list(files) }
        }
        if !notes.isEmpty { SectionView.html(id: "notes", words["notes.title"]) { noted() } }
        SectionView.html(id: "can", words["package.can"]) { list(Self.can) }
        SectionView.html(id: "cannot", words["package.cannot"]) { list(Self.cannot) }
        SectionView.html(id: "files", words["package.files"]) { list(files) }
      }
  }

  private static let can = ["package.canReach", "package.canAnswers", "package.canThemes"]
  private static let cannot = [
    "package.cannotPeople", "package.cannotMinds", "package.cannotCause", "package.cannotAll",
  ]
  private var files: [String] {
    ["package.fileData", "package.fileExcel", "package.fileHXL"] + (hasIATI ? ["package.fileIATI"] : [])
      + ["package.fileMethods", "package.fileChanges", "package.fileErrata", "package.fileSums"]
  }

  private func list(_ keys: [String]) -> HTML {
    HTML(.ul, .class("plain")) { keys.map { HTML(.li, text: words[$0]) } }
  }

  private func noted() -> HTML {
    HTML(.ul, .class("plain")) {
      notes.map { note in
        let name = FigureName(note.figure).map { FigureWords(words).name($0) } ?? note.figure
        return HTML(.li) {
          name + ": "
          HTML(.bdi, .automaticDirection, text: note.text)
        }
      }
    }
  }

  private func notices() -> HTML {
    let hidden = rows.count { $0.status == .suppressed }
    var texts: [String] = []
    if hidden > 0 { texts.append(words("package.hidden", ["n": .count(hidden)])) }
    if elsewhere > 0 { texts.append(words("package.elsewhere", ["n": .count(elsewhere)])) }
    return HTML(texts.map { HTML(.p, .class("notice"), text: $0) })
  }

  // MARK: The table

  private func table() -> HTML {
    HTML(.table, .class("numbers")) {
      HTML(.thead) {
        HTML(.tr) {
          ["code", "indicator", "baseline", "target", "actual", "standing"].map {
            HTML(.th, .scope(.col), text: words["package.column.\($0)"])
          }
        }
      }
      HTML(.tbody) { rows.filter { $0.part == nil }.map(line) }
    }
  }

  private func line(_ row: IndicatorRow) -> HTML {
    HTML(.tr) {
      HTML(.td, text: row.planned.code)
      HTML(.td, text: name(row))
      HTML(.td) { number(row.planned.baseline?.value, row) }
      HTML(.td) { number(row.target, row) }
      HTML(.td, .figure(row.cell)) { actual(row) }
      HTML(.td, text: row.light.map { words["light.\($0.rawValue)"] } ?? "\u{2013}")
    }
  }

  private func name(_ row: IndicatorRow) -> String {
    let name = row.names[words.language] ?? row.measure.name
    guard let platform = row.planned.platform else { return name }
    return name + " (" + words.name(platform) + ")"
  }

  /// A value with its interval, "at least … at most", or why there is none.
  private func actual(_ row: IndicatorRow) -> [HTML] {
    if row.value != nil {
      guard row.low != nil, row.high != nil else { return number(row.value, row) }
      return number(row.value, row) + [HTML(text: " (")] + range(row) + [HTML(text: ")")]
    }
    guard row.low != nil else { return [HTML(.span, .class("none"), text: words["status.\(row.status.rawValue)"])] }
    if row.high == nil { return [HTML(text: words["value.atLeastMark"] + "\u{A0}")] + number(row.low, row) }
    return range(row)
  }

  private func range(_ row: IndicatorRow) -> [HTML] {
    number(row.low, row) + [HTML(text: "\u{2013}")] + number(row.high, row)
  }

  private func number(_ value: Double?, _ row: IndicatorRow) -> [HTML] {
    guard let value else { return [HTML(text: "\u{2013}")] }
    let machine = DecimalBytes.text(value, decimals: row.decimals)
    return [HTML(.data, .value(machine), text: text(value, row.measure.unit))]
  }

  /// Shares are in per cent here already.
  private func text(_ value: Double, _ unit: FigureUnit) -> String {
    guard unit == .share else { return words.formats.number(value, decimals: unit.decimals) }
    let decimals = value == value.rounded() ? 0 : 1
    return words.formats.percent(value / 100, decimals: decimals)
  }
}
