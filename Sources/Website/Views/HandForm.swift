import Drawing
import Records
import Reporting
import Workflows

/// What is wrong with a form: keys of words, then what the reader of the file would refuse.
struct HandFaults {
  var keys: [String] = []
  var problems: [String] = []

  var isEmpty: Bool { keys.isEmpty && problems.isEmpty }

  func html(_ words: PageWords) -> HTML {
    guard !isEmpty else { return .empty }
    return HTML(.ul, .class("faults")) {
      keys.map { HTML(.li, text: words[$0]) }
      problems.map { HTML(.li, text: $0) }
    }
  }
}

/// The form for numbers off a screen, with what somebody typed.
struct FiguresForm {
  let words: PageWords
  let creators: [String]
  let month: Month
  var fields = FormFields([])

  private var typed: FiguresFields { FiguresFields(fields: fields) }

  func html() -> HTML {
    Form.html("/figures", .class("sheet")) {
      Form.select(
        "creator", words["upload.creator"], [("", words["form.choose"])] + creators.map { ($0, $0) },
        chosen: fields["creator"] ?? "")
      Form.select(
        "platform", words["figures.platform"],
        [("", words["form.choose"])] + FiguresFields.platforms.map { ($0, $0) }, chosen: fields["platform"] ?? "")
      Form.text(
        "month", words["upload.month"], value: fields["month"] ?? month.description, hint: words["upload.month.hint"],
        isRequired: true, type: .month)
      HTML(.h2, text: words["figures.numbers"])
      HTML(.p, .class("hint"), text: words["figures.numbers.hint"])
      (1...FiguresFields.lines).map(line)
      Form.text(
        "who", words["figures.who"], value: fields["who"] ?? "", hint: words["figures.who.hint"], isRequired: true)
      Form.text(
        "evidence", words["figures.evidence"], value: fields["evidence"] ?? "", hint: words["figures.evidence.hint"],
        isRequired: true)
      Form.button(words["figures.save"])
    }
  }

  private func line(_ number: Int) -> HTML {
    HTML(.div, .class("pair")) {
      Form.select(
        "metric\(number)", words("figures.metric", ["n": String(number)]),
        [("", words["form.choose"])] + FiguresFields.metrics.map { ($0.rawValue, words["metric." + $0.rawValue]) },
        chosen: typed.metric(number))
      Form.text("value\(number)", words("figures.value", ["n": String(number)]), value: typed.value(number))
    }
  }
}

/// The form for a talk card, with what somebody typed.
struct CardForm {
  let words: PageWords
  var fields = FormFields([])

  func html() -> HTML {
    Form.html("/cards", .class("sheet")) {
      text("link", hint: "cards.link.hint")
      HTML(.details) {
        HTML(.summary, text: words["cards.bytitle"])
        text("title")
        text("date", type: .date)
      }
      text("themes", hint: "cards.themes.hint")
      text("target")
      text("campaign")
      Form.select(
        "boosted", words["cards.boosted"],
        CardFields.boosted.map { ($0, words["cards.boosted." + ($0.isEmpty ? "unsaid" : $0)]) },
        chosen: fields["boosted"] ?? "")
      Form.longText("summary", words["cards.summary"], value: fields["summary"] ?? "")
      Form.button(words["cards.save"])
    }
  }

  private func text(_ id: String, hint: String? = nil, type: HTMLAttribute.InputType = .text) -> HTML {
    Form.text(id, words["cards." + id], value: fields[id] ?? "", hint: hint.map { words[$0] }, type: type)
  }
}
