/// How the numbers of a workbook are shown, by the number of their style.
struct CellFormats {
  private var formats: [CellFormat] = []

  init() {}

  /// - Throws: `XMLFault`.
  init(_ reader: XMLReader) throws {
    var codes: [Int: CellFormat] = [:]
    var isInCells = false
    while let event = try reader.next() {
      switch event {
      case .start(let element) where element.name == "numFmt":
        guard let id = element["numFmtId"].flatMap({ Int($0) }), let code = element["formatCode"] else { continue }
        codes[id] = CellFormat(code: code)
      case .start(let element) where element.name == "cellXfs": isInCells = true
      case .start(let element) where element.name == "xf" && isInCells:
        let id = element["numFmtId"].flatMap { Int($0) } ?? 0
        formats.append(codes[id] ?? CellFormat(builtIn: id))
      case .end("cellXfs"): isInCells = false
      default: break
      }
    }
  }

  subscript(style: Int) -> CellFormat { formats.indices.contains(style) ? formats[style] : .plain }
}

/// What the format of a cell makes of its number.
enum CellFormat: Equatable {
  case plain
  /// 0.052 is shown as 5.2 %.
  case percent
  case date(DateParts)

  /// What a format of dates shows.
  struct DateParts: Equatable {
    var hasYear = false
    var hasMonth = false
    var hasDay = false
    var hasTime = false
    var hasSeconds = false
  }

  /// A format that every workbook has; which numbers mean dates depends little on the country.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14, 15, 27...31, 36, 50...54, 57, 58:
      self = .date(DateParts(hasYear: true, hasMonth: true, hasDay: true))
    case 16: self = .date(DateParts(hasMonth: true, hasDay: true))
    case 17: self = .date(DateParts(hasYear: true, hasMonth: true))
    case 18, 20, 32, 34, 55: self = .date(DateParts(hasTime: true))
    case 19, 21, 33, 35, 45...47, 56: self = .date(DateParts(hasTime: true, hasSeconds: true))
    case 22: self = .date(DateParts(hasYear: true, hasMonth: true, hasDay: true, hasTime: true))
    default: self = .plain
    }
  }

  /// A format as it is written, such as `dd\.mmm` or `[$-419]d mmm yyyy;@`.
  init(code: String) {
    let tokens = FormatToken.tokens(of: code)
    if tokens.contains(.percent) {
      self = .percent
      return
    }
    var parts = DateParts()
    for (index, token) in tokens.enumerated() {
      switch token {
      case .letter(let letter) where letter == UInt8(ascii: "y"): parts.hasYear = true
      case .letter(let letter) where letter == UInt8(ascii: "d"): parts.hasDay = true
      case .letter(let letter) where letter == UInt8(ascii: "h"): parts.hasTime = true
      case .letter(let letter) where letter == UInt8(ascii: "s"):
        parts.hasTime = true
        parts.hasSeconds = true
      case .letter:
        let isMinute = FormatToken.isMinute(tokens, index)
        parts.hasMonth = parts.hasMonth || !isMinute
        parts.hasTime = parts.hasTime || isMinute
      case .digit:
        if !parts.hasSeconds {
          self = .plain
          return
        }
      case .percent: break
      }
    }
    self = parts == DateParts() ? .plain : .date(parts)
  }
}

/// A part of a written format.
private enum FormatToken: Equatable {
  /// A run of `y`, `m`, `d`, `h` or `s`.
  case letter(UInt8)
  /// `0`, `#` or `?`.
  case digit
  case percent

  /// The tokens of the section for positive numbers; what is quoted, escaped or in brackets is left out, apart from
  /// elapsed time (`[h]`).
  static func tokens(of code: String) -> [FormatToken] {
    let bytes = Array(code.lowercased().utf8.prefix(255))
    var tokens: [FormatToken] = []
    var at = 0
    while at < bytes.count, bytes[at] != ASCII.semicolon {
      let byte = bytes[at]
      switch byte {
      case ASCII.quote: at = bytes[(at + 1)...].firstIndex(of: ASCII.quote) ?? bytes.count
      case ASCII.backslash, UInt8(ascii: "_"), UInt8(ascii: "*"): at += 1
      case ASCII.openBracket:
        let end = bytes[at...].firstIndex(of: ASCII.closeBracket) ?? bytes.count
        let inside = bytes[(at + 1)..<max(at + 1, end)]
        if let first = inside.first, letters.contains(first), inside.allSatisfy({ $0 == first }) {
          tokens.append(.letter(first == UInt8(ascii: "m") ? UInt8(ascii: "h") : first))
        }
        at = end
      case UInt8(ascii: "%"): tokens.append(.percent)
      case ASCII.zero, ASCII.hash, UInt8(ascii: "?"): tokens.append(.digit)
      case _ where ASCII.isLetter(byte):
        // Words such as "general" or "am" hold letters of dates and mean none.
        let end = bytes[at...].firstIndex { !ASCII.isLetter($0) } ?? bytes.count
        let word = bytes[at..<end]
        if word.allSatisfy({ letters.contains($0) }) { tokens += runs(word) }
        at = end - 1
      default: break
      }
      at += 1
    }
    return tokens
  }

  private static let letters = Array("ymdhs".utf8)

  private static func runs(_ word: ArraySlice<UInt8>) -> [FormatToken] {
    var tokens: [FormatToken] = []
    for byte in word where tokens.last != .letter(byte) { tokens.append(.letter(byte)) }
    return tokens
  }

  /// Whether an `m` stands for minutes: after hours or before seconds.
  static func isMinute(_ tokens: [FormatToken], _ index: Int) -> Bool {
    let before = tokens[..<index].last { if case .letter = $0 { true } else { false } }
    let after = tokens[(index + 1)...].first { if case .letter = $0 { true } else { false } }
    return before == .letter(UInt8(ascii: "h")) || after == .letter(UInt8(ascii: "s"))
  }
}
