/// How wide text will be, by a table of advance widths.
///
/// The fonts of readers differ, so the widths are those of the widest common system fonts (Verdana, DejaVu Sans);
/// what fits by this table fits everywhere.
package enum TextMeasure {
  /// Width in the unit of `size` (the font size).
  package static func width(_ text: String, size: Double, bold: Bool = false) -> Double {
    let ems = text.unicodeScalars.reduce(0) { $0 + advance($1) }
    return ems * size * (bold ? 1.08 : 1)
  }

  private static func advance(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "0"..."9": 0.64
    case " ", "\u{A0}", "\u{202F}", ".", ",", ":", ";", "!", "'", "|", "i", "j", "l", "I", "\u{2019}", "\u{2BB}": 0.34
    case "f", "r", "t", "(", ")", "-", "/", "\u{456}": 0.42
    case "m", "w", "M", "W", "%", "@", "\u{2014}": 0.97
    case "\u{436}", "\u{448}", "\u{449}", "\u{44E}", "\u{444}", "\u{44B}", "\u{43C}": 0.88
    case "\u{416}", "\u{428}", "\u{429}", "\u{42E}", "\u{424}", "\u{42B}", "\u{41C}": 1.05
    case "A"..."Z", "\u{400}"..."\u{42F}": 0.74
    default: 0.63
    }
  }
}
