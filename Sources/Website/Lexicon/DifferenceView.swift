import Drawing
import Records
import Reporting
import Workflows

/// What a changed lexicon changes: counts over talks and comments, examples of talks alone.
struct DifferenceView {
  let words: PageWords

  func html(_ found: LexiconDifference) -> [HTML] {
    [
      refused(found),
      HTML(.section) {
        HTML(.h2, text: words["lexicon.preview.talks"])
        texts(found.texts)
      },
      found.comments.map { comments in
        HTML(.section) {
          HTML(.h2, text: words["lexicon.preview.comments"])
          texts(comments)
        }
      } ?? .empty,
      examples(found.texts.examples),
      HTML(.p, .class("actions")) { Anchor.button("/lexicon", words["lexicon.back"]) },
    ]
  }

  private func refused(_ found: LexiconDifference) -> HTML {
    guard !found.refused.isEmpty else { return .empty }
    return HTML(.section) {
      HTML(.h2, text: words["lexicon.refused"])
      HTML(.ul, .class("problems"), .language("en")) { found.refused.prefix(20).map { HTML(.li, text: $0) } }
    }
  }

  private func texts(_ texts: LexiconDifference.Texts) -> [HTML] {
    let counts = words(
      "lexicon.preview.counts", ["changed": words.number(texts.changed), "read": words.number(texts.read)])
    let labels = texts.labels.filter { $0.gained + $0.lost > 0 }
    guard !labels.isEmpty else { return [HTML(.p, text: counts)] }
    var table = Table(
      ["lexicon.label", "lexicon.before", "lexicon.after", "lexicon.gained", "lexicon.lost"].map { words[$0] })
    for label in labels {
      table.add(
        [HTML(text: name(label.label))]
          + [label.before, label.after, label.gained, label.lost].map { HTML(text: words.number($0)) })
    }
    return [HTML(.p, text: counts), table.html()]
  }

  /// `theme education:promotes` in the reader's words.
  func name(_ label: String) -> String {
    let parts = label.split(separator: " ", maxSplits: 1).map(String.init)
    guard let group = parts.first, let code = parts.last, parts.count == 2 else { return label }
    if group == "alert" { return Alert(rawValue: code).map { words["coding.alert." + CodingNames.alert($0)] } ?? label }
    guard group == "theme" else { return words.has(label.dotted) ? words[label.dotted] : label }
    let theme = code.split(separator: ":", maxSplits: 1).map(String.init)
    let key = "theme." + CodingNames.theme(theme.first ?? "")
    let title = words.has(key) ? words[key] : (theme.first ?? "")
    return theme.count == 2 ? title + ": " + words["coding.stance." + (theme.last ?? "")] : title
  }

  private func examples(_ examples: [ReadingChange]) -> HTML {
    guard !examples.isEmpty else { return .empty }
    return HTML(.section) {
      HTML(.h2, text: words["lexicon.examples"])
      HTML(.ul, .class("plain")) {
        examples.map { example in
          HTML(.li) {
            HTML(.p, .automaticDirection, text: example.text)
            HTML(.p, .class("small"), text: change(example))
          }
        }
      }
    }
  }

  private func change(_ example: ReadingChange) -> String {
    let sides = [example.before, example.after].map { labels in
      labels.isEmpty ? words["coding.noThemes"] : labels.map(name).joined(separator: ", ")
    }
    return sides.joined(separator: " \u{2192} ")
  }
}

extension String {
  /// `sentiment positive` as a key of words.
  fileprivate var dotted: String { split(separator: " ").joined(separator: ".") }
}
