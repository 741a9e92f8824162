import ArgumentParser
import Records
import Workflows

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Searches what the talks say: titles, descriptions, transcripts.",
    discussion: """
      Finds every form of a word, Uzbek in either script, Kyrgyz with or without ү ө ң. All words must be there; "a phrase"
      stands together; -word must not be there. Talks of authors who do not agree to passages being shown are left out.
      Comments are never searched.

      Example:
        minbar search "кыздардын окуусу"
        minbar search '"girls school" -boys' --from 2026-09 --creator K01
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "Words; a phrase in quotation marks; -word for what must not be there.") var words: [String] = []
  @Option(help: "Published on this day or month or later (YYYY-MM-DD or YYYY-MM).") var from: String?
  @Option(help: "Published on this day or month or earlier.") var to: String?
  @Option(help: "Talks of one author, by code.") var creator: String?
  @Option(help: "Talks that speak for or mention a theme, such as peace.") var theme: String?
  @Flag(help: "The best fits first; otherwise the newest.") var best = false
  @Option(help: "Results to print at most.") var limit = 20
  @Option(help: "The post that the results go on after (see 'next').") var after: Int64?
  @Flag(help: "Print JSON, like --format json.") var json = false
  @Flag(help: "Make the search anew from the talks.") var rebuild = false

  func validate() throws {
    guard (1...200).contains(limit) else { throw ValidationError("--limit is 1 to 200") }
    guard rebuild != words.contains(where: { !$0.isEmpty }) else {
      throw ValidationError("give words to find, such as: minbar search \"кыздар окуу\"")
    }
    for text in [from, to].compactMap({ $0 }) where Self.period(text) == nil {
      throw ValidationError("'\(text)': write a day as YYYY-MM-DD or a month as YYYY-MM")
    }
  }

  func run() throws {
    let workspace = places.workspace
    if rebuild {
      try workspace.emptySearch(notice: Output.complain)
      return Output.line("Put \(try Analysis.run(workspace).posts) talks into the search.")
    }
    let waiting = try workspace.postsToSearch()
    if waiting > 0 { Output.complain("\(waiting) posts are not in the search yet: 'minbar analyse' reads them") }
    guard let hits = try workspace.talkSearch().hits(try options(workspace)) else {
      throw ValidationError("nothing to find: at least one word must be there")
    }
    if json || output.isJSON { return try Output.json(hits) }
    Output.line(SearchText.lines(hits).joined(separator: "\n"))
  }

  private func options(_ workspace: Workspace) throws -> TalkSearchOptions {
    var options = TalkSearchOptions(text: words.joined(separator: " "))
    options.creator = try creator.map { try workspace.knownCreator($0) }
    options.theme = try theme.map { try workspace.knownTheme($0) }
    options.from = from.flatMap(Self.period)?.from
    options.through = to.flatMap(Self.period)?.through
    options.byRelevance = best
    options.after = after
    options.limit = limit
    return options
  }

  private static func period(_ text: String) -> Period? {
    Day(text).map { Period(from: $0, through: $0) } ?? Month(text)?.period
  }
}

/// Results on a terminal.
private enum SearchText {
  static func lines(_ hits: TalkHits) -> [String] {
    let left = hits.read - hits.searched
    return hits.hits.flatMap(lines)
      + [
        "\(hits.count) talks fit, of \(hits.searched) that may be searched"
          + (left > 0 ? "; \(left) are left out, since their authors do not agree to passages being shown" : "")
      ]
      + (hits.next.map { ["next: --after \($0)"] } ?? [])
  }

  private static func lines(_ hit: TalkHit) -> [String] {
    let head = ["post \(hit.post)", hit.publishedOn ?? "no date", hit.author, hit.platform, text(hit.title)]
    let time = hit.seconds.map { "\($0 / 60):" + ($0 % 60 < 10 ? "0" : "") + "\($0 % 60) " } ?? ""
    return [head.joined(separator: "  "), "    " + time + text(hit.words)]
  }

  private static func text(_ words: [FigureExplanation.Words]) -> String {
    words.map { $0.isMarked ? "[" + $0.text + "]" : $0.text }.joined()
  }
}
