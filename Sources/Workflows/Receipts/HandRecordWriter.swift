import Records
package import Reporting

/// Lists of what staff typed in, in the reader's language: header and rows of a table.
package struct HandRecordWriter {
  let words: Sentences

  package init(words: Sentences) {
    self.words = words
  }

  package var none: String { words["byhand.none"] }

  package var figureHeader: [String] {
    header(["creator", "platform", "metric", "value", "period", "enteredBy", "evidence", "source"])
  }

  package func row(_ figure: HandFigureListing) -> [String] {
    let value = words.count(figure.value)
    return [
      figure.creator, HandPlatform(rawValue: figure.platform).map(words.name) ?? figure.platform,
      Metric(rawValue: figure.metric).map(words.name) ?? figure.metric,
      figure.isApproximate ? words("byhand.about", ["value": .text(value)]) : value,
      figure.from == figure.through ? figure.from : "\(figure.from) – \(figure.through)",
      figure.enteredBy ?? words["byhand.sealed"], figure.evidence ?? words["byhand.sealed"],
      source(figure.importNumber, figure.row),
    ]
  }

  package func coverage(_ cards: TalkCardListings) -> String {
    words("byhand.cards", ["known": .count(cards.known), "n": .count(cards.of)])
  }

  package var cardHeader: [String] {
    header(["creator", "platform", "talk", "day", "themes", "boosted", "source"])
  }

  package func row(_ card: TalkCardListing) -> [String] {
    [
      card.creator, Platform(rawValue: card.platform).map(words.name) ?? card.platform, card.post,
      card.publishedOn ?? "", card.themes.joined(separator: "; "),
      card.isBoosted.map { words[$0 ? "byhand.yes" : "byhand.no"] } ?? "", source(card.importNumber, card.row),
    ]
  }

  private func header(_ columns: [String]) -> [String] { columns.map { words["byhand.column.\($0)"] } }

  private func source(_ number: Int64, _ row: Int) -> String {
    words("byhand.source", ["number": .text(String(number)), "row": .text(String(row))])
  }
}
