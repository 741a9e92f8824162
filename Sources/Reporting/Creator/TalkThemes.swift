import Drawing
import Figures
import Records

/// The themes of a talk: as its card declares them, and as they were read in its text. Neither corrects the other.
struct TalkThemes {
  let words: Phrases

  func declared(_ card: CreatorTalk.Card) -> HTML {
    HTML(.div, .class("declared")) {
      HTML(.p, .class("small", "label"), text: words["hand.declaredByTeam"])
      HTML(.ul, .class("tags")) {
        card.themes.map { theme in
          HTML(.li, .class("mentions")) { HTML(.bdi, .automaticDirection, text: words.declared(theme)) }
        }
      }
    }
  }

  func read(_ talk: CreatorTalk) -> HTML {
    if let language = talk.unreadLanguage {
      return none(words("creator.notRead", ["language": .text(words.name(language))]))
    }
    guard talk.hasTranscript else { return none(words["creator.noText"]) }
    let promoted = themes(talk, .promotes)
    let mentioned = themes(talk, .mentions).filter { !promoted.contains($0) }
    guard !promoted.isEmpty || !mentioned.isEmpty else { return none(words["creator.noThemes"], coverage(talk)) }
    return HTML(.div) {
      HTML(.ul, .class("tags")) {
        promoted.map { HTML(.li, .class("promotes"), text: named($0, talk.reading)) }
        mentioned.map {
          HTML(.li, .class("mentions"), text: words("creator.mentioned", ["theme": .text(words.theme($0))]))
        }
      }
      coverage(talk)
    }
  }

  private func none(_ text: String, _ coverage: HTML = .empty) -> HTML {
    HTML(.div) {
      HTML(.p, .class("small", "none"), text: text)
      coverage
    }
  }

  private func named(_ theme: String, _ reading: CreatorTalk.Reading?) -> String {
    guard let share = reading?.share(theme) else { return words.theme(theme) }
    return words.theme(theme) + " \u{B7} " + words.percent(share)
  }

  /// What the shares are of: minutes of text, of the minutes of the talk where they are known.
  private func coverage(_ talk: CreatorTalk) -> HTML {
    guard let reading = talk.reading else { return .empty }
    let text = PhraseValue.text(minutes(reading.seconds))
    guard let duration = reading.duration, duration > 0 else {
      return HTML(.p, .class("small"), text: words("hand.coverageText", ["text": text]))
    }
    let share = words.percent(min(1, reading.seconds / duration))
    return HTML(
      .p, .class("small"),
      text: words(
        "hand.coverage", ["text": text, "talk": .text(minutes(duration)), "share": .text(share)]))
  }

  private func minutes(_ seconds: Double) -> String {
    words.formats.number(seconds / 60, decimals: seconds < 600 ? 1 : 0)
  }

  private func themes(_ talk: CreatorTalk, _ stance: Stance) -> [String] {
    let found = Set(talk.themes.filter { $0.stance == stance }.map(\.theme))
    let known = FigureBook.themeOrder.filter(found.contains)
    return known + found.subtracting(known).sorted()
  }
}
