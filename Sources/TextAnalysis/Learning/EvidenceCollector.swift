package import Records

/// Collects the evidence of texts. Letter sequences are cut from the canonical forms of words, so that all spellings of a
/// word give the same ones.
package final class EvidenceCollector {
  /// What features are called; kept only where a model is trained.
  package private(set) var names: [UInt32: String] = [:]
  private let keepsNames: Bool
  private var word: [UInt16] = []
  private var evidence = TextEvidence()

  /// Lengths of letter sequences, the marks of a word's ends (`_`) included.
  private static let lengths = 2...5
  private static let wordEnd = UInt16(UInt8(ascii: "_"))

  package init(keepsNames: Bool = false) {
    self.keepsNames = keepsNames
  }

  /// The evidence of the text that was read last, or of one of its sentences.
  package func collect(_ read: ReadText, _ reading: TextReading, sentence: Int? = nil) -> TextEvidence {
    evidence = TextEvidence()
    let sentences = sentence.map { $0..<$0 + 1 } ?? 0..<read.text.sentences.count
    for index in sentences {
      for token in read.text.sentences[index].tokens { addGrams(read.text.tokens[token], read) }
    }
    addOperators(read, sentences)
    addVerdicts(reading, sentence.map { read.text.sentences[$0] })
    evidence.grams = EvidenceCollector.sortedOnce(evidence.grams)
    evidence.facts = EvidenceCollector.sortedOnce(evidence.facts)
    return evidence
  }

  private static func sortedOnce(_ features: [UInt32]) -> [UInt32] {
    var list: [UInt32] = []
    for feature in features.sorted() where list.last != feature { list.append(feature) }
    return list
  }

  // MARK: Letter sequences

  private func addGrams(_ token: Token, _ read: ReadText) {
    word.removeAll(keepingCapacity: true)
    switch token.kind {
    case .word, .hashtag:
      guard token.type >= 0 else { return }
      word.append(Self.wordEnd)
      word.append(contentsOf: read.types.form(token.type))
      word.append(Self.wordEnd)
      for length in Self.lengths where length <= word.count {
        for start in 0...(word.count - length) { addGram(word[start..<start + length]) }
      }
    case .emoji:
      addGram(read.text.units[Int(token.start)..<Int(token.end)])
    case .punctuation:
      word.append(token.firstUnit)
      addGram(word[...])
    default: break
    }
  }

  private func addGram(_ units: ArraySlice<UInt16>) {
    var hash = StableHash()
    for unit in units {
      hash.add(UInt8(truncatingIfNeeded: unit))
      hash.add(UInt8(truncatingIfNeeded: unit >> 8))
    }
    // The lowest bits of this hash are its weakest.
    let bucket = UInt32(truncatingIfNeeded: SeededChance.mixed(hash.value)) & (TextEvidence.buckets - 1)
    evidence.grams.append(bucket)
    if keepsNames, names[bucket] == nil { names[bucket] = String(decoding: units, as: UTF16.self) }
  }

  // MARK: Findings

  private func addOperators(_ read: ReadText, _ sentences: Range<Int>) {
    var classes = ClassSet()
    var operators: ClauseOperators = []
    for sentence in read.derivation.sentences(numbered: sentences) {
      classes.formUnion(sentence.present)
      operators.formUnion(sentence.wide)
      for hit in read.derivation.hits[sentence.hits] {
        operators.formUnion(read.derivation.clauses[Int(hit.clause)])
      }
    }
    for name in read.parts.tables.classes.names(of: classes) { addFact("class", name) }
    for name in operators.names { addFact("operator", name) }
  }

  private func addVerdicts(_ reading: TextReading, _ sentence: SentenceBounds?) {
    addFact("language", (sentence?.language ?? reading.language).rawValue)
    if let sentence {
      for finding in reading.findings(of: sentence.units) { add(finding.theme, finding.stance) }
    } else {
      for theme in reading.themes { add(theme.theme, theme.stance) }
    }
    addFact("kind", reading.response == nil ? "talk" : "comment")
    if let sentiment = reading.sentiment { addFact("sentiment", sentiment.rawValue) }
    if let response = reading.response { addFact("response", response.rawValue) }
    for alert in reading.alerts { addFact("alert", alert.rawValue) }
  }

  private func add(_ theme: String, _ stance: Stance) {
    addFact("theme", theme)
    addFact("stance", stance.rawValue)
  }

  private func addFact(_ kind: StaticString, _ name: String) {
    var hash = StableHash()
    kind.withUTF8Buffer { hash.add($0) }
    hash.add(UInt8(ascii: ":"))
    hash.add(name.utf8)
    let fact = UInt32(truncatingIfNeeded: SeededChance.mixed(hash.value)) | TextEvidence.firstFact
    evidence.facts.append(fact)
    if keepsNames, names[fact] == nil { names[fact] = "\(kind):\(name)" }
  }
}
