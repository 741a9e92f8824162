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
    var findings: [Finding] = []
    for (index, sentence) in read.text.sentences.enumerated() {
      let evidence = collector.collect(read, reading, sentence: index)
      findings += adjusted(reading.findings(of: sentence.units), evidence, place: sentence.units, read)
    }
    reading.findings = findings
    finish(&reading)
  }

  private func adjustComment(_ reading: inout TextReading, _ read: ReadText) {
    let evidence = collector.collect(read, reading)
    if !themes.isEmpty {
      reading.findings = adjusted(reading.findings, evidence, place: 0..<read.text.units.count, read)
    }
    if let sentiment { reading.sentiment = Sentiment(rawValue: sentiment.decided(evidence)) ?? reading.sentiment }
    if let response { reading.response = Response(rawValue: response.decided(evidence)) ?? reading.response }
    finish(&reading)
  }

  /// The findings of one place (a sentence, a comment) as the model sees them.
  private func adjusted(
    _ rules: [Finding], _ evidence: TextEvidence, place: Range<Int>, _ read: ReadText
  ) -> [Finding] {
    var findings = rules
    for (theme, classifier) in themes {
      let isFound = findings.contains { $0.theme == theme }
      let isThere = classifier.decide(evidence) == 0
      if isThere, !isFound { findings.append(added(theme, place)) }
      if !isThere, isFound { findings.removeAll { $0.theme == theme } }
    }
    return findings + implied(by: findings, read)
  }

  /// A theme that only the model sees takes no side: which one, it was not taught.
  private func added(_ theme: String, _ place: Range<Int>) -> Finding {
    Finding(theme: theme, stance: .mentions, entry: ReadingAdjuster.entry, sentence: place, span: place)
  }

  /// The codebook's themes that come with another (girls' education with education), with its stance.
  private func implied(by findings: [Finding], _ read: ReadText) -> [Finding] {
    let table = read.parts.themes
    var names = Set(findings.map(\.theme))
    var added: [Finding] = []
    for finding in findings {
      guard let number = table.ids.firstIndex(of: finding.theme) else { continue }
      for other in table.implied[number].map({ table.ids[$0] }) where names.insert(other).inserted {
        var implied = finding
        implied.theme = other
        added.append(implied)
      }
    }
    return added
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
