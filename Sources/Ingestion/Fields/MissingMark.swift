/// What stands in cells that hold no value. It is never read as 0.
enum MissingMark {
  private static let words: [StaticString] = [
    "-", "--", "—", "–", "н/д", "Н/Д", "n/a", "N/A", "#N/A", "NAN", "NaN", "nan", "#Н/Д", "#ЗНАЧ!", "#ССЫЛКА!",
    "#ДЕЛ/0!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#ИМЯ?", "#NUM!", "#ЧИСЛО!", "null", "NULL",
  ]

  /// Whether a trimmed cell is blank, one of the marks, `####`, or a bound such as `<1 %`.
  static func isMissing(_ cell: Bytes) -> Bool {
    guard let first = cell.first else { return true }
    if ASCII.isDigit(first) { return false }
    if first == ASCII.less { return true }
    if first == ASCII.hash, cell.allSatisfy({ $0 == ASCII.hash }) { return true }
    return words.contains { cell.equals($0) }
  }
}
