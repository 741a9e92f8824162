import Figures
import Records
import Storage

/// Shares of texts with a label, corrected for the engine's errors (Rogan and Gladen).
struct ShareTable {
  private let cases: ScoreCases
  private let counts: [Key: Int]
  private let bootstrap: Bootstrap

  private struct Key: Hashable {
    let kind: TextKind
    /// Nil for all languages.
    let language: String?
    let variable: String
    let label: String
  }

  /// - Parameter counts: what was found in all texts of the archive; empty takes the coded texts themselves.
  init(_ cases: ScoreCases, counts: [LabelCount], bootstrap: Bootstrap) {
    self.cases = cases
    self.bootstrap = bootstrap
    var sums: [Key: Int] = [:]
    for count in counts {
      for language in [nil, count.language.rawValue] {
        let key = Key(kind: count.kind, language: language, variable: count.variable, label: count.label)
        sums[key, default: 0] += count.count
      }
    }
    self.counts = sums
  }

  var rows: [ShareRow] {
    TextKind.allCases.flatMap { kind in
      rows(kind, nil) + cases.languages.flatMap { rows(kind, $0) }
    }
  }

  private func rows(_ kind: TextKind, _ language: String?) -> [ShareRow] {
    let part = cases.filtered { $0.item.kind == kind && (language == nil || $0.language == language) }
    var rows = part.themes.compactMap { row(kind, language, "theme", $0, part.theme($0)) }
    guard kind == .comment else { return rows }
    for (number, code) in Sentiment.allCases.enumerated() {
      rows += [row(kind, language, "sentiment", code.rawValue, part.sentiments.against(number))].compactMap { $0 }
    }
    for (number, code) in Response.allCases.enumerated() {
      rows += [row(kind, language, "response", code.rawValue, part.responses.against(number))].compactMap { $0 }
    }
    return rows + Alert.allCases.compactMap { row(kind, language, "alert", $0.rawValue, part.alert($0)) }
  }

  private func row(
    _ kind: TextKind, _ language: String?, _ variable: String, _ label: String, _ cases: [DetectionCase]
  ) -> ShareRow? {
    guard cases.contains(where: { $0.isCoded || $0.isFound }), let own = DetectionSums(cases).foundShare else {
      return nil
    }
    let all = counts[Key(kind: kind, language: language, variable: "all", label: "")] ?? 0
    let found = counts[Key(kind: kind, language: language, variable: variable, label: label)] ?? 0
    let apparent = all > 0 ? Double(found) / Double(all) : nil
    let (corrected, status) = ShareTable.answer(CorrectedShare(cases, apparent: apparent, bootstrap: bootstrap))
    return ShareRow(
      kind: kind.rawValue, language: language ?? "all", variable: variable, label: label, found: apparent ?? own,
      of: all > 0 ? all : cases.count, from: all > 0 ? "archive" : "sample", corrected: corrected, status: status)
  }

  private static func answer(_ share: CorrectedShare) -> (ScoreValue?, String) {
    switch share {
    case .share(let estimate): (ScoreValue(estimate), "estimated")
    case .belowDetection: (nil, "below detection")
    case .undefined: (nil, "undefined")
    case .tooFew: (nil, "too few coded texts")
    }
  }
}
