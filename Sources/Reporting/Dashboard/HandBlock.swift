import Drawing
import Figures
import Records

/// What people typed in: figures off screens, which are part of no other figure, and the cards of the month's talks.
struct HandBlock: DashboardBlock {
  let context: ReportContext

  func html() -> HTML {
    let words = context.words
    let entries = context.book.handFigures(in: context.month)
    return SectionView.html(id: "by-hand", words["hand.title"], lead: words["hand.lead"]) {
      if entries.isEmpty {
        HTML(.p, .class("empty"), text: words["hand.none"])
      } else {
        HandTable(words: words, entries: entries, namesWho: true).html()
      }
      cards()
    }
  }

  private func cards() -> HTML {
    let words = context.words
    let talks = context.book.data.declared.filter { $0.month == context.month }
    let published = context.book.data.talks.filter { $0.month == context.month }.reduce(0) { $0 + $1.published }
    return HTML(.div, .class("block")) {
      HTML(.h3, text: words["hand.cards"])
      HTML(.p, text: words("hand.carded", ["known": .count(talks.count), "n": .count(published)]))
      if !talks.isEmpty {
        HTML(.p, .class("small"), text: words["hand.cardsLead"])
        HTML(.div, .class("scroll")) { table(talks).html() }
      }
    }
  }

  /// Each declared theme: how many talks, and in how many of those whose text is read it was found.
  private func table(_ talks: [DeclaredTalk]) -> ChartTable {
    let words = context.words
    let themes = Set(talks.flatMap(\.themes))
    let known = FigureBook.themeOrder.filter(themes.contains)
    let order = known + themes.subtracting(known).sorted()
    return ChartTable(
      header: [words["hand.declared"], words["column.talks"], words["hand.boosted"], words["hand.found"]],
      rows: order.map { theme in
        let own = talks.filter { $0.themes.contains(theme) }
        return [ChartCell(words.declared(theme)), count(own.count), count(own.count { $0.isBoosted == true })]
          + [found(theme, own, isKnown: known.contains(theme))]
      })
  }

  /// Of a theme that no list knows, and of talks without a text, nothing can be found.
  private func found(_ theme: String, _ talks: [DeclaredTalk], isKnown: Bool) -> ChartCell {
    let words = context.words
    let read = talks.compactMap(\.read)
    guard isKnown else { return ChartCell(words["hand.noSuchTheme"]) }
    guard !read.isEmpty else { return ChartCell(words["hand.noText"]) }
    return ChartCell(
      words("value.of", ["known": .count(read.count { $0.contains(theme) }), "n": .count(read.count)]))
  }

  private func count(_ number: Int) -> ChartCell { ChartCell(context.words.count(number), machine: String(number)) }
}
