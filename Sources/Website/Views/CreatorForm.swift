import Drawing
import Records
import Reporting

/// The form for a creator, with what somebody typed and what is wrong with it.
struct CreatorForm {
  let words: PageWords
  let today: Day
  var fields = FormFields([])
  /// Keys of words.
  var faults: [String] = []

  static let languages: [LanguageTag] = CreatorFields.languages
  static let countries = ["", "KG", "UZ", "KZ", "TJ"]

  func html(isOpen: Bool) -> HTML {
    let content = [
      HTML(.summary, text: words["creators.add"]),
      faults.isEmpty ? .empty : HTML(.ul, .class("faults")) { faults.map { HTML(.li, text: words[$0]) } },
      Form.html("/creators", .class("sheet")) {
        person()
        accounts()
        consent()
        Form.button(words["creators.save"])
      },
    ]
    return isOpen ? HTML(.details, .open) { content } : HTML(.details) { content }
  }

  private func text(
    _ id: String, hint: String? = nil, isRequired: Bool = false, type: HTMLAttribute.InputType = .text,
    standard: String = ""
  ) -> HTML {
    Form.text(
      id, words["creators.form." + id], value: fields[id] ?? standard, hint: hint.map { words[$0] },
      isRequired: isRequired, type: type)
  }

  private func person() -> [HTML] {
    [
      text("code", hint: "creators.form.code.hint", isRequired: true),
      text("name", hint: "creators.form.name.hint", isRequired: true),
      Form.checks(
        "languages", words["creators.languages"], Self.languages.map { ($0.rawValue, words.name($0)) },
        checked: fields.all("languages")),
      Form.select(
        "country", words["creators.form.country"],
        Self.countries.map { ($0, $0.isEmpty ? words["creators.form.country.none"] : $0) },
        chosen: fields["country"] ?? ""),
    ]
  }

  private func accounts() -> [HTML] {
    [
      HTML(.h2, text: "YouTube"), text("youtube_id", hint: "creators.form.youtube_id.hint"), text("youtube_name"),
      text("youtube_handle"), HTML(.h2, text: "Instagram"), text("instagram_id"), text("instagram_name"),
      text("instagram_handle"),
    ]
  }

  private func consent() -> [HTML] {
    [
      HTML(.h2, text: words["creators.consent"]),
      Form.checks(
        "consent_what", words["creators.form.consent_what"],
        ConsentSubject.allCases.map { ($0.rawValue, words["consent." + $0.rawValue]) },
        checked: fields.all("consent_what")),
      Form.select(
        "consent_with", words["creators.form.consent_with"],
        ConsentAudience.allCases.map { (CreatorFields.word($0), words["consent.with." + $0.rawValue]) },
        chosen: fields["consent_with"] ?? "team"),
      text("consent_from", type: .date, standard: today.description),
      text("consent_until", hint: "creators.form.consent_until.hint", isRequired: true, type: .date),
    ]
  }
}
