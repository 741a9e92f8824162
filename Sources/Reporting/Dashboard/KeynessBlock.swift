import Drawing
import Figures
import Records

/// What the talks of the month spoke of more than those of the year before, each word with lines of talks.
struct KeynessBlock: DashboardBlock {
  let context: ReportContext

  func html() -> HTML {
    let words = context.words
    let found = context.book.data.keyness.filter { $0.month == context.month }
    return SectionView.html(id: "keyness", words["keyness.title"], lead: words["keyness.lead"]) {
      if found.isEmpty {
        HTML(.p, .class("empty"), text: words["keyness.noTalks"])
      } else {
        found.filter { !$0.words.isEmpty }.map(language)
        quiet(found.filter(\.words.isEmpty))
        HTML(.p, .class("small"), text: words["keyness.note"])
      }
    }
  }

  private func language(_ keyness: MonthKeyness) -> HTML {
    HTML(.div, .class("block")) {
      HTML(.h3, text: context.words.name(keyness.language))
      HTML(.p, .class("unit"), text: footing(keyness))
      keyness.words.map(word)
    }
  }

  /// Languages in which no word stands out, said once for all of them.
  private func quiet(_ found: [MonthKeyness]) -> HTML {
    guard !found.isEmpty else { return .empty }
    let words = context.words
    return HTML(.div, .class("block")) {
      HTML(.p, .class("empty"), text: words["keyness.none"])
      HTML(.ul, .class("plain")) {
        found.map { keyness in
          HTML(.li) {
            HTML(.strong, text: words.name(keyness.language))
            ": " + footing(keyness)
          }
        }
      }
    }
  }

  private func footing(_ keyness: MonthKeyness) -> String {
    context.words(
      "keyness.footing", ["n": .count(keyness.talks), "before": .text(context.words.count(keyness.talksBefore))])
  }

  private func word(_ word: MonthKeyWord) -> HTML {
    let words = context.words
    let times = word.timesAsMany
    let figures = words(
      "keyness.word",
      [
        "n": .count(word.talks), "before": .text(words.count(word.talksBefore)),
        "times": .text(words.formats.number(times, decimals: times < 10 ? 1 : 0)),
      ])
    return HTML(.details, .class("keyword")) {
      HTML(.summary) {
        HTML(.bdi) { HTML(.strong, text: word.word) }
        " \u{2013} " + figures
      }
      HTML(.ul, .class("plain", "kwic")) { word.lines.map(line) }
    }
  }

  private func line(_ line: ConcordanceLine) -> HTML {
    HTML(.li) {
      HTML(.bdi) {
        line.left
        HTML(.strong, text: line.word)
        line.right
      }
      HTML(.small, .automaticDirection, text: line.talk)
    }
  }
}
