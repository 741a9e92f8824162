import Drawing
import Reporting
import Workflows

/// Fields of forms about accounts.
struct AccountFields {
  let words: PageWords

  /// - Parameter label: key of the words above it, where that is not the name's own.
  func passphrase(
    _ name: String, _ completion: HTMLAttribute.Completion, hint: String? = nil, label: String? = nil
  ) -> HTML {
    Form.field(
      name, words[label ?? "account." + name], hint: hint.map { words[$0] },
      HTML(
        .input, .input(.password), .id(name), .name(name), .longest(200), .required, .completion(completion),
        Self.description(name, hint)))
  }

  /// What describes a field; nothing where it has no hint.
  private static func description(_ id: String, _ hint: String?) -> HTMLAttribute {
    hint == nil ? .class("") : .described(by: id + "-hint")
  }

  func code(value: String = "", hint: String? = nil) -> HTML {
    Form.field(
      "code", words["account.code"], hint: hint.map { words[$0] },
      HTML(
        .input, .input(.text), .id("code"), .name("code"), .value(value), .longest(32), .required,
        .completion(.username), Self.description("code", hint)))
  }

  func second(hint: String) -> HTML {
    Form.field(
      "second", words["account.second"], hint: words[hint],
      HTML(
        .input, .input(.text), .id("second"), .name("second"), .longest(40), .completion(.oneTimeCode),
        .described(by: "second-hint")))
  }

  /// What is wrong with a form.
  func faults(_ keys: [String]) -> HTML {
    keys.isEmpty ? .empty : HTML(.ul, .class("faults")) { keys.map { HTML(.li, text: words[$0]) } }
  }
}

/// A passphrase that somebody chooses, typed twice.
struct NewPassphrase {
  let text: String
  /// Keys of words; none when it can be taken.
  let faults: [String]

  init(_ fields: FormFields) {
    text = fields["passphrase"] ?? ""
    let isSame = text.utf8.elementsEqual((fields["again"] ?? "").utf8)
    faults = [
      PassphraseText.isGood(text) ? nil : "fault.passphrase", isSame ? nil : "fault.again",
    ].compactMap { $0 }
  }
}
