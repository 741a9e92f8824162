import Figures
import Foundation
import Records
import Reporting

/// An explanation as lines of text.
package struct ExplanationText {
  private let explanation: FigureExplanation
  private let words: FigureWords
  private let limit: Int

  /// - Parameter limit: at most so many statements and sentences are written; how many more there are is said.
  package init(_ explanation: FigureExplanation, _ workspace: Workspace, language: String, limit: Int) throws {
    self.explanation = explanation
    self.limit = limit
    words = FigureWords(try ReportFolder(workspace.places).words(language))
  }

  package func lines() -> [String] {
    let head = [
      explanation.name, explanation.figure, "", "\(words["explain.value"]): \(explanation.text)",
      "\(words["explain.formula"]): \(explanation.formula)",
    ]
    return head + explanation.cautions.map { "! " + $0 }
      + explanation.notes.map { "\(words["notes.one"]) \($0.number): \($0.text)" }
      + section("explain.channels", explanation.channels.map(channel))
      + section("explain.rows", limited(explanation.statements.map(statement)))
      + section("explain.talks", limited(explanation.talks.flatMap(talk)))
      + section("explain.answers", explanation.answers.map(answers))
      + section("explain.commentFiles", explanation.commentFiles.map(commentsFile))
      + section("explain.rows", limited(explanation.entries.map(entry)))
      + section("explain.leftOut", explanation.leftOut.map { "- " + $0 })
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", words[title]] + lines.map { "  " + $0 }
  }

  private func limited(_ lines: [String]) -> [String] {
    guard lines.count > limit else { return lines }
    return lines.prefix(limit) + [words("explain.more", ["n": .count(lines.count - limit)])]
  }

  private func who(_ author: String, _ platform: String) -> String {
    author + " \u{B7} " + (Platform(rawValue: platform).map(words.name) ?? platform)
  }

  private func name(_ metric: String) -> String { Metric(rawValue: metric).map(words.name) ?? metric }

  private func channel(_ channel: FigureExplanation.Channel) -> String {
    "\(who(channel.author, channel.platform)), \(name(channel.metric)): \(channel.text) \u{2013} \(channel.basis)"
  }

  private func file(_ file: FigureExplanation.File?) -> String {
    guard let file else { return "" }
    let place = file.row.map { ", " + words("explain.row", ["row": .text(String($0))]) } ?? ""
    return words("explain.file", ["file": .text(file.name), "import": .text(String(file.importNumber))]) + place
  }

  private func statement(_ statement: FigureExplanation.Statement) -> String {
    let unit = Metric(rawValue: statement.metric).map { MetricRegister.definition(of: $0).unit } ?? .count
    func number(_ value: Double?) -> String { value.map { words.value($0, unit) } ?? words["value.missing"] }
    let use = TracedStatement.Use(rawValue: statement.use).map(words.use) ?? statement.use
    let talk = statement.talk.map { " \u{AB}\($0)\u{BB}" } ?? ""
    var line =
      "[\(use)] \(who(statement.author, statement.platform))\(talk), \(name(statement.metric)), \(statement.days): "
      + "\(number(statement.value)) \u{2013} \(file(statement.file))"
    if let first = statement.firstValue {
      line += "; \(words["column.first"]): \(number(first)) \u{2013} \(file(statement.firstFile))"
    }
    return line
  }

  private func talk(_ talk: FigureExplanation.Talk) -> [String] {
    let head =
      "\(talk.publishedOn) \(who(talk.author, talk.platform)) \u{AB}\(talk.title)\u{BB} \u{2013} \(file(talk.file))"
    return [head]
      + talk.sentences.map { sentence in
        let text = sentence.words.map { $0.isMarked ? "[\($0.text)]" : $0.text }.joined()
        return "  \(sentence.time)  \(text)"
      }
  }

  private func answers(_ answers: FigureExplanation.Answers) -> String {
    let kind = Response(rawValue: answers.kind).map(words.name) ?? answers.kind
    let mark = answers.isInFigure ? "" : " (\(words["explain.apartMark"]))"
    return "\(who(answers.author, answers.platform)), \(kind): \(words.count(answers.comments))\(mark)"
  }

  private func entry(_ entry: FigureExplanation.Entry) -> String {
    let use = words[entry.counts ? "use.counts" : "explain.apartMark"]
    let source = entry.confirmedBy.map { words("explain.confirmedBy", ["who": .text($0)]) } ?? file(entry.file)
    return "[\(use)] \(entry.code), \(entry.day), \(entry.values) \u{2013} \(source)"
  }

  private func commentsFile(_ entry: FigureExplanation.CommentsFile) -> String {
    "\(who(entry.author, entry.platform)): \(words.count(entry.comments)) \u{2013} \(file(entry.file))"
  }
}
