import Records

/// Everything that was read in a text as one line of JSON.
enum ReadingJSON {
  /// `{"id","language","sentences":[...],"themes":[...],"sentiment","response","alerts","confidence"}`.
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

  private static func head(_ reading: TextReading, _ input: FilterInput, _ line: inout JSONLine) {
    line.name("id")
    line.string(input.id)
    line.language(reading.language)
  }

  private static func sentences(_ reading: TextReading, _ map: OffsetMap, _ line: inout JSONLine) {
    line.name("sentences")
    line.array { line in
      for sentence in reading.sentences {
        line.object { line in
          line.range(sentence.range, map)
          line.language(sentence.language)
          line.name("themes")
          line.array { line in
            for finding in reading.findings(of: sentence.range) { theme(finding, map, &line) }
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
      line.range(finding.span, map)
    }
  }
}
