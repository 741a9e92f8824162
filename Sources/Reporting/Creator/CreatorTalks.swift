import Drawing
import Figures
import Records

/// The talks of the month and what was read in them.
struct CreatorTalks {
  let context: ReportContext
  let talks: [CreatorTalk]

  func html() -> HTML {
    let words = context.words
    return SectionView.html(id: "talks", words["creator.talksTitle"], lead: words["creator.talksLead"]) {
      if talks.isEmpty {
        HTML(.p, .class("empty"), text: words["creator.talksNone"])
      } else {
        carded()
        HTML(.ol, .class("talks")) { talks.map(item) }
      }
    }
  }

  private func item(_ talk: CreatorTalk) -> HTML {
    let words = context.words
    let title = TalkTitle(talk.title)
    return HTML(.li) {
      HTML(.h3) { HTML(.bdi, .automaticDirection, text: title.heading) }
      if let rest = title.rest {
        HTML(.p, .class("small")) { HTML(.bdi, .automaticDirection, text: rest) }
      }
      HTML(.p, .class("small")) {
        HTML(.time, .moment(talk.publishedOn.description), text: words.shortDate(talk.publishedOn))
        " \u{B7} " + words.name(talk.platform) + " \u{B7} "
        views(talk)
        boosted(talk)
      }
      if let card = talk.card, !card.themes.isEmpty {
        TalkThemes(words: words).declared(card)
        HTML(.p, .class("small", "label"), text: words["hand.read"])
      }
      TalkThemes(words: words).read(talk)
    }
  }

  /// How many talks have a card, where any has.
  private func carded() -> HTML {
    let count = talks.count { $0.card != nil }
    guard count > 0 else { return .empty }
    return HTML(
      .p, .class("small"),
      text: context.words("hand.carded", ["known": .count(count), "n": .count(talks.count)]))
  }

  private func boosted(_ talk: CreatorTalk) -> HTML {
    guard talk.card?.isBoosted == true else { return .empty }
    return HTML(.strong, text: " \u{B7} " + context.words["hand.paid"])
  }

  private func views(_ talk: CreatorTalk) -> HTML {
    let words = context.words
    guard let views = talk.views else { return HTML(text: words["creator.viewsUnknown"]) }
    return HTML(
      .data, .value(words.machine(views, .count)),
      text: words("views.n", ["n": .count(Int(views.rounded()))]))
  }
}
