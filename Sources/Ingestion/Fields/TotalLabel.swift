/// Words that people write before the sum of a column. What platforms write ("Total") is not among them.
enum TotalLabel {
  private static let words: [StaticString] = [
    "Итого", "ИТОГО", "итого", "Всего", "ВСЕГО", "всего", "Сумма", "СУММА", "сумма", "Жалпы", "ЖАЛПЫ", "жалпы",
    "Баары", "БААРЫ", "баары", "Jami", "JAMI", "jami", "Жами", "ЖАМИ", "жами", "Барлығы", "БАРЛЫҒЫ", "барлығы",
    "Grand total", "Sum", "SUM", "sum", "Σ",
  ]

  /// Whether a trimmed cell is such a word, perhaps with a colon.
  static func isTotal(_ cell: Bytes) -> Bool {
    guard cell.count <= 24 else { return false }
    return words.contains { word in
      guard cell.starts(with: word) else { return false }
      let rest = cell.part(word.utf8CodeUnitCount..<cell.count).trimmed()
      return rest.isEmpty || rest.equals(":")
    }
  }

  /// Whether a cell can stand in a row of sums: a number in any writing, or nothing.
  static func isSum(_ cell: Bytes) -> Bool {
    if MissingMark.isMissing(cell) { return true }
    guard let shape = NumberShape(cell) else { return false }
    return shape.suffix.isEmpty || shape.suffix.equals("%")
  }
}
