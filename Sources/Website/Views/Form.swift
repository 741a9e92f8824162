import Drawing
import Reporting

/// Forms and their fields. Every form is a POST to the page's own site.
enum Form {
  static func html(_ path: String, _ kind: HTMLAttribute = .class(""), @HTMLBuilder _ content: () -> [HTML]) -> HTML {
    guard let link = Link(site: path) else { return .empty }
    return HTML(.form, .action(link), .post, kind, content: content)
  }

  /// A form that hands in files.
  static func upload(_ path: String, @HTMLBuilder _ content: () -> [HTML]) -> HTML {
    guard let link = Link(site: path) else { return .empty }
    return HTML(.form, .action(link), .post, .multipart, .class("sheet"), content: content)
  }

  /// A form that only asks for another view of a page.
  static func query(_ path: String, @HTMLBuilder _ content: () -> [HTML]) -> HTML {
    guard let link = Link(site: path) else { return .empty }
    return HTML(.form, .action(link), .class("inline"), content: content)
  }

  /// A field with its label above and a hint below.
  static func field(_ id: String, _ label: String, hint: String? = nil, _ control: HTML) -> HTML {
    HTML(.div, .class("field")) {
      HTML(.label, .belongs(to: id), text: label)
      control
      if let hint { HTML(.p, .class("hint"), .id(id + "-hint"), text: hint) }
    }
  }

  static func text(
    _ id: String, _ label: String, value: String = "", hint: String? = nil, isRequired: Bool = false,
    type: HTMLAttribute.InputType = .text
  ) -> HTML {
    let description: HTMLAttribute = hint == nil ? .noCompletion : .described(by: id + "-hint")
    let control =
      isRequired
      ? HTML(
        .input, .input(type), .id(id), .name(id), .value(value), .longest(200), .noCompletion, .required, description)
      : HTML(.input, .input(type), .id(id), .name(id), .value(value), .longest(200), .noCompletion, description)
    return field(id, label, hint: hint, control)
  }

  /// A field for some sentences.
  static func longText(_ id: String, _ label: String, value: String) -> HTML {
    field(id, label, HTML(.textarea, .id(id), .name(id), .lines(4), .longest(2_000), .noCompletion, text: value))
  }

  static func select(
    _ id: String, _ label: String, _ options: [(value: String, text: String)], chosen: String, hint: String? = nil
  ) -> HTML {
    let control = HTML(.select, .id(id), .name(id)) {
      options.map { option in
        option.value == chosen
          ? HTML(.option, .value(option.value), .selected, text: option.text)
          : HTML(.option, .value(option.value), text: option.text)
      }
    }
    return field(id, label, hint: hint, control)
  }

  static func checks(
    _ name: String, _ label: String, _ options: [(value: String, text: String)], checked: [String]
  ) -> HTML {
    HTML(.fieldset, .class("field")) {
      HTML(.legend, text: label)
      options.map { option in
        let isChecked = checked.contains(option.value)
        return HTML(.label, .class("check")) {
          isChecked
            ? HTML(.input, .input(.checkbox), .name(name), .value(option.value), .checked)
            : HTML(.input, .input(.checkbox), .name(name), .value(option.value))
          HTML(.span, text: option.text)
        }
      }
    }
  }

  static func button(_ text: String, _ kind: String = "") -> HTML { HTML(.button, .submit, .class(kind), text: text) }
}
