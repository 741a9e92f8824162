import Figures
import Records

/// Tables of what was planned and of how each number is defined.
enum PlanTables {
  private typealias Column = PackageTable.Column

  static func targets(_ plan: DonorPlan) -> PackageTable {
    PackageTable(
      name: "targets",
      columns: [
        Column("indicator_code", "#indicator+code"), Column("kind", "#meta+kind"), Column("period", "#meta+period"),
        Column("period_start", "#date+start", .date), Column("period_end", "#date+end", .date),
        Column("value", "#indicator+num+planned", .number), Column("unit", "#indicator+unit"),
      ], rows: plan.indicators.flatMap(targets))
  }

  private static func targets(_ planned: PlannedIndicator) -> [[SummaryCell]] {
    let unit = planned.entry.measure.unit
    func row(_ kind: String, _ period: SummaryCell, _ from: Day, _ through: Day, _ value: Double) -> [SummaryCell] {
      [
        .text(planned.code), .text(kind), period, .day(from), .day(through),
        .number(value, decimals: 2), .text(IndicatorTables.unit(unit)),
      ]
    }
    let baseline = planned.baseline.map { row("baseline", .empty, $0.day, $0.day, $0.value) }
    let last = planned.milestones.max { $0.period.through < $1.period.through }
    return [baseline].compactMap { $0 }
      + planned.milestones.map {
        row($0 == last ? "target" : "milestone", .text($0.period.label), $0.period.from, $0.period.through, $0.value)
      }
  }

  static func definitions(_ plan: DonorPlan, _ words: Phrases) -> PackageTable {
    PackageTable(
      name: "definitions",
      columns: [
        Column("indicator_code", "#indicator+code"), Column("measure", "#indicator+type"),
        Column("name", "#indicator+name"), Column("level", "#indicator+level"), Column("unit", "#indicator+unit"),
        Column("definition", "#meta+definition"), Column("source", "#meta+source"),
        Column("additive", "#meta+additive"), Column("disaggregation", "#meta+disaggregation"),
        Column("responsible", "#meta+responsible"),
      ],
      rows: plan.indicators.map { planned in
        let sheet = IndicatorSheet(planned, plan, words)
        return [
          .text(planned.code), .text(planned.entry.measure.name), .text(sheet.name),
          .text(planned.entry.level.rawValue), .text(IndicatorTables.unit(planned.entry.measure.unit)),
          .text(sheet.definition), .text(sheet.source), .text(planned.entry.measure.isAdditive ? "yes" : "no"),
          .text(planned.disaggregation.map(\.rawValue).joined(separator: ", ")), .optional(sheet.responsible),
        ]
      })
  }
}

/// The words of one indicator's sheet.
struct IndicatorSheet {
  let name: String
  let definition: String
  let source: String
  let responsible: String?

  init(_ planned: PlannedIndicator, _ plan: DonorPlan, _ words: Phrases) {
    let measure = planned.entry.measure
    name = planned.names[words.language] ?? IndicatorBuilder.name(measure, words)
    if case .themeTime(let theme) = measure {
      definition = words("definition.theme_time", ["theme": .text(words.theme(theme))])
    } else {
      definition = words["definition.\(measure.family)"]
    }
    let isRead = measure.isOfComments || measure.sharedAs == .themes
    source =
      words[
        measure.register != nil ? "package.sourceRegisters" : isRead ? "package.sourceRead" : "package.sourcePlatforms"]
    responsible = planned.responsible ?? plan.responsible
  }
}
