import Drawing
import Records
import Reporting

/// The form for one text: big targets, a line of the codebook beside each choice, a key for each.
struct CodingForm {
  let words: PageWords
  let fields: CodingFields
  var faults: [String] = []

  func html(_ path: String) -> HTML {
    Form.html(path, .class("coding")) {
      if !faults.isEmpty { HTML(.ul, .class("faults")) { faults.map { HTML(.li, text: words[$0]) } } }
      if fields.kind == .comment {
        choices("response", "coding.response", Response.allCases.map(\.rawValue), keys: "12345678")
        choices("sentiment", "coding.sentiment", Sentiment.allCases.map(\.rawValue), keys: "qwer")
        alerts()
      }
      themes()
      variety()
      HTML(.p, .class("actions")) {
        HTML(.button, .submit, .accessKey("n")) {
          words["coding.save"]
          Self.key("n")
        }
      }
    }
  }

  // MARK: One of several

  private func choices(_ name: String, _ title: String, _ codes: [String], keys: String) -> HTML {
    HTML(.fieldset, .class("choices")) {
      HTML(.legend, text: words[title])
      HTML(.p, .class("hint"), text: words[title + ".how"])
      zip(codes, keys.unicodeScalars).map { code, key in
        choice(.radio, name, code, words["\(name).\(code)"], words["coding.hint.\(name).\(code)"], key: String(key))
      }
    }
  }

  private func alerts() -> HTML {
    HTML(.fieldset, .class("choices")) {
      HTML(.legend, text: words["coding.alerts"])
      HTML(.p, .class("hint"), text: words["coding.alerts.how"])
      zip(Alert.allCases.map(CodingNames.alert), "asd".unicodeScalars).map { code, key in
        choice(
          .checkbox, "alert", code, words["coding.alert.\(code)"], words["coding.hint.alert.\(code)"], key: String(key))
      }
    }
  }

  private func choice(
    _ type: HTMLAttribute.InputType, _ name: String, _ code: String, _ title: String, _ hint: String, key: String
  ) -> HTML {
    let isChosen = fields.fields.all(name).contains(code)
    return HTML(.label, .class("choice")) {
      isChosen
        ? HTML(.input, .input(type), .name(name), .value(code), .accessKey(key), .checked)
        : HTML(.input, .input(type), .name(name), .value(code), .accessKey(key))
      HTML(.span) {
        HTML(.strong, text: title)
        if !hint.isEmpty { HTML(.small, text: hint) }
      }
      Self.key(key)
    }
  }

  static func key(_ key: String) -> HTML { HTML(.span, .class("key"), .hidden, text: key) }

  // MARK: Themes

  private static let themeKeys = "tyuiopghjklm"

  private func themes() -> HTML {
    let keys = Self.themeKeys.unicodeScalars.map { String($0) }
    return HTML(.fieldset, .class("choices")) {
      HTML(.legend, text: words["coding.themes"])
      HTML(.p, .class("hint"), text: words["coding.themes.how"])
      HTML(.details) {
        HTML(.summary, text: words["coding.stances"])
        HTML(.ul) {
          ["promotes", "mentions", "opposes"].map { HTML(.li, text: words["coding.hint.stance." + $0]) }
        }
      }
      fields.themes.enumerated().map { theme($0.element, key: $0.offset < keys.count ? keys[$0.offset] : nil) }
    }
  }

  private func theme(_ theme: String, key: String?) -> HTML {
    let code = CodingNames.theme(theme)
    let title = words.has("theme." + code) ? words["theme." + code] : code
    let hint = words.has("coding.hint.theme." + code) ? words["coding.hint.theme." + code] : ""
    let chosen = fields.fields[CodingNames.field(theme)] ?? ""
    return HTML(.fieldset, .class("theme")) {
      HTML(.legend) {
        HTML(.strong, text: title)
        if let key { Self.key(key) }
      }
      if !hint.isEmpty { HTML(.p, .class("hint"), text: hint) }
      HTML(.div, .class("segments")) {
        [("", "none"), ("promotes", "promotes"), ("mentions", "mentions"), ("opposes", "opposes")].map { value, word in
          stance(
            CodingNames.field(theme), value, words["coding.stance." + word], value == chosen,
            value == "promotes" ? key : nil)
        }
      }
    }
  }

  private func stance(_ name: String, _ value: String, _ title: String, _ isChosen: Bool, _ key: String?) -> HTML {
    let always: [HTMLAttribute] = [.input(.radio), .name(name), .value(value)]
    return HTML(.label) {
      HTML(.input, always + (isChosen ? [.checked] : []) + (key.map { [.accessKey($0)] } ?? []))
      HTML(.span, text: title)
    }
  }

  // MARK: Language

  private func variety() -> HTML {
    let codes =
      CodingNames.varieties.map { ($0.rawValue, words.name($0)) } + [(CodingNames.mixed, words["coding.mixed"])]
    return HTML(.fieldset, .class("choices languages-choice")) {
      HTML(.legend, text: words["coding.variety"])
      HTML(.p, .class("hint"), text: words["coding.variety.how"])
      zip(codes, "zxcvb".unicodeScalars).map { code, key in
        choice(.radio, "variety", code.0, code.1, "", key: String(key))
      }
      Form.select(
        "other-variety", words["coding.variety.other"],
        [("", words["form.choose"])] + CodingNames.otherVarieties.map { ($0.rawValue, words.name($0)) },
        chosen: fields.fields["variety"] ?? fields.fields["other-variety"] ?? "")
    }
  }
}
