import Records
import TextAnalysis

/// The surface of one text as a line of JSON.
struct SurfaceJSON {
  let id: String
  let text: PreparedText
  let types: WordTypes
  let map: OffsetMap
  let showsText: Bool

  func write(_ output: SurfaceOutput, into line: inout JSONLine) {
    line.object { line in
      line.name("id")
      line.string(id)
      if output == .language, showsText {
        line.name("text")
        line.string(utf16: text.units[...])
      }
      line.language(text.language)
      switch output {
      case .language: spans(&line)
      case .sentences: sentences(&line)
      case .words: words(&line)
      }
    }
    line.endLine()
  }

  /// `"confidence":…,"spans":[{"start","end","language"}]`
  private func spans(_ line: inout JSONLine) {
    line.name("confidence")
    line.share(text.confidence)
    line.name("spans")
    line.array { line in
      for span in text.spans {
        line.object { line in
          line.range(span.range, map)
          line.language(span.language)
        }
      }
    }
  }

  /// `"sentences":[{"start","end","language"}]`
  private func sentences(_ line: inout JSONLine) {
    line.name("sentences")
    line.array { line in
      for sentence in text.sentences {
        line.object { line in
          line.range(sentence.units, map)
          line.language(sentence.language)
          words(in: sentence.units, &line)
        }
      }
    }
  }

  /// `"words":[{"start","end","kind","form","language"}]`; form and language of words only.
  private func words(_ line: inout JSONLine) {
    line.name("words")
    line.array { line in
      for token in text.tokens {
        let range = Int(token.start)..<Int(token.end)
        line.object { line in
          line.range(range, map)
          line.name("kind")
          line.string(token.kind.name)
          if token.type >= 0 {
            line.name("form")
            line.string(utf16: types.form(token.type))
            line.language(token.language)
          }
          words(in: range, &line)
        }
      }
    }
  }

  private func words(in range: Range<Int>, _ line: inout JSONLine) {
    guard showsText else { return }
    line.name("text")
    line.string(utf16: text.units[range])
  }
}

extension TokenKind {
  /// As filters print it.
  fileprivate var name: String {
    switch self {
    case .word: "word"
    case .number: "number"
    case .punctuation: "punctuation"
    case .emoji: "emoji"
    case .link: "link"
    case .mention: "mention"
    case .hashtag: "hashtag"
    case .timeStamp: "timestamp"
    case .placeholder: "placeholder"
    }
  }
}

extension JSONLine {
  mutating func range(_ place: Range<Int>, _ map: OffsetMap) {
    name("start")
    number(map(place.lowerBound))
    name("end")
    number(map(place.upperBound))
  }

  mutating func language(_ language: LanguageTag) {
    name("language")
    string(language.rawValue)
  }
}
