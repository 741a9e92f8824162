import Records

/// Examples of themes that are not read as their lines say.
struct ExampleCheck {
  private let engine: TextEngine

  init(_ engine: TextEngine) {
    self.engine = engine
  }

  func findings() -> [LexiconFinding] {
    let reader = engine.makeReader()
    return engine.examples.flatMap { example in
      let reading = reader.read(example.text, kind: .talk)
      return stance(example, reading) + language(example, reading)
    }
  }

  private func stance(_ example: ThemeExample, _ reading: TextReading) -> [LexiconFinding] {
    let found = reading.themes.first { $0.theme == example.theme }?.stance
    if found == example.stance { return [] }
    return [
      .fault(
        "lexicon.example", place(example), found: found.map { "read as \($0.rawValue)" } ?? "read without the theme",
        expected: example.stance?.rawValue ?? "no finding of the theme",
        remedy: "see 'minbar lexicon try' for the sentence, then correct the words, the rules or the example")
    ]
  }

  private func language(_ example: ThemeExample, _ reading: TextReading) -> [LexiconFinding] {
    if reading.language.rawValue == example.variety { return [] }
    return [
      .note(
        "lexicon.example-language", place(example), found: "read as \(reading.language.rawValue)",
        expected: example.variety, remedy: "correct the second column, or write a sentence that shows its language")
    ]
  }

  private func place(_ example: ThemeExample) -> LexiconPlace {
    LexiconPlace("themes/\(example.theme).tsv", example.line)
  }
}
