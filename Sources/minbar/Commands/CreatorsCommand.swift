import ArgumentParser
import Records
import Workflows

struct CreatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "creators", abstract: "Who is measured, by code, with what each agreed to.",
    discussion: """
      Names and handles are kept sealed; pages and files show codes.

      Example:
        minbar creators import creators.csv
      """,
    subcommands: [
      CreatorsAddCommand.self, CreatorsListCommand.self, CreatorsImportCommand.self, CreatorsConsentCommand.self,
      CreatorsWithdrawCommand.self,
    ],
    defaultSubcommand: CreatorsListCommand.self)
}

struct CreatorsAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds a creator, or changes the one with this code.",
    discussion: """
      Example:
        minbar creators add K01 --name "Sample Name" --languages ky,ru --country KG \\
          --youtube-id UCxxxxxxxxxxxxxxxxxxxxxx --youtube-name "Sample channel" \\
          --consent figures,themes --consent-with donors --consent-until 2027-12-31
      """)

  @OptionGroup var places: PlaceOptions

  @Argument(help: "Neutral code such as K01.") var code: String
  @Option(help: "Name; kept sealed.") var name: String
  @Option(help: "Languages spoken: ky, ru, uz-Latn, uz-Cyrl; separated by commas.") var languages: String
  @Option(help: "Country as two capital letters.") var country: String?
  @Option(help: "YouTube channel id (UC...).") var youtubeID: String?
  @Option(help: "YouTube channel name.") var youtubeName: String?
  @Option(help: "YouTube handle.") var youtubeHandle: String?
  @Option(help: "Instagram account id.") var instagramID: String?
  @Option(help: "Instagram account name.") var instagramName: String?
  @Option(help: "Instagram user name.") var instagramHandle: String?
  @Option(help: "What the creator agreed to share: figures, themes, talks; separated by commas.")
  var consent: String = ""
  @Option(help: "With whom: team, donors or public.") var consentWith: ConsentAudience?
  @Option(help: "Since when (YYYY-MM-DD; default today).") var consentFrom: Day?
  @Option(help: "Until when (YYYY-MM-DD).") var consentUntil: Day?

  func run() throws {
    let workspace = places.workspace
    let zone = try workspace.zone(try workspace.openForReading())
    let entry = CreatorEntry(
      creator: Creator(
        code: code, languages: try tags(), country: country, consents: try consents(today: workspace.today(in: zone))),
      name: name, accounts: accounts)
    if let objection = entry.objection { throw ValidationError(objection) }
    try workspace.save([entry])
    Output.line("\(code): saved.")
  }

  private func tags() throws -> [LanguageTag] {
    try languages.split(separator: ",").map { word in
      guard let tag = LanguageTag(rawValue: String(word)) else {
        throw ValidationError("language '\(word)': use ky, ru, uz-Latn or uz-Cyrl")
      }
      return tag
    }
  }

  private func consents(today: Day) throws -> [Consent] {
    guard let audience = consentWith, let until = consentUntil else { return [] }
    return try consent.split(separator: ",").map { word in
      guard let what = ConsentSubject(rawValue: String(word)) else {
        throw ValidationError("consent '\(word)': use figures, themes, talks")
      }
      return Consent(what: what, sharedWith: audience, givenOn: consentFrom ?? today, validUntil: until)
    }
  }

  private var accounts: [CreatorEntry.Account] {
    let all: [(Platform, [String?])] = [
      (.youtube, [youtubeID, youtubeName, youtubeHandle]), (.instagram, [instagramID, instagramName, instagramHandle]),
    ]
    return all.filter { $0.1.contains { $0 != nil } }.map { platform, parts in
      CreatorEntry.Account(platform: platform, externalID: parts[0], displayName: parts[1], handle: parts[2])
    }
  }
}

extension ConsentAudience: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension Month: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

struct CreatorsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists creators by code.",
    discussion: """
      Example:
        minbar creators list --names
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Flag(help: "Open the sealed names too.") var names = false

  func run() throws {
    let creators = try places.workspace.creators(withNames: names)
    if output.isJSON { return try Output.json(creators) }
    var table = TextTable(["code"] + (names ? ["name"] : []) + ["languages", "country", "accounts", "agreed to"])
    for creator in creators {
      table.add(
        [creator.code] + (names ? [creator.name ?? ""] : []) + [
          creator.languages.joined(separator: " "), creator.country ?? "", creator.accounts.joined(separator: " "),
          creator.consents.joined(separator: ", "),
        ])
    }
    Output.line(table.text)
  }
}

struct CreatorsImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes creators from a CSV or YAML file; all of them or none.",
    discussion: """
      Columns: code, name, languages, country, oblast, youtube_id, youtube_name, youtube_handle, instagram_id,
      instagram_name, instagram_handle, consent_what, consent_with, consent_from, consent_until.

      Example:
        minbar creators import Samples/creators.csv
      """)

  @OptionGroup var places: PlaceOptions
  @Argument(help: "The registry file.", completion: .file()) var file: String

  func run() throws {
    let workspace = places.workspace
    let zone = try workspace.zone(try workspace.openForReading())
    let codes = try workspace.importCreators(file, today: workspace.today(in: zone))
    Output.line("\(codes.count) creators saved: \(codes.joined(separator: ", ")).")
    Output.line("Their names are sealed now; keep \(file) in a safe place or delete it.")
  }
}
