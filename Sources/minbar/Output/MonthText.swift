import Records
import Workflows

/// A month's steps, changes and errata, for machines.
struct MonthSummary: Encodable {
  struct Step: Encodable {
    var edition: Int
    var step: SealStep
    var by: String
    var at: Int64
    var sha256: String
  }

  struct Change: Encodable {
    var figure: String
    var old: Double?
    var new: Double?
    var number: Int?
    var reason: String?
  }

  struct Figure: Encodable {
    var figure: String
    var value: Double?
    var low: Double?
    var high: Double?
  }

  var month: String
  var stage: String
  /// As they are now, for the house.
  var figures: [Figure]
  var mayBeHandedOut: Bool
  var steps: [Step]
  var changes: [Change]
  var errata: [Change]

  init(_ status: MonthStatus) {
    month = status.month.description
    stage = status.stage
    figures = status.figures.map { Figure(figure: $0.figure, value: $0.value, low: $0.low, high: $0.high) }
    mayBeHandedOut = status.mayBeHandedOut
    steps = status.steps.map {
      Step(edition: $0.edition, step: $0.step, by: $0.by, at: $0.at.seconds, sha256: MonthText.hex($0.sha256))
    }
    changes = status.changes.map { Change(figure: $0.new.figure, old: $0.old.value, new: $0.new.value) }
    errata = status.errata.map {
      Change(figure: $0.new.figure, old: $0.old.value, new: $0.new.value, number: $0.number, reason: $0.reason)
    }
  }
}

/// A month as people read it on a terminal.
enum MonthText {
  static func text(_ status: MonthStatus) -> String {
    var lines = ["\(status.month): \(status.stage)"]
    lines += status.steps.map {
      "  \($0.step.rawValue) by \($0.by), edition \($0.edition), \(hex($0.sha256).prefix(12))"
    }
    lines += status.changes.map { "  changed since: " + change($0.old, $0.new) }
    lines += status.errata.map { "  erratum \($0.number): \(change($0.old, $0.new)); \($0.reason)" }
    if !status.mayBeHandedOut { lines.append("  next: minbar month \(status.next)") }
    return lines.joined(separator: "\n")
  }

  static func text(_ list: MonthCheck) -> String {
    guard !list.items.isEmpty else { return "\(list.month): nothing to look at" }
    let lines = list.items.map { item in
      let place = [item.creator, item.platform].compactMap { $0 }.joined(separator: " ")
      return "  \(item.kind.rawValue): " + (place.isEmpty ? "" : place + ": ") + item.text
    }
    return (["\(list.month): \(list.items.count) things to look at"] + lines).joined(separator: "\n")
  }

  private static func change(_ old: SealedFigure, _ new: SealedFigure) -> String {
    "\(new.figure): was \(number(old)), is \(number(new))"
  }

  private static func number(_ figure: SealedFigure) -> String {
    if let value = figure.value { return "\(value)" }
    guard let low = figure.low else { return "not known" }
    return figure.high.map { "\(low) to \($0)" } ?? "at least \(low)"
  }

  static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
