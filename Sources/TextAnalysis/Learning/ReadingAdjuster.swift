package import Records

/// Lets a model correct what the rules read, for the labels in which it proved better. One for each thread.
package final class ReadingAdjuster {
  private let themes: [(theme: String, classifier: LinearClassifier)]
  private let sentiment: LinearClassifier?
  private let response: LinearClassifier?
  private let collector = EvidenceCollector()

  /// What stands in a finding in the place of a rule.
  package static let entry = "model"

  package init(_ model: CodingModel) {
    let used = model.used
    themes = used.compactMap { label in label.theme.map { ($0, label.classifier) } }
    sentiment = used.first { $0.name == "sentiment" }?.classifier
    response = used.first { $0.name == "response" }?.classifier
  }

  /// Corrects a reading of the text that was read last.
  package func adjust(_ reading: inout TextReading, _ read: ReadText, kind: TextKind) {
    guard !read.text.tokens.isEmpty else { return }
    switch kind {
    case .talk: adjustTalk(&reading, read)
    case .comment: adjustComment(&reading, read)
    }
  }

  private func adjustTalk(_ reading: inout TextReading, _ read: ReadText) {
    guard !themes.isEmpty else { return }
    let before = reading
    for (index, sentence) in read.text.sentences.enumerated() {
      let evidence = collector.collect(read, before, sentence: index)
      adjustThemes(&reading, evidence, place: sentence.units, read)
    }
    finish(&reading)
  }

  private func adjustComment(_ reading: inout TextReading, _ read: ReadText) {
    let evidence = collector.collect(read, reading)
    if !themes.isEmpty { adjustThemes(&reading, evidence, place: 0..<read.text.units.count, read) }
    if let sentiment { reading.sentiment = Sentiment(rawValue: sentiment.decided(evidence)) ?? reading.sentiment }
    if let response { reading.response = Response(rawValue: response.decided(evidence)) ?? reading.response }
    finish(&reading)
  }

  private func adjustThemes(_ reading: inout TextReading, _ evidence: TextEvidence, place: Range<Int>, _ read: ReadText)
  {
    for (theme, classifier) in themes {
      let isFound = reading.findings.contains { $0.theme == theme && place.contains($0.sentence.lowerBound) }
      let isThere = classifier.decide(evidence) == 0
      if isThere, !isFound { add(theme, &reading, place) }
      if !isThere, isFound { remove(theme, &reading, place) }
    }
    addImplied(&reading, place, read)
  }

  /// A theme that only the model sees takes no side: which one, it was not taught.
  private func add(_ theme: String, _ reading: inout TextReading, _ place: Range<Int>) {
    reading.findings.append(
      Finding(theme: theme, stance: .mentions, entry: ReadingAdjuster.entry, sentence: place, span: place))
  }

  private func remove(_ theme: String, _ reading: inout TextReading, _ place: Range<Int>) {
    reading.findings.removeAll { $0.theme == theme && place.contains($0.sentence.lowerBound) }
  }

  /// The codebook's themes that come with another (girls' education with education), with its stance.
  private func addImplied(_ reading: inout TextReading, _ place: Range<Int>, _ read: ReadText) {
    let table = read.parts.themes
    for finding in reading.findings where place.contains(finding.sentence.lowerBound) {
      guard let number = table.ids.firstIndex(of: finding.theme) else { continue }
      for other in table.implied[number].map({ table.ids[$0] }) {
        let isFound = reading.findings.contains { $0.theme == other && place.contains($0.sentence.lowerBound) }
        guard !isFound else { continue }
        var implied = finding
        implied.theme = other
        reading.findings.append(implied)
      }
    }
  }

  /// Findings in the order of the text; one stance a theme as the rules had it, or the finding's own.
  private func finish(_ reading: inout TextReading) {
    reading.findings = reading.findings.enumerated()
      .sorted { ($0.element.sentence.lowerBound, $0.offset) < ($1.element.sentence.lowerBound, $1.offset) }
      .map(\.element)
    var stances: [ThemeStance] = []
    for theme in Set(reading.findings.map(\.theme)) {
      let known = reading.themes.first { $0.theme == theme }?.stance
      let own = reading.findings.first { $0.theme == theme }?.stance
      stances.append(ThemeStance(theme: theme, stance: known ?? own ?? .mentions))
    }
    reading.themes = stances.sorted()
  }
}

extension LinearClassifier {
  /// The name of the class decided on; empty for none.
  fileprivate func decided(_ evidence: TextEvidence) -> String {
    let index = decide(evidence)
    return classes.indices.contains(index) ? classes[index] : ""
  }
}
