import Drawing
import Figures
import Records
import Reporting
import Workflows

/// The parts of a month's approval.
struct ApprovalView {
  let month: Month
  private let visit: Visit
  private let words: PageWords
  private let steps: [MonthStep]
  private let errata: [Erratum]
  private let items: [MonthCheck.Item]

  init(_ visit: Visit, _ words: PageWords, _ month: Month) throws {
    (self.visit, self.words, self.month) = (visit, words, month)
    steps = try visit.desk.archive.steps(of: month)
    errata = try visit.desk.archive.errata(of: month)
    // Missing, refused and corrected rows do not depend on how texts are read.
    items = try SealedMonths(visit.desk.workspace, fingerprint: "").list(month).items
  }

  func stage() -> [HTML] {
    let done = steps.map { step in
      HTML(.li) {
        words("approval.by", ["who": step.by, "when": visit.moment(step.at, words)]) + ": "
          + words["approval.stage." + step.step.rawValue]
      }
    }
    return [
      HTML(.p, .class("lead"), text: words["approval.stage." + (steps.last?.step.rawValue ?? "none")]),
      done.isEmpty ? .empty : HTML(.ul, .class("plain")) { done },
    ]
  }

  // MARK: What comes next

  func next() -> HTML {
    HTML(.section, .labelled(by: "next-h")) {
      HTML(.h2, .id("next-h"), text: words["approval.next"])
      switch steps.last?.step {
      case nil: move(.prepare)
      case .prepared: move(.check)
      case .checked: approval()
      case .approved: HTML(.p) { Anchor.html("/packages", words["staffPackages.title"]) }
      }
      if !steps.isEmpty { again() }
    }
  }

  private func move(_ move: MonthMove) -> HTML {
    Form.html("/approval/\(month)/\(move.rawValue)", .class("sheet")) {
      HTML(.p, text: words["approval.how." + move.rawValue])
      Form.button(words["approval.do." + move.rawValue])
    }
  }

  /// Whoever checked is told so at once, and not by a job that fails.
  private func approval() -> HTML {
    steps.last?.by == visit.who ? HTML(.p, .class("notice"), text: words["approval.somebodyElse"]) : move(.approve)
  }

  /// Freezing again, for figures that came late or were corrected.
  private func again() -> HTML {
    HTML(.details) {
      HTML(.summary, text: words["approval.again"])
      Form.html("/approval/\(month)/\(MonthMove.prepare.rawValue)", .class("sheet")) {
        Form.text("reason", words["approval.reason"], hint: words["approval.reason.hint"])
        Form.button(words["approval.do.prepare"], "quiet")
      }
    }
  }

  // MARK: What to look at

  func list() -> HTML {
    HTML(.section, .labelled(by: "look-h")) {
      HTML(.h2, .id("look-h"), text: words["approval.look"])
      if items.isEmpty { HTML(.p, .class("empty"), text: words["approval.look.none"]) }
      MonthCheck.Item.Kind.allCases.map(group)
    }
  }

  private func group(_ kind: MonthCheck.Item.Kind) -> HTML {
    let own = items.filter { $0.kind == kind }
    guard !own.isEmpty else { return .empty }
    return HTML(.div) {
      HTML(.h3, text: words["approval.look." + kind.rawValue])
      if kind != .early { HTML(.ul, .class("plain")) { own.map { item in HTML(.li) { line(item) } } } }
    }
  }

  private func line(_ item: MonthCheck.Item) -> [HTML] {
    let place = [item.creator, item.platform.flatMap(Platform.init).map(words.name)].compactMap { $0 }
      .joined(separator: " \u{B7} ")
    let (known, of) = (number(item.known), number(item.of))
    let start = place.isEmpty ? "" : place + ": "
    return switch item.kind {
    case .missing:
      [
        HTML(
          text: start + (DataKind(rawValue: item.subject).map(words.name) ?? item.subject) + ", "
            + words("value.of", n: Int(item.of ?? 0), ["known": known]))
      ]
    case .unread: [HTML(text: start + words["language." + item.subject] + ", " + known)]
    case .refused: [Anchor.html("/imports/\(item.subject)", "\u{2116}\u{A0}" + item.subject), HTML(text: ": " + known)]
    case .restated:
      [
        HTML(
          text: start + words["metric." + item.subject] + ", "
            + words("approval.corrected", ["first": of, "now": known]))
      ]
    case .early: []
    }
  }

  private func number(_ value: Double?) -> String { value.map { words.number(Int($0.rounded())) } ?? "\u{2013}" }

  // MARK: Corrections

  func corrections() -> HTML {
    guard !errata.isEmpty else { return .empty }
    return HTML(.section, .labelled(by: "errata-h")) {
      HTML(.h2, .id("errata-h"), text: words["seal.errata"])
      HTML(.ul, .class("plain")) {
        errata.map { item in
          HTML(.li) {
            words(
              "approval.erratum",
              [
                "number": words.number(item.number), "figure": words.name(item.new), "first": words.value(item.old),
                "now": words.value(item.new),
              ])
            HTML(.p, .class("small")) { HTML(.bdi, text: item.reason) }
          }
        }
      }
    }
  }
}
