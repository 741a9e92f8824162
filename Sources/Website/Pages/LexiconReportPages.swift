import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// What is wrong in the lexicon in force.
enum LexiconCheckPage {
  /// Findings that a page lists.
  private static let most = 200

  static let page = Page(.get, "/lexicon/check", for: .staff) { visit in
    let words = visit.words()
    let check = try await LexiconWork.check(visit.desk.child)
    return visit.page(words["lexicon.check"], path: "/lexicon", words: words) {
      if let check {
        HTML(
          .p, .class("state"),
          text: words("lexicon.faults", n: check.faults) + ", " + words("lexicon.notes", n: check.notes))
        findings(check, words)
      } else {
        HTML(.p, .class("notice"), text: words["lexicon.unread"])
      }
      HTML(.p) { Anchor.html("/lexicon", words["lexicon.back"]) }
    }
  }

  private static func findings(_ check: LexiconCheck, _ words: PageWords) -> HTML {
    let ordered = check.findings.filter { $0.level == "fault" } + check.findings.filter { $0.level != "fault" }
    return HTML(.ul, .class("problems"), .language("en")) {
      ordered.prefix(most).map { finding in
        finding.level == "fault" ? HTML(.li, text: finding.text) : HTML(.li, .class("note"), text: finding.text)
      }
    }
  }
}

/// Words of the programme's own talks that the lexicon lacks.
enum LexiconSuggestPage {
  static let page = Page(.get, "/lexicon/suggest/:language", for: .staff) { visit in
    let words = visit.words()
    let language = visit.parameters.get("language") ?? ""
    guard LexiconAddress.languages.contains(language) else { throw HTTPError(.notFound) }
    let found = try await LexiconWork.suggestions(language, visit.desk.child)
    return visit.page(words["lexicon.suggest." + language], path: "/lexicon", words: words) {
      HTML(.p, .class("lead"), text: words["lexicon.suggest.lead"])
      if let found { table(found, words) } else { HTML(.p, .class("notice"), text: words["lexicon.unread"]) }
      HTML(.p) { Anchor.html("/lexicon", words["lexicon.back"]) }
    }
  }

  private static func table(_ found: [Suggestion], _ words: PageWords) -> HTML {
    guard !found.isEmpty else { return HTML(.p, .class("empty"), text: words["lexicon.suggest.none"]) }
    var table = Table(
      ["lexicon.word", "lexicon.where", "lexicon.often", "lexicon.talks", "lexicon.example"].map { words[$0] })
    for item in found {
      let group = "lexicon.group." + item.group
      table.add([
        HTML(.bdi, text: item.word), HTML(text: words.has(group) ? words[group] : item.group),
        HTML(text: words.number(item.count)), HTML(text: words.number(item.texts)),
        HTML(.bdi, text: item.example),
      ])
    }
    return table.html()
  }
}

/// Compares the draft with what is in force, by a job: it reads all texts twice.
enum PreviewLexiconPage {
  static let page = Page(.post, "/lexicon/preview", for: .staff) { visit in
    guard !LexiconBench(visit.desk.places).draft().isEmpty else { return Answer.see("/lexicon") }
    return try await LexiconWork.begin(LexiconWork.preview, "preview", visit.desk)
  }
}

/// Puts the draft into force as a signed version, by a job: signing needs a key.
enum PublishLexiconPage {
  static let page = Page(.post, "/lexicon/publish", for: .staff) { visit in
    guard !LexiconBench(visit.desk.places).draft().isEmpty else { return Answer.see("/lexicon") }
    try visit.note(.lexiconPublished)
    return try await LexiconWork.begin(LexiconWork.publish(by: visit.who), "publish", visit.desk)
  }
}

/// Throws the draft away.
enum DropLexiconPage {
  static let page = Page(.post, "/lexicon/drop", for: .staff) { visit in
    LexiconBench(visit.desk.places).dropDraft()
    return Answer.see("/lexicon")
  }
}

/// Puts an older version into force again; 0 is the program's own lexicon.
enum RestoreLexiconPage {
  static let page = Page(.post, "/lexicon/versions/:version", for: .staff) { visit in
    guard let number = visit.parameters.get("version").flatMap({ Int64($0) }), number >= 0 else {
      throw HTTPError(.notFound)
    }
    try visit.note(.lexiconRestored, String(number))
    return try await LexiconWork.begin(LexiconWork.restore(number), String(number), visit.desk)
  }
}
