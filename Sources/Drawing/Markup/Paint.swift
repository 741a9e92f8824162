/// A colour, as red, green and blue.
package struct Color: Sendable, Hashable {
  /// `0xRRGGBB`
  package var rgb: UInt32

  package init(_ rgb: UInt32) { self.rgb = rgb }

  var text: String {
    let digits = String(rgb & 0xFF_FFFF, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }
}

/// What an area or a line is painted with.
package enum Paint: Sendable, Hashable {
  case none
  case color(Color)
  /// A pattern of the same drawing, by id.
  case pattern(String)

  var text: String {
    switch self {
    case .none: "none"
    case .color(let color): color.text
    case .pattern(let id): "url(#\(id))"
    }
  }
}

/// The colours of charts: calm, told apart in grey print by lightness, 3:1 and more on white.
package enum Palette {
  package static let ink = Color(0x1B2733)
  package static let muted = Color(0x56636F)
  package static let faint = Color(0xDDE3E8)
  package static let paper = Color(0xFFFFFF)
  package static let accent = Color(0x14576E)
  package static let accentLight = Color(0x8FB8C6)
  package static let accentPale = Color(0xDCEAEF)
  package static let deepGreen = Color(0x1F5D4C)
  package static let green = Color(0x6FA88F)
  package static let blue = Color(0xBFD5E3)
  package static let sand = Color(0xE9D3A4)
  package static let rust = Color(0xA8432A)
  package static let grey = Color(0xB9C1C8)
}
