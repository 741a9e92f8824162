import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// The search over what talks say. Comments are never searched.
enum SearchPage {
  private static let perPage = 20
  /// Pages that an order by relevance is leafed through.
  private static let mostPages = 50

  static let page = Page(.get, "/search", for: .staff) { visit in
    let words = visit.words()
    let fields = visit.question
    let creators = try visit.desk.archive.creators().map(\.code)
    let asked = Asked(fields, TalkFilter(fields, creators: creators, visit: visit))
    let hits = try asked.text.isEmpty ? nil : find(asked, visit)
    return visit.page(words["search.title"], path: "/search", words: words) {
      HTML(.p, .class("lead"), text: words["search.lead"])
      form(asked, creators, words)
      if let hits {
        results(hits, asked, words)
      } else if !asked.text.isEmpty {
        HTML(.p, .class("notice"), text: words["search.nothingAsked"])
      }
    }
  }

  /// What the address asks for.
  struct Asked {
    let text: String
    let filter: TalkFilter
    let from: Day?
    let through: Day?
    let byRelevance: Bool
    let after: Int64?
    let part: Int

    init(_ fields: FormFields, _ filter: TalkFilter) {
      text = String(String.UnicodeScalarView((fields["q"] ?? "").unicodeScalars.prefix(300)))
      self.filter = filter
      from = fields["from"].flatMap { Day($0) }
      through = fields["to"].flatMap { Day($0) }
      byRelevance = fields["order"] == "best"
      after = fields["after"].flatMap { Int64($0) }
      part = min(SearchPage.mostPages, max(1, fields["part"].flatMap { Int($0) } ?? 1))
    }

    var isNarrowed: Bool {
      !filter.question.isEmpty || from != nil || through != nil || byRelevance
    }

    /// The same question, with another page of its answer.
    func link(_ more: (name: String, value: String)? = nil) -> Link? {
      let days = [("from", from?.description), ("to", through?.description), ("order", byRelevance ? "best" : nil)]
      return Link(
        site: "/search",
        asking: [("q", text)] + filter.question.filter { $0.name != "month" && $0.name != "platform" }
          + days.compactMap { name, value in value.map { (name, $0) } } + (more.map { [$0] } ?? []))
    }
  }

  private static func find(_ asked: Asked, _ visit: Visit) throws -> TalkHits? {
    var options = TalkSearchOptions(text: asked.text)
    options.creator = asked.filter.creator
    options.theme = asked.filter.theme
    (options.from, options.through) = (asked.from, asked.through)
    options.byRelevance = asked.byRelevance
    options.after = asked.after
    options.page = asked.part - 1
    options.limit = perPage
    return try visit.desk.archive.search(options, visit.desk.questions, now: visit.desk.clock.now())
  }

  private static func form(_ asked: Asked, _ creators: [String], _ words: PageWords) -> HTML {
    let narrowed = [
      TalkFilter.creators(asked.filter.creator, creators, words), TalkFilter.themes(asked.filter.theme, words),
      Form.text("from", words["search.from"], value: asked.from?.description ?? "", type: .date),
      Form.text("to", words["search.to"], value: asked.through?.description ?? "", type: .date),
      Form.select(
        "order", words["search.order"], [("", words["search.order.newest"]), ("best", words["search.order.best"])],
        chosen: asked.byRelevance ? "best" : ""),
    ]
    return Form.query("/search") {
      Form.text("q", words["search.words"], value: asked.text, hint: words["search.hint"])
      asked.isNarrowed
        ? HTML(.details, .class("more"), .open) { more(narrowed, words) }
        : HTML(.details, .class("more")) { more(narrowed, words) }
      Form.button(words["search.button"])
    }
  }

  private static func more(_ fields: [HTML], _ words: PageWords) -> [HTML] {
    [HTML(.summary, text: words["search.more"])] + fields
  }

  private static func results(_ hits: TalkHits, _ asked: Asked, _ words: PageWords) -> [HTML] {
    let left = hits.read - hits.searched
    return [
      HTML(.p, .class("state"), text: words("search.count", n: hits.count)),
      hits.hits.isEmpty ? HTML(.p, .class("empty"), text: words["search.none"]) : .empty,
      HTML(.ul, .class("hits")) { hits.hits.map { hit($0, words) } }, leaf(hits, asked, words),
      left > 0 ? HTML(.p, .class("small"), text: words("search.left", n: left)) : .empty,
    ]
  }

  private static func hit(_ hit: TalkHit, _ words: PageWords) -> HTML {
    let day = hit.publishedOn.flatMap { Day($0) }.map(words.date) ?? words["posts.noDate"]
    let platform = Platform(rawValue: hit.platform).map(words.name) ?? hit.platform
    let link = Link(site: "/posts/\(hit.post)")
    return HTML(.li) {
      if let link { HTML(.a, .link(link), .class("title")) { marked(hit.title, words) } }
      HTML(.p, .class("small"), text: [day, hit.author, platform].joined(separator: " \u{B7} "))
      if hit.part != "title" {
        HTML(.p) {
          if let seconds = hit.seconds { HTML(.span, .class("clock"), text: TalkTimes.clock(Double(seconds)) + " ") }
          marked(hit.words, words)
        }
      }
    }
  }

  static func marked(_ parts: [FigureExplanation.Words], _ words: PageWords) -> HTML {
    guard !parts.isEmpty else { return HTML(text: words["posts.untitled"]) }
    return HTML(.bdi) { parts.map { $0.isMarked ? HTML(.mark, text: $0.text) : HTML(text: $0.text) } }
  }

  /// Links to the next page go on after a post, so that they lead to the same talks when newer ones come.
  private static func leaf(_ hits: TalkHits, _ asked: Asked, _ words: PageWords) -> HTML {
    var links: [(Link?, String)] = []
    if asked.byRelevance {
      if asked.part > 1 { links.append((asked.link(("part", String(asked.part - 1))), words["search.back"])) }
      if asked.part < mostPages, asked.part * perPage < hits.count {
        links.append((asked.link(("part", String(asked.part + 1))), words["search.next"]))
      }
    } else {
      if asked.after != nil { links.append((asked.link(), words["search.first"])) }
      if let next = hits.next { links.append((asked.link(("after", String(next))), words["search.next"])) }
    }
    return HTML(.p, .class("actions")) {
      links.flatMap { link, text in link.map { [HTML(.a, .link($0), text: text)] } ?? [] }
    }
  }
}
