package import Reporting

/// The sentences of receipts and reminders in the languages of the website.
package struct DeskSentences: Sendable {
  private let wordings: [ReportLanguage: (own: Wording, pages: Wording)]

  init(_ wordings: [ReportLanguage: (own: Wording, pages: Wording)]) { self.wordings = wordings }

  /// What is wrong with a file, in one sentence; nil when no sentence stands for the code.
  package func text(_ problem: ProblemReceipt, _ language: ReportLanguage) -> String? {
    guard let words = wordings[language] else { return nil }
    let sentences = Sentences(words.own, pages: words.pages)
    return ProblemSentence(words: sentences).sentence(problem)
  }
}

extension Workspace {
  package func deskSentences(_ languages: [ReportLanguage]) throws -> DeskSentences {
    let folder = try ReportFolder(places)
    var wordings: [ReportLanguage: (own: Wording, pages: Wording)] = [:]
    for language in languages { wordings[language] = try folder.sentenceWords(language.rawValue) }
    return DeskSentences(wordings)
  }
}
