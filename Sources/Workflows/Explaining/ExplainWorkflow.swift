import Figures
import Foundation
import Protection
import Records
import Reporting
import Storage

/// Opens a figure: the rows, files and lines, sentences and counts behind it.
package final class ExplainWorkflow {
  let workspace: Workspace
  let archive: Archive
  let words: FigureWords
  let name: FigureName
  let book: FigureBook
  let zoneOffset: Int
  private let notes: [FigureNote]

  /// - Throws: `WorkflowError` when there is no figure of that id, or no creator of its code.
  package init(_ workspace: Workspace, figure: String, language: String, fingerprint: String) throws {
    self.workspace = workspace
    let name = try workspace.figureName(figure)
    self.name = name
    archive = try workspace.openForReading()
    words = FigureWords(try ReportFolder(workspace.places).words(language))
    let offset = try workspace.zone(archive).offset(at: workspace.now)
    let today = workspace.today(in: try workspace.zone(archive))
    zoneOffset = offset
    // The months that a dashboard looks back over: whether a channel counts as expected hangs on them.
    let months = (0..<ReportWorkflow.history).reversed().map { name.month + -$0 }
    book = FigureBook(
      try archive.read {
        try $0.programmeData(months: months, today: today, zoneOffset: offset, fingerprint: fingerprint)
      })
    notes = try FigureNotes.forPages(workspace, archive, name.month...name.month)
    if let code = name.selection.creator, !book.data.creators.contains(where: { $0.code == code }) {
      throw WorkflowError("\(code): no such creator; 'minbar creators list' shows the codes")
    }
  }

  package func explanation() throws -> FigureExplanation {
    guard let figure = book.figure(name) else { throw missing() }
    var result = FigureExplanation(
      figure: name.text, name: words.name(name), unit: figure.unit.rawValue, value: figure.value,
      lower: figure.range?.lower, upper: figure.range?.upper, text: words.value(figure), known: figure.known,
      of: figure.of, formula: words.formula(name.measure), definition: figure.definition,
      cautions: words.cautions(figure))
    result.notes = notes.filter { $0.figure == name.text }.map {
      FigureExplanation.Note(number: $0.id, text: $0.text, isShareable: $0.isShareable)
    }
    try NumberEvidence(self).add(to: &result)
    switch name.measure {
    case .theme(let theme, let stance): try TalkEvidence(self).addSentences(theme, stance, to: &result)
    case .themeHours(let theme):
      try NumberEvidence(self).addStatements(of: [.watchHours], onlyPosts: true, to: &result)
      try TalkEvidence(self).addSentences(theme, .promotes, to: &result)
    case .talksPublished, .transcriptCoverage: try TalkEvidence(self).addTalks(to: &result)
    case .constructive: try AnswerEvidence(self).add(to: &result)
    case .register(let measure): try RegisterEvidence(workflow: self).add(measure, to: &result)
    case .metric, .peopleReached, .engagement: break
    }
    return result
  }

  private func missing() -> WorkflowError {
    if case .theme(let theme, .opposes) = name.measure, FigureBook.sensitiveThemes.contains(theme) {
      return WorkflowError(
        "\(name.text): sentences that seem to speak against this wait for a person; they are counted nowhere until then"
      )
    }
    let themes = book.themeIDs.map(FigureName.shown).joined(separator: ", ")
    return WorkflowError("\(name.text): no such theme; themes are \(themes)")
  }

  /// The accounts that the figure is about.
  var accounts: [AccountCard] { book.channels(name.selection) }

  /// Names of the files of some rows, opened.
  func files(_ ids: Set<Int64>) throws -> [Int64: NamedSource] { try archive.read { try $0.namedSources(ids) } }

  /// Opens file names; without the registry key they stay closed, and all else is shown.
  func file(_ source: NamedSource?, row: Int?) -> FigureExplanation.File? {
    guard let source else { return nil }
    let key = try? workspace.keyRing().key(.registry)
    let opened = key.flatMap { try? SealedName.open(source.nameSealed, key: $0) }
    return FigureExplanation.File(
      importNumber: source.importNumber, name: opened.map(OneLine.text) ?? words["explain.sealed"],
      format: source.format, received: source.receivedAt.day(offset: zoneOffset).description, row: row)
  }
}

/// Texts from outside on one line of a terminal: signs that move the cursor become blanks.
enum OneLine {
  static func text(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .lineSeparator, .paragraphSeparator: " "
          default: scalar
          }
        }))
  }
}
