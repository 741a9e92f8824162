/// An attribute of an HTML element. Only the ones below exist; no styles, no handlers, no foreign addresses.
package struct HTMLAttribute: Sendable, Hashable {
  let name: String
  /// Nil for attributes that stand alone.
  let value: String?

  /// For this room alone, so that no other attribute can be made.
  init(_ name: String, _ value: String?) {
    self.name = name
    self.value = value
  }

  package static func `class`(_ names: String...) -> Self {
    Self("class", names.filter { !$0.isEmpty }.joined(separator: " "))
  }
  package static func id(_ id: String) -> Self { Self("id", id) }
  package static func language(_ tag: String) -> Self { Self("lang", tag) }
  package static func title(_ text: String) -> Self { Self("title", text) }
  package static func label(_ text: String) -> Self { Self("aria-label", text) }
  package static func labelled(by id: String) -> Self { Self("aria-labelledby", id) }
  package static func role(_ role: Role) -> Self { Self("role", role.rawValue) }
  package static func scope(_ scope: HeaderScope) -> Self { Self("scope", scope.rawValue) }
  package static func columns(_ count: Int) -> Self { Self("colspan", String(count)) }
  package static func link(_ link: Link) -> Self { Self("href", link.text) }
  /// The value for machines, of `data`.
  package static func value(_ text: String) -> Self { Self("value", text) }
  /// The moment for machines, of `time`.
  package static func moment(_ text: String) -> Self { Self("datetime", text) }
  /// The name of a cell's column, shown where a table is folded into cards.
  package static func column(_ text: String) -> Self { Self("data-label", text) }
  /// The id of the figure a number belongs to.
  package static func figure(_ id: String) -> Self { Self("data-figure", id) }
  package static let hidden = Self("aria-hidden", "true")
  package static let automaticDirection = Self("dir", "auto")
  package static let open = Self("open", nil)
  package static let charset = Self("charset", "utf-8")
  package static func metaName(_ name: MetaName) -> Self { Self("name", name.rawValue) }
  package static func content(_ text: String) -> Self { Self("content", text) }

  package enum Role: String, Sendable { case list, img, note, region }
  package enum HeaderScope: String, Sendable { case row, col }
  package enum MetaName: String, Sendable {
    case viewport, robots, referrer
    case colorScheme = "color-scheme"
    case formatDetection = "format-detection"
  }
}
