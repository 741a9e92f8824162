import Records

/// What a reading says, as labels that can be counted and compared.
enum ReadingLabels {
  /// `theme education:promotes`, `sentiment positive`, `response question`, `alert hate`.
  static func of(_ reading: TextReading) -> Set<String> {
    var labels = Set(reading.themes.map { "theme \($0.theme):\($0.stance.rawValue)" })
    if let sentiment = reading.sentiment { labels.insert("sentiment \(sentiment.rawValue)") }
    if let response = reading.response { labels.insert("response \(response.rawValue)") }
    for alert in reading.alerts { labels.insert("alert \(alert.rawValue)") }
    return labels
  }
}

/// How often texts carry a label under each of two lexicons.
package struct LabelChange: Sendable, Codable {
  package let label: String
  package var before = 0
  package var after = 0
  /// Texts that have the label only under the second lexicon, or only under the first.
  package var gained = 0
  package var lost = 0
}

/// A text that two lexicons read differently.
package struct ReadingChange: Sendable, Codable {
  package let id: String
  /// The first sentence that is read differently, else the beginning of the text.
  package let text: String
  /// Labels that only one of the readings has.
  package let before: [String]
  package let after: [String]
}

/// Compares two readings of each text. Holds counts and some examples, never all texts.
struct ReadingTally {
  private static let exampleLength = 200

  private(set) var texts = 0
  private(set) var changed = 0
  private(set) var examples: [ReadingChange] = []
  private var byLabel: [String: LabelChange] = [:]
  private let limit: Int

  /// - Parameter limit: examples to keep; 0 where the words of texts may not be shown.
  init(limit: Int) {
    self.limit = limit
  }

  var labels: [LabelChange] { byLabel.values.sorted { $0.label < $1.label } }

  mutating func add(_ before: TextReading, _ after: TextReading, id: String, text: [UInt8]) {
    texts += 1
    let old = ReadingLabels.of(before)
    let new = ReadingLabels.of(after)
    for label in old.union(new) { count(label, old.contains(label), new.contains(label)) }
    guard old != new else { return }
    changed += 1
    guard examples.count < limit else { return }
    examples.append(
      ReadingChange(
        id: id, text: excerpt(text, before, after), before: old.subtracting(new).sorted(),
        after: new.subtracting(old).sorted()))
  }

  private mutating func count(_ label: String, _ isOld: Bool, _ isNew: Bool) {
    var change = byLabel[label] ?? LabelChange(label: label)
    change.before += isOld ? 1 : 0
    change.after += isNew ? 1 : 0
    change.gained += isNew && !isOld ? 1 : 0
    change.lost += isOld && !isNew ? 1 : 0
    byLabel[label] = change
  }

  private func excerpt(_ text: [UInt8], _ before: TextReading, _ after: TextReading) -> String {
    let units = Array(String(decoding: text, as: UTF8.self).utf16)
    let place = firstDifference(before, after)?.clamped(to: 0..<units.count) ?? 0..<units.count
    return Excerpt.of(String(decoding: units[place], as: UTF16.self), length: Self.exampleLength)
  }

  /// The first sentence with a theme or stance that only one of the readings has.
  private func firstDifference(_ before: TextReading, _ after: TextReading) -> Range<Int>? {
    func named(_ finding: Finding) -> String {
      "\(finding.sentence.lowerBound) \(finding.theme) \(finding.stance.rawValue)"
    }
    let old = Set(before.findings.map(named))
    let new = Set(after.findings.map(named))
    return (before.findings + after.findings).filter { old.contains(named($0)) != new.contains(named($0)) }
      .map(\.sentence).min { $0.lowerBound < $1.lowerBound }
  }
}
