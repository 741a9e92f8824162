import Records

/// A section of a daily series: what is counted, where, and in which column.
struct MetaSection {
  var metric: Metric
  /// Nil where the title does not tell.
  var platform: Platform?
  var column: Int

  /// Where the numbers stand below a header such as `Date,Primary`; nil if this is no such header. The second
  /// name is English in every language seen; older files have the title there (`Date,Instagram reach`).
  static func column(_ cells: [String]) -> (place: Int, title: String?)? {
    let names = cells.map(HeaderName.normalised)
    guard names.count >= 2 else { return nil }
    if let place = names.dropFirst().firstIndex(of: "primary") { return (place, nil) }
    guard days.contains(names[0]), platform(names[1]) != nil || isFacebook(names[1]) else { return nil }
    return (1, cells[1])
  }

  static func isFacebook(_ title: String) -> Bool {
    HeaderName.normalised(title).withBytes { $0.holds("facebook") }
  }

  /// The platform that a title names.
  static func platform(_ title: String) -> Platform? {
    HeaderName.normalised(title).withBytes { $0.holds("instagram") } ? .instagram : nil
  }

  /// Nil if the title names no number that is known. A section without a title is named by its file.
  init?(title: String, column: Int, fileName: String) {
    let name = title.isEmpty ? MetaSection.stem(fileName) : title
    guard let metric = MetaSection.metrics[MetaSection.bare(name)] else { return nil }
    self.metric = metric
    self.column = column
    platform = MetaSection.platform(name)
  }

  /// The file's name without its ending and the number of a second download: `Reach (1).csv`.
  private static func stem(_ fileName: String) -> String {
    let stem = fileName.utf8.split(separator: ASCII.dot).first.map { String(Substring($0)) } ?? ""
    return stem.utf8.split(separator: 0x28).first.map { String(Substring($0)) } ?? ""
  }

  /// A title without the platform's name and the word that joins it.
  private static func bare(_ title: String) -> String {
    var words = HeaderName.normalised(title).utf8.split(separator: ASCII.space).map { String(Substring($0)) }
    words.removeAll { $0 == "instagram" || $0 == "facebook" }
    if let last = words.last, joints.contains(last) { words.removeLast() }
    return words.joined(separator: " ")
  }

  private static let joints: Set<String> = ["на", "в", "no", "do", "on", "в"]
  private static let days: Set<String> = ["date", "дата", "data", "күнү", "sana"]

  /// English as seen; Russian and Portuguese as Meta's interface words it.
  private static let metrics: [String: Metric] = [
    "reach": .reach, "охват": .reach, "alcance": .reach,
    "views": .views, "просмотры": .views, "visualizações": .views,
    "viewers": .viewers, "зрители": .viewers, "espectadores": .viewers, "visualizadores": .viewers,
    "profile visits": .profileVisits, "visits": .profileVisits, "посещения профиля": .profileVisits,
    "посещения": .profileVisits, "visitas ao perfil": .profileVisits, "visitas": .profileVisits,
    "follows": .follows, "подписки": .follows, "seguimentos": .follows,
    "unfollows": .unfollows, "отписки": .unfollows,
    "content interactions": .interactions, "interactions": .interactions, "взаимодействия с контентом": .interactions,
    "взаимодействия": .interactions, "interações com o conteúdo": .interactions, "interações": .interactions,
    "link clicks": .linkClicks, "клики по ссылке": .linkClicks, "клики по ссылкам": .linkClicks,
    "cliques no link": .linkClicks,
    "impressions": .impressions, "показы": .impressions,
  ]
}

/// Reads the sections of a file of Meta's that hold one number a day.
final class MetaSectionReader {
  private let input: FormatInput
  private let output: RecordOutput
  private var section: MetaSection?
  /// Whether any section of the account's own was found.
  private(set) var hasSection = false

  init(_ input: FormatInput, _ output: RecordOutput) {
    self.input = input
    self.output = output
  }

  func close() { section = nil }

  /// Starts the section below a header, if its title is one of Instagram's.
  func open(_ title: String, column: Int, line: Int) throws {
    section = nil
    if MetaSection.isFacebook(title) { return try output.problem(MetaPlatform.facebook(line: line)) }
    guard var found = MetaSection(title: title, column: column, fileName: input.probe.name) else {
      return try output.problem(
        Problem(
          "meta.unknown-section", .rowRefused, line: line, found: "a section that is not known",
          expected: "Reach, Views, Viewers, Follows, Content interactions, link clicks or profile visits",
          remedy: "Export it with the interface in English."))
    }
    found.platform = found.platform ?? MetaPlatform.platform(input)
    if found.platform == nil { try output.problem(MetaPlatform.unknown(line: line)) }
    section = found
    hasSection = true
  }

  /// Reads a row that starts with a day.
  /// - Returns: whether it belongs to a section that is read.
  func day(_ day: Day, _ table: TableReader) throws -> Bool {
    guard let section else { return false }
    let cell = table[section.column]
    let value = NumberParser().parse(cell, as: .count)
    if case .unreadable = value {
      try output.problem(.unreadableNumber(line: table.line, column: "Primary", cell: cell))
    }
    try output.observation(
      Observation(
        subject: .account, account: input.account(section.platform), metric: section.metric, scope: .period,
        period: Period(from: day, through: day), asOf: day, value: value, row: table.line))
    return true
  }
}

/// Whose numbers a title without a platform is about.
enum MetaPlatform {
  /// The platform that folders or the user name.
  static func platform(_ input: FormatInput) -> Platform? {
    let isInFolder = input.hints.names.dropFirst().contains { $0.lowercased().withBytes { $0.holds("instagram") } }
    return isInFolder ? .instagram : input.hints.account.platform
  }

  static func unknown(line: Int) -> Problem {
    Problem(
      "account.platform-unknown", .note, line: line, found: "a title without a platform",
      expected: "Instagram or Facebook", remedy: "Say whose file it is with --creator, if it was not found out.")
  }

  static func facebook(line: Int) -> Problem {
    Problem(
      "meta.facebook-section", .note, line: line, found: "a section for Facebook", expected: "Instagram",
      remedy: "It was left out; nothing needs to be done.")
  }
}

extension TableReader {
  /// Whether all cells but the first are empty.
  var hasOneCell: Bool { (1..<max(1, count)).allSatisfy { self[$0].isEmpty } }

  /// The cells of the current row.
  var cells: [String] { (0..<count).map { self[$0].trimmed().string } }

  /// The day that the first cell starts with, whatever clock stands behind it.
  var day: Day? {
    let key = self[0].trimmed()
    return Day(key.part(0..<min(10, key.count)).string)
  }
}
