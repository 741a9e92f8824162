import Drawing
import Figures
import Records

/// The author's best and quietest talk of the month for its age, against the author's own earlier ones.
struct CreatorForAge {
  let context: ReportContext
  let talks: [AgedTalk]

  func html() -> HTML {
    let words = context.words
    let judged = AgeMatched.judged(talks, in: context.month)
    return SectionView.html(id: "forage", words["age.title"], lead: words["age.lead"]) {
      if let best = judged.first {
        item(judged.count > 1 ? "age.best" : "age.only", best)
        if judged.count > 1, let quiet = judged.last { item("age.quiet", quiet) }
      } else {
        HTML(.p, .class("empty"), text: words("age.tooFew", ["n": .count(AgeMatched.fewestVideos)]))
      }
    }
  }

  private func item(_ key: String, _ judged: TalkForItsAge) -> HTML {
    let words = context.words
    let middle = judged.match.middleHalf
    let band = words(
      "value.range", ["lower": .text(words.count(middle.lower)), "upper": .text(words.count(middle.upper))])
    let place =
      switch judged.match.place {
      case .above: words["age.above"]
      case .within: words["age.within"]
      case .below: words["age.below"]
      }
    return HTML(.div, .class("block")) {
      HTML(.p, .class("small"), text: words[key])
      HTML(.h3) { HTML(.bdi, .automaticDirection, text: TalkTitle(judged.talk.title).heading) }
      HTML(
        .p,
        text: words(
          "age.views",
          ["age": .text(words.count(judged.age)), "value": .text(words.count(judged.match.actual))]) + " " + place)
      HTML(
        .p, .class("small"), text: words("age.band", ["range": .text(band), "n": .count(judged.match.videos)]))
    }
  }
}
