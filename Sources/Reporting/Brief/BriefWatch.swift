import Figures
import Records

/// What may go wrong, with the decision that it asks for; the most pressing first.
struct BriefWatch {
  let context: ReportContext
  let hasTargets: Bool

  struct Finding {
    var risk: String
    var decision: String?
  }

  /// Consents that end within this many days are told.
  private static let noticeDays = 60
  /// Codes that are named before "and more".
  private static let mostCodes = 6

  private var words: Phrases { context.words }
  private var book: FigureBook { context.book }

  var findings: [Finding] {
    [incidents(), alerts(), consents(), numbers(), texts(), waiting(), targets()].compactMap { $0 }
  }

  private func finding(_ key: String, _ values: [String: PhraseValue]) -> Finding {
    Finding(risk: words("risk.\(key)", values), decision: words("decision.\(key)", values))
  }

  /// Security incidents of the month: what people reported, and alerts that a person confirmed.
  private func incidents() -> Finding? {
    let rows = book.registerRows(.incidents, in: [context.month])
    let severe = rows.count(where: \.isSevere)
    return rows.isEmpty
      ? nil : finding("incidents", ["n": .count(rows.count), "severe": .text(words.count(severe))])
  }

  /// Possible threats and hatred of which nobody has said whether they are so.
  private func alerts() -> Finding? {
    let count = book.data.waitingAlerts
    return count > 0 ? finding("alerts", ["n": .count(count)]) : nil
  }

  private func consents() -> Finding? {
    let today = context.preparedOn ?? context.month.lastDay
    let ending = book.data.creators.filter { creator in
      guard let last = creator.sharedUntil.values.min() else { return false }
      return last - today <= Self.noticeDays
    }.map(\.code)
    guard !ending.isEmpty else { return nil }
    return finding(
      "consents",
      ["n": .count(ending.count), "codes": .text(list(ending)), "days": .text(words.count(Self.noticeDays))])
  }

  private func numbers() -> Finding? {
    let gaps = book.gaps(in: context.month).filter { $0.kind == .numbers }
    guard !gaps.isEmpty else { return nil }
    return finding(
      "numbers", ["n": .count(gaps.count), "codes": .text(list(Array(Set(gaps.map(\.account.creator)))))])
  }

  /// Themes rest on texts: where fewer than half the talks have one, they say little.
  private func texts() -> Finding? {
    let coverage = book.transcriptCoverage(in: context.month)
    guard coverage.of > 0, coverage.known * 2 < coverage.of else { return nil }
    let gaps = book.gaps(in: context.month).filter { $0.kind == .transcripts }
    return finding(
      "texts",
      [
        "known": .text(words.count(coverage.known)), "n": .count(coverage.of),
        "codes": .text(list(Array(Set(gaps.map(\.account.creator))))),
      ])
  }

  private func waiting() -> Finding? {
    let count = book.waitingForAPerson(in: context.month)
    return count > 0 ? finding("waiting", ["n": .count(count)]) : nil
  }

  private func targets() -> Finding? { hasTargets ? nil : finding("targets", [:]) }

  private func list(_ codes: [String]) -> String {
    let sorted = codes.sorted()
    let shown = sorted.prefix(Self.mostCodes).joined(separator: ", ")
    return sorted.count > Self.mostCodes ? shown + " \u{2026}" : shown
  }
}
