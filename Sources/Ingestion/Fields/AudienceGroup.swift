import Records

/// Groups of people that platforms tell apart, by codes that no language changes.
package enum AudienceGroup {
  /// `female`, `male` or `unknown`; nil if the word is none of them.
  package static func gender(_ word: String) -> String? { genders[HeaderName.normalised(word)] }

  private static let genders: [String: String] = {
    let lists: [(String, [String])] = [
      (
        "female",
        ["f", "female", "women", "woman", "женщины", "женщина", "женский", "mulheres", "frauen", "аялдар", "ayollar"]
      ),
      (
        "male",
        ["m", "male", "men", "man", "мужчины", "мужчина", "мужской", "homens", "männer", "эркектер", "erkaklar"]
      ),
      ("unknown", ["u", "unknown", "undisclosed", "user-specified", "неизвестно", "не указано"]),
    ]
    var genders: [String: String] = [:]
    for (code, words) in lists {
      for word in words { genders[word] = code }
    }
    return genders
  }()

  /// `18-24` or `65+`, however the dash is written; nil for anything that is no range of years.
  package static func age(_ cell: String) -> String? {
    let name = HeaderName.normalised(cell)
    let parts = name.utf8.split(separator: ASCII.minus).map { Int(decimalDigits: $0) }
    if parts.count == 2, let from = parts[0], let through = parts[1], from < through, through < 120 {
      return "\(from)-\(through)"
    }
    guard name.utf8.last == ASCII.plus, let from = Int(decimalDigits: name.utf8.dropLast()), from < 120 else {
      return nil
    }
    return "\(from)+"
  }

  /// A name as the value of a dimension: no sign that parts dimensions, no line ends.
  package static func value(_ name: String) -> String {
    let marks: [UInt8] = [ASCII.semicolon, 0x3D]
    let plain = name.utf8.map { marks.contains($0) || $0 < ASCII.space ? ASCII.space : $0 }
    return plain.withUnsafeBytes { $0.trimmed().string }
  }
}
