/// Reads yes and no, as people and spreadsheets write them.
enum YesNo {
  private static let words: [String: Bool] = [
    "yes": true, "true": true, "1": true, "+": true, "да": true, "истина": true, "ооба": true, "ha": true, "ҳа": true,
    "no": false, "false": false, "0": false, "-": false, "нет": false, "ложь": false, "жок": false, "yo'q": false,
    "yoʻq": false, "yo‘q": false, "yo’q": false, "йўқ": false, "—": false, "–": false,
  ]

  static func value(_ cell: Bytes) -> Bool? {
    cell.count <= 16 ? words[cell.string.lowercased()] : nil
  }
}
