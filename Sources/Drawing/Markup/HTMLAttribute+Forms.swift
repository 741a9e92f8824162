/// Attributes of forms and of pages that a server answers.
extension HTMLAttribute {
  /// Where a form goes; only places on the page's own site.
  package static func action(_ link: Link) -> Self { Self("action", link.text) }
  package static let post = Self("method", "post")
  package static let multipart = Self("enctype", "multipart/form-data")
  package static func name(_ name: String) -> Self { Self("name", name) }
  package static func input(_ type: InputType) -> Self { Self("type", type.rawValue) }
  package static let submit = Self("type", "submit")
  package static func belongs(to id: String) -> Self { Self("for", id) }
  package static func longest(_ count: Int) -> Self { Self("maxlength", String(count)) }
  package static func example(_ text: String) -> Self { Self("placeholder", text) }
  package static func described(by id: String) -> Self { Self("aria-describedby", id) }
  package static let current = Self("aria-current", "page")
  package static let required = Self("required", nil)
  package static let checked = Self("checked", nil)
  package static let selected = Self("selected", nil)
  package static let multiple = Self("multiple", nil)
  /// Lets a whole folder be chosen, with the names of the folders inside.
  package static let folder = Self("webkitdirectory", nil)
  /// What a group of options is called.
  package static func group(_ name: String) -> Self { Self("label", name) }
  /// A picture of the page's own site.
  package static func source(_ link: Link) -> Self { Self("src", link.text) }
  /// What a picture shows, for those who do not see it.
  package static func alternative(_ text: String) -> Self { Self("alt", text) }
  package static func lines(_ count: Int) -> Self { Self("rows", String(count)) }
  package static let invalid = Self("aria-invalid", "true")
  package static let noCompletion = Self("autocomplete", "off")
  package static func maximum(_ number: Int) -> Self { Self("max", String(number)) }
  package static let stylesheet = Self("rel", "stylesheet")
  /// The page is asked for again after `content` seconds.
  package static let refresh = Self("http-equiv", "refresh")

  package enum InputType: String, Sendable { case text, password, file, hidden, date, month, checkbox, radio }

  /// What a field is for, so that browsers and password managers fill it.
  package static func completion(_ kind: Completion) -> Self { Self("autocomplete", kind.rawValue) }
  /// The key that chooses a field, together with what the browser asks for (Alt, or Alt and Shift).
  package static func accessKey(_ key: String) -> Self { Self("accesskey", key) }
  package static let digits = Self("inputmode", "numeric")

  package enum Completion: String, Sendable {
    case username
    case password = "current-password"
    case newPassword = "new-password"
    case oneTimeCode = "one-time-code"
  }
}
