import Foundation
package import Records
import Storage

/// What became of answers that waited.
package struct DeliveryOutcome: Sendable, Codable {
  package var kept = 0
  /// Answers about texts that are gone.
  package var gone = 0
}

extension SiteBook {
  /// Keeps a coder's answer until a process that holds the archive's lock takes it over.
  package func add(_ answer: CodingAnswer) throws {
    let coding = try answer.coding.map { String(decoding: try JSONEncoder().encode(AnswerCodes($0)), as: UTF8.self) }
    try store.add(
      StoredCodingAnswer(round: answer.round, place: answer.place, coder: answer.coder, coding: coding))
  }

  /// Answers that the archive does not hold yet, the oldest first.
  package func codingAnswers(of round: Int64) throws -> [CodingAnswer] {
    try store.codingAnswers(of: round).map(\.answer)
  }

  package func hasCodingAnswers() throws -> Bool { try !store.codingAnswers().isEmpty }
}

extension Workspace {
  /// Takes answers that coders gave on the website over into the archive. Doing it twice does no harm.
  package func deliverCoding(notice: (String) -> Void = { _ in }) throws -> DeliveryOutcome {
    let store = try SiteBook(besideServerOf: self).store
    guard try !store.codingAnswers().isEmpty else { return DeliveryOutcome() }
    let archive = try openForWriting("coding deliver", notice: notice)
    // Asked again: more may have come while another command was writing.
    let waiting = try store.codingAnswers()
    let kept = try archive.write { writer in try waiting.count { try writer.keep($0.answer) } }
    try store.removeCodingAnswers(waiting.map(\.number))
    return DeliveryOutcome(kept: kept, gone: waiting.count - kept)
  }
}

extension StoredCodingAnswer {
  /// Codes that cannot be read count as not told.
  fileprivate var answer: CodingAnswer {
    let codes = coding.flatMap { try? JSONDecoder().decode(AnswerCodes.self, from: Data($0.utf8)) }
    return CodingAnswer(round: round, place: place, coder: coder, coding: codes?.coding)
  }
}

/// Codes as text.
private struct AnswerCodes: Codable {
  var variety: String?
  var themes: [String: String]?
  var sentiment: String?
  var response: String?
  var alerts: [String]?

  init(_ coding: Coding) {
    variety = coding.variety
    themes = coding.themes.map { themes in
      Dictionary(themes.map { ($0.theme, $0.stance.rawValue) }, uniquingKeysWith: { first, _ in first })
    }
    sentiment = coding.sentiment?.rawValue
    response = coding.response?.rawValue
    alerts = coding.alerts.map { $0.map(\.rawValue) }
  }

  var coding: Coding {
    Coding(
      variety: variety,
      themes: themes.map { themes in
        themes.compactMap { theme, stance in Stance(rawValue: stance).map { ThemeStance(theme: theme, stance: $0) } }
          .sorted()
      },
      sentiment: sentiment.flatMap(Sentiment.init), response: response.flatMap(Response.init),
      alerts: alerts.map { $0.compactMap(Alert.init) })
  }
}
