import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// The bench: try a text, look at words, change some in a draft, see what that changes, publish it.
enum LexiconPage {
  static let page = Page(.get, "/lexicon", for: .staff) { visit in try await answer(visit) }

  /// A text that somebody tried.
  struct Trial {
    var text = ""
    var kind = TextKind.talk
    /// Nil when it could not be read.
    var steps: [[String]]? = []
  }

  static func answer(_ visit: Visit, _ trial: Trial = Trial()) async throws -> Response {
    let words = visit.words()
    let bench = LexiconBench(visit.desk.places)
    let draft = bench.draft()
    let versions = try await LexiconWork.versions(visit.desk.child) ?? []
    return visit.page(words["lexicon.title"], path: "/lexicon", words: words) {
      HTML(.p, .class("lead"), text: words["lexicon.lead"])
      form(trial, words)
      HTML(.section) {
        HTML(.h2, text: words["lexicon.words"])
        HTML(.ul, .class("plain")) { places(words) }
      }
      if !draft.isEmpty { DraftView(words: words).html(draft) }
      VersionsView(visit: visit, words: words).html(versions)
    }
  }

  private static func form(_ trial: Trial, _ words: PageWords) -> HTML {
    HTML(.section) {
      HTML(.h2, text: words["lexicon.try"])
      Form.html("/lexicon/try") {
        Form.longText("text", words["lexicon.text"], value: trial.text)
        Form.select(
          "kind", words["lexicon.kind"], TextKind.allCases.map { ($0.rawValue, words["coding.kind." + $0.rawValue]) },
          chosen: trial.kind.rawValue)
        Form.button(words["lexicon.try.button"])
      }
      if let steps = trial.steps {
        table(steps, words)
      } else {
        HTML(.p, .class("notice"), text: words["lexicon.unread"])
      }
    }
  }

  private static func table(_ steps: [[String]], _ words: PageWords) -> HTML {
    guard !steps.isEmpty else { return .empty }
    var table = Table([words["lexicon.step"], words["lexicon.step.words"], words["lexicon.step.what"]])
    for step in steps {
      let cells = step.count > 2 ? step : [step.first ?? "", "", step.last ?? ""]
      table.add(cells.map { HTML(text: $0) })
    }
    return HTML(.div, .language("en")) { table.html() }
  }

  private static func places(_ words: PageWords) -> [HTML] {
    let languages = LexiconAddress.languages.map { ("/lexicon/words/\($0)", words["lexicon.words.\($0)"]) }
    let suggest = LexiconAddress.languages.map { ("/lexicon/suggest/\($0)", words["lexicon.suggest.\($0)"]) }
    return
      (languages + [("/lexicon/words/shared", words["lexicon.words.shared"])] + suggest
      + [("/lexicon/check", words["lexicon.check"])]).map { path, text in HTML(.li) { Anchor.html(path, text) } }
  }
}

/// What waits in the draft, and what can be done with it.
private struct DraftView {
  let words: PageWords

  func html(_ draft: [LexiconChange]) -> HTML {
    HTML(.section) {
      HTML(.h2, text: words["lexicon.draft"])
      HTML(.ul, .class("plain")) {
        draft.map { change in
          HTML(.li) {
            Anchor.html("/lexicon/file/" + LexiconAddress.of(change.file), change.file)
            HTML(.p, .class("said")) {
              (change.removed.map { "\u{2212} " + $0 } + change.added.map { "+ " + $0 }).joined(separator: "\n")
            }
          }
        }
      }
      Form.html("/lexicon/preview") {
        Form.button(words["lexicon.preview"])
        HTML(.p, .class("hint"), text: words["lexicon.preview.hint"])
      }
      Form.html("/lexicon/publish") {
        Form.button(words["lexicon.publish"], "warn")
        HTML(.p, .class("hint"), text: words["lexicon.publish.hint"])
      }
      Form.html("/lexicon/drop") { Form.button(words["lexicon.drop"], "quiet") }
    }
  }
}

/// Versions that were published, and a way back to each.
private struct VersionsView {
  let visit: Visit
  let words: PageWords

  func html(_ versions: [LexiconListing]) -> HTML {
    HTML(.section) {
      HTML(.h2, text: words["lexicon.versions"])
      if versions.isEmpty { HTML(.p, .class("empty"), text: words["lexicon.versions.none"]) }
      HTML(.ul, .class("plain")) { versions.map(item) }
      if versions.contains(where: \.isInForce) { back(0, words["lexicon.restore.own"]) }
    }
  }

  private func item(_ listing: LexiconListing) -> HTML {
    let version = listing.version
    let facts = [
      version.madeAt, version.by, "+\(version.added) \u{2212}\(version.removed)",
      "SHA-256 " + String(version.sha256.prefix(16)) + "\u{2026}",
    ]
    return HTML(.li) {
      HTML(.strong, text: words("lexicon.version", ["number": String(version.number)]))
      if listing.isInForce { " \u{B7} " + words["lexicon.inForce"] }
      HTML(.p, .class("small"), text: facts.joined(separator: " \u{B7} "))
      if !listing.isWhole { HTML(.p, .class("over"), text: words["lexicon.broken"]) }
      if listing.isWhole, !listing.isInForce { back(version.number, words["lexicon.restore"]) }
    }
  }

  private func back(_ number: Int, _ text: String) -> HTML {
    Form.html("/lexicon/versions/\(number)") { Form.button(text, "quiet") }
  }
}

/// Shows how a text is read, step by step.
enum TryLexiconPage {
  private static let longest = 4_000

  static let page = Page(.post, "/lexicon/try", for: .staff) { visit in
    let fields = try await FormFields.read(visit.request, clock: visit.desk.clock)
    guard let text = fields["text"], text.utf8.count <= longest, let kind = TextKind(rawValue: fields["kind"] ?? "")
    else { throw HTTPError(.badRequest) }
    let steps = try await LexiconWork.trial(text, kind: kind, visit.desk)
    return try await LexiconPage.answer(visit, LexiconPage.Trial(text: text, kind: kind, steps: steps))
  }
}
