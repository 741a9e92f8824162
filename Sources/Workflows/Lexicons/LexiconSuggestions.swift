package import Ingestion
package import Records
package import TextAnalysis

/// What `minbar lexicon suggest` shall look at.
package struct SuggestionOptions: Sendable {
  /// Field of the JSON lines that names the group of a text; nil where the engine decides.
  package var label: String?
  /// Only words of this language: `ky`, `ru` or `uz`.
  package var languageCode: String?
  /// Least occurrences in a group.
  package var minimum = 5
  /// Most words for each language and group.
  package var limit = 50
  /// What plain lines are.
  package var kind = TextKind.comment

  package init() {}
}

/// A word that the lexicon lacks and that is key for a group of sentences.
package struct Suggestion: Sendable, Codable {
  /// Code of the language: `ky`, `ru`, `uz`.
  package let language: String
  /// `positive`, `negative`, `uncovered`, or a value of the label.
  package let group: String
  package let word: String
  package let count: Int
  package let texts: Int
  /// Occurrences in all other sentences of the language.
  package let rest: Int
  package let g2: Double
  package let logRatio: Double
  package let example: String
}

/// Finds frequent words that are in no lexicon, sentence group by sentence group; see `Keyness`.
package final class LexiconSuggestions {
  /// Sentences in which no theme was found.
  private static let uncovered = "uncovered"
  /// Letters of an example sentence that are shown.
  private static let exampleLength = 160

  private let options: SuggestionOptions
  private let reader: TextReader
  private let counter: WordCounter
  private var groups: [String]
  /// Texts that were read, and those without a group of their own.
  package private(set) var texts = 0
  package private(set) var unlabelled = 0

  package init(_ engine: TextEngine, _ options: SuggestionOptions) {
    self.options = options
    reader = engine.makeReader()
    groups = options.label == nil ? ["positive", "negative", Self.uncovered] : [Self.uncovered]
    let most = options.label == nil ? groups.count : WordCounter.mostGroups
    counter = WordCounter(engine, groups: most, minimum: options.minimum)
  }

  /// Different words that were forgotten to bound memory.
  package var forgotten: Int { counter.forgotten }

  package func read(_ source: any ByteSource) throws {
    let batches = LineBatches(source)
    while let lines = try batches.next() {
      for line in lines { read(line) }
    }
  }

  /// Reads one text of the kind that the options name.
  func read(_ text: [UInt8]) { read(FilterInput(id: "", kind: options.kind, text: text), label: nil) }

  private func read(_ line: TextLine) { read(FilterInput(line, kind: options.kind), label: line.unmarked) }

  /// - Parameter line: where the label stands; nil for a text alone.
  private func read(_ input: FilterInput, label line: ArraySlice<UInt8>?) {
    guard !input.text.isEmpty else { return }
    texts += 1
    let reading = input.text.withUnsafeBufferPointer { reader.read(utf8: $0, kind: input.kind) }
    let own = group(of: line, reading).map { UInt32(1) << UInt32($0) }
    if own == nil { unlabelled += 1 }
    let covered = Set(reading.findings.map(\.sentence.lowerBound))
    let open = UInt32(1) << UInt32(groups.firstIndex(of: Self.uncovered) ?? 0)
    counter.count(
      reader,
      sets: { sentence in
        let isCovered = covered.contains(reading.sentences[sentence].range.lowerBound)
        return (own ?? 0) | (isCovered ? 0 : open)
      },
      example: { sentence in Self.excerpt(input.text, reading.sentences[sentence].range) })
  }

  /// The group of a text: its label, or the sentiment that was read.
  private func group(of line: ArraySlice<UInt8>?, _ reading: TextReading) -> Int? {
    guard let label = options.label, let line else { return groups.firstIndex(of: reading.sentiment?.rawValue ?? "") }
    guard let value = InputLabel.value(of: line, field: label), !value.isEmpty else { return nil }
    if let known = groups.firstIndex(of: value) { return known }
    guard groups.count < WordCounter.mostGroups else { return nil }
    groups.append(value)
    return groups.count - 1
  }

  /// A sentence of a text, cut where it is long.
  private static func excerpt(_ text: [UInt8], _ range: Range<Int>) -> String {
    let units = Array(String(decoding: text, as: UTF8.self).utf16)
    let sentence = String(decoding: units[range.clamped(to: 0..<units.count)], as: UTF16.self)
    return Excerpt.of(sentence, length: exampleLength)
  }

  /// By language, then group, keyest words first.
  package func suggestions() -> [Suggestion] {
    let code = options.languageCode
    return counter.keyWords(limit: options.limit).filter { code == nil || $0.language.code == code }.map {
      Suggestion(
        language: $0.language.code, group: groups[$0.group], word: $0.form, count: $0.count, texts: $0.texts,
        rest: $0.rest, g2: Self.rounded($0.keyness.g2), logRatio: Self.rounded($0.keyness.logRatio),
        example: $0.example)
    }
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

/// A piece of a text on one line.
enum Excerpt {
  /// Spaces instead of tabs and line ends; at most `length` letters, then `…`.
  static func of(_ text: String, length: Int) -> String {
    var scalars = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      if count == length {
        scalars.append("…")
        break
      }
      scalars.append(scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029 ? " " : scalar)
      count += 1
    }
    return String(scalars)
  }
}
