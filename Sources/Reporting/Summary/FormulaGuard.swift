/// Keeps text from being taken for a formula by a spreadsheet.
package enum FormulaGuard {
  /// The text with an apostrophe in front when a spreadsheet could run it, and without control characters.
  ///
  /// Looks at scalars, never at `Character`s (`=` with a combining mark is one), and past spaces and invisible
  /// signs that programs skip. Fullwidth twins count as their plain forms.
  package static func text(_ text: String) -> String {
    let needsGuard = startsLikeFormula(text)
    var scalars = String.UnicodeScalarView()
    if needsGuard { scalars.append("'") }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F...0x9F: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func startsLikeFormula(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      // = + - @ TAB CR LF NUL
      case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A, 0x00: return true
      // Fullwidth = + - @, minus sign, small forms
      case 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, 0x2212, 0xFE62, 0xFE63, 0xFE66, 0xFE6B: return true
      // Spaces, byte order mark, invisible signs: look further
      case 0x20, 0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x2060...0x206F, 0x3000, 0xFEFF: continue
      default: return false
      }
    }
    return false
  }
}
