import Drawing
import Figures
import Records

/// Results as IATI 2.03. The order of elements is the standard's: another order is not valid.
struct IATIDocument {
  let activity: IATIActivity
  let rows: [IndicatorRow]
  let words: [ReportLanguage: Phrases]
  let language: ReportLanguage
  let preparedOn: Day

  func xml() -> XML {
    XML(
      "iati-activities", [.init("version", "2.03"), .init("generated-datetime", "\(preparedOn)T00:00:00Z")],
      [
        XML(
          "iati-activity",
          [.init("last-updated-datetime", "\(preparedOn)T00:00:00Z"), .init("xml:lang", Self.code(language))],
          head + results)
      ])
  }

  private var head: [XML] {
    let organisation: [XML.Attribute] = [.init("ref", activity.organisation), .init("type", activity.organisationType)]
    return [
      XML("iati-identifier", [], [XML(text: activity.identifier)]),
      XML("reporting-org", organisation, [plain(activity.organisationName)]),
      XML("title", [], [plain(activity.title)]),
      XML("description", [], [plain(activity.title)]),
      // Role 4: implementing.
      XML("participating-org", [.init("role", "4")] + organisation, [plain(activity.organisationName)]),
      // Status 2: implementation. Date type 2: actual start.
      XML("activity-status", [.init("code", "2")]),
      XML("activity-date", [.init("type", "2"), .init("iso-date", activity.startedOn.description)]),
    ]
  }

  // MARK: Results

  private var results: [XML] {
    IndicatorLevel.allCases.compactMap { level in
      let own = rows.filter { $0.part == nil && $0.planned.entry.level == level }
      guard !own.isEmpty else { return nil }
      return XML(
        "result", [.init("type", Self.type(level)), .init("aggregation-status", "0")],
        [XML("title", [], everyLanguage { $0["level.\(level.rawValue)"] })] + own.map(indicator))
    }
  }

  /// Awareness and engagement are outcomes of the codelist ResultType.
  private static func type(_ level: IndicatorLevel) -> String {
    switch level {
    case .output: "1"
    case .awareness, .engagement: "2"
    case .impact: "3"
    }
  }

  private func indicator(_ row: IndicatorRow) -> XML {
    let isShare = row.measure.unit == .share
    return XML(
      "indicator",
      [
        .init("measure", isShare ? "2" : "1"), .init("ascending", "1"),
        .init("aggregation-status", row.measure.isAdditive ? "1" : "0"),
      ],
      [
        XML("title", [], everyLanguage { row.names[$0.language] ?? "" }),
        XML("description", [], everyLanguage { IndicatorSheet(row.planned, plan, $0).definition }),
        XML("reference", [.init("vocabulary", "99"), .init("code", row.planned.code)]),
      ] + baseline(row) + [period(row)])
  }

  /// Sheets need a plan only for who is responsible, which IATI has no place for.
  private var plan: DonorPlan { DonorPlan(id: "", indicators: []) }

  private func baseline(_ row: IndicatorRow) -> [XML] {
    guard let baseline = row.planned.baseline else { return [] }
    return [
      XML(
        "baseline",
        [
          .init("year", String(baseline.day.civil.year)), .init("iso-date", baseline.day.description),
          .init("value", DecimalBytes.text(baseline.value, decimals: 2)),
        ])
    ]
  }

  private func period(_ row: IndicatorRow) -> XML {
    let parts = rows.filter { part in
      part.part.map { $0.dimension != .month } ?? false && part.planned == row.planned && part.period == row.period
    }
    let target = row.target.map { XML("target", [.init("value", DecimalBytes.text($0, decimals: 2))]) }
    return XML(
      "period", [],
      [
        XML("period-start", [.init("iso-date", row.period.from.description)]),
        XML("period-end", [.init("iso-date", row.period.through.description)]),
      ] + [target].compactMap { $0 } + ([row] + parts).map(actual))
  }

  /// Dimension first, comment after it. A hidden or bounded value has no `value`, and says why.
  private func actual(_ row: IndicatorRow) -> XML {
    let dimension = row.part.map {
      XML("dimension", [.init("name", $0.dimension.rawValue), .init("value", $0.category)])
    }
    let comment = comment(row).map { text in XML("comment", [], everyLanguage(text)) }
    return XML(
      "actual", row.value.map { [.init("value", DecimalBytes.text($0, decimals: row.decimals))] } ?? [],
      [dimension, comment].compactMap { $0 })
  }

  private func comment(_ row: IndicatorRow) -> ((Phrases) -> String)? {
    func text(_ value: Double?) -> PhraseValue { .text(DecimalBytes.text(value ?? 0, decimals: row.decimals)) }
    if row.low == nil { return row.value == nil ? { $0["status.\(row.status.rawValue)"] } : nil }
    if row.high == nil { return { $0("value.atLeast", ["value": text(row.low)]) } }
    return { $0("value.range", ["lower": text(row.low), "upper": text(row.high)]) }
  }

  // MARK: Words

  private static func code(_ language: ReportLanguage) -> String { language.rawValue }

  private func plain(_ text: String) -> XML { XML("narrative", [], [XML(text: text)]) }

  /// One narrative a language, the package's own first.
  private func everyLanguage(_ text: (Phrases) -> String) -> [XML] {
    let order = [language] + ReportLanguage.written.filter { $0 != language }
    return order.compactMap { words[$0] }.map {
      XML("narrative", [.init("xml:lang", Self.code($0.language))], [XML(text: text($0))])
    }
  }
}
