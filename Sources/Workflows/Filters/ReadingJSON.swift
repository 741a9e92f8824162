import Records

/// A reading as one line of JSON.
enum ReadingJSON {
  /// All that was read: `{"id","language","sentences":[...],"themes":[...],"sentiment","response","alerts","confidence"}`.
  static func tag(_ reading: TextReading, of input: FilterInput, unit: OffsetUnit, into line: inout JSONLine) {
    let map = OffsetMap(input.text, unit: unit)
    line.object { line in
      head(reading, input, &line)
      sentences(reading, map, &line)
      line.name("themes")
      line.array { line in
        for theme in reading.themes { line.string("\(theme.theme):\(theme.stance.rawValue)") }
      }
      if let sentiment = reading.sentiment {
        line.name("sentiment")
        line.string(sentiment.rawValue)
      }
      if let response = reading.response {
        line.name("response")
        line.string(response.rawValue)
      }
      line.name("alerts")
      line.array { line in for alert in reading.alerts { line.string(alert.rawValue) } }
      line.name("confidence")
      line.share(reading.confidence)
    }
    line.endLine()
  }

  /// Language and spans alone.
  static func language(_ reading: TextReading, of input: FilterInput, unit: OffsetUnit, into line: inout JSONLine) {
    let map = OffsetMap(input.text, unit: unit)
    line.object { line in
      head(reading, input, &line)
      line.name("confidence")
      line.share(reading.confidence)
      line.name("spans")
      line.array { line in
        for span in reading.spans { piece(span.range, span.language, map, &line) }
      }
    }
    line.endLine()
  }

  private static func head(_ reading: TextReading, _ input: FilterInput, _ line: inout JSONLine) {
    line.name("id")
    line.string(input.id)
    line.name("language")
    line.string(reading.language.rawValue)
  }

  private static func sentences(_ reading: TextReading, _ map: OffsetMap, _ line: inout JSONLine) {
    line.name("sentences")
    line.array { line in
      for sentence in reading.sentences {
        line.object { line in
          range(sentence.range, map, &line)
          line.name("language")
          line.string(sentence.language.rawValue)
          line.name("themes")
          line.array { line in
            for finding in reading.findings where finding.sentence == sentence.range { theme(finding, map, &line) }
          }
        }
      }
    }
  }

  private static func theme(_ finding: Finding, _ map: OffsetMap, _ line: inout JSONLine) {
    line.object { line in
      line.name("theme")
      line.string(finding.theme)
      line.name("stance")
      line.string(finding.stance.rawValue)
      line.name("entry")
      line.string(finding.entry)
      range(finding.span, map, &line)
    }
  }

  private static func piece(_ place: Range<Int>, _ language: LanguageTag, _ map: OffsetMap, _ line: inout JSONLine) {
    line.object { line in
      range(place, map, &line)
      line.name("language")
      line.string(language.rawValue)
    }
  }

  private static func range(_ place: Range<Int>, _ map: OffsetMap, _ line: inout JSONLine) {
    line.name("start")
    line.number(map(place.lowerBound))
    line.name("end")
    line.number(map(place.upperBound))
  }
}
