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
      }
      themes(talk)
    }
  }

  private func views(_ talk: CreatorTalk) -> HTML {
    let words = context.words
    guard let views = talk.views else { return HTML(text: words["creator.viewsUnknown"]) }
    return HTML(
      .data, .value(words.machine(views, .count)),
      text: words("views.n", ["n": .count(Int(views.rounded()))]))
  }

  private func themes(_ talk: CreatorTalk) -> HTML {
    let words = context.words
    if let language = talk.unreadLanguage {
      return HTML(
        .p, .class("small", "none"), text: words("creator.notRead", ["language": .text(words.name(language))]))
    }
    guard talk.hasTranscript else { return HTML(.p, .class("small", "none"), text: words["creator.noText"]) }
    let promoted = names(talk, .promotes)
    let mentioned = names(talk, .mentions).filter { !promoted.contains($0) }
    guard !promoted.isEmpty || !mentioned.isEmpty else {
      return HTML(.p, .class("small", "none"), text: words["creator.noThemes"])
    }
    return HTML(.ul, .class("tags")) {
      promoted.map { HTML(.li, .class("promotes"), text: $0) }
      mentioned.map { HTML(.li, .class("mentions"), text: words("creator.mentioned", ["theme": .text($0)])) }
    }
  }

  private func names(_ talk: CreatorTalk, _ stance: Stance) -> [String] {
    let found = Set(talk.themes.filter { $0.stance == stance }.map(\.theme))
    let known = FigureBook.themeOrder.filter(found.contains)
    return (known + found.subtracting(known).sorted()).map(context.words.theme)
  }
}
