package import Records

/// Why the words could not be loaded: every problem with its file and line.
package struct ReportWordsError: Error, Sendable, CustomStringConvertible {
  package var problems: [Problem]
  package var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// The words of all pages in all languages.
package struct ReportWords: Sendable {
  private let wordings: [ReportLanguage: Wording]

  /// Reads `en.tsv`, `ru.tsv`, `ky.tsv`, `uz.tsv`; other names are left alone. English must be there.
  ///
  /// - Parameter cyrillic: Spells an Uzbek word in Cyrillic letters; without it there are no words in `uz-Cyrl`.
  /// - Throws: `ReportWordsError` with every line that cannot be read, and every text whose places differ from
  ///   the English ones.
  package static func load(
    files: [String: [UInt8]], cyrillic: ((String) -> String)? = nil
  ) throws(ReportWordsError) -> ReportWords {
    var problems: [Problem] = []
    var messages: [ReportLanguage: [String: [String: String]]] = [:]
    for language in ReportLanguage.written {
      let name = "\(language.rawValue).tsv"
      guard let bytes = files[name] else {
        problems.append(
          Problem("words.missing-file", .fileRefused, file: name, expected: "a file of words"))
        continue
      }
      let file = WordsFile(name: name, bytes: bytes)
      problems += file.problems
      messages[language] = file.messages
    }
    let english = messages[.english] ?? [:]
    for (language, texts) in messages where language != .english {
      problems += differences(texts, from: english, file: "\(language.rawValue).tsv")
    }
    guard problems.isEmpty else { throw ReportWordsError(problems: problems) }
    if let cyrillic {
      messages[.uzbekCyrillic] = ScriptChange(word: cyrillic).texts(messages[.uzbek] ?? [:], english: english)
    }
    return ReportWords(
      wordings: messages.reduce(into: [:]) {
        $0[$1.key] = Wording(language: $1.key, messages: $1.value, fallback: english)
      })
  }

  private static func differences(
    _ texts: [String: [String: String]], from english: [String: [String: String]], file: String
  ) -> [Problem] {
    texts.sorted { $0.key < $1.key }.compactMap { key, forms in
      guard let model = english[key] else {
        return Problem(
          "words.unknown-key", .fileRefused, file: file, found: key, expected: "a key of en.tsv",
          remedy: "correct the key or remove the line")
      }
      let expected = model.values.reduce(into: Set<String>()) { $0.formUnion(Message.places(in: $1)) }
      let differing = forms.values.first { !Message.places(in: $0).subtracting(expected).isEmpty }
      let given = forms.values.reduce(into: Set<String>()) { $0.formUnion(Message.places(in: $1)) }
      guard differing != nil || given != expected else { return nil }
      let names = expected.sorted().map { "{\($0)}" }.joined(separator: " ")
      return Problem(
        "words.places", .fileRefused, file: file, found: key, expected: names,
        remedy: "use the places of the English text")
    }
  }

  /// The words of one language.
  package subscript(_ language: ReportLanguage) -> Wording {
    wordings[language] ?? Wording(language: language, messages: [:], fallback: [:])
  }

  /// Keys of the English words, sorted.
  package var keys: [String] { wordings[.english]?.messages.keys.sorted() ?? [] }
}

/// The words of one language; what is missing is taken from English.
package struct Wording: Sendable {
  package let language: ReportLanguage
  let messages: [String: [String: String]]
  let fallback: [String: [String: String]]

  /// Plural forms of a key: the language's own, else the English ones.
  package func forms(_ key: String) -> [String: String]? { messages[key] ?? fallback[key] }

  /// Whether this language has its own text for a key.
  package func has(_ key: String) -> Bool { messages[key] != nil }
}
