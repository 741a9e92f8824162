import Records
import Workflows

/// Authors by code, with what each agreed to.
enum CreatorsRoute {
  private static let creator = Shape<(creator: Creator, platforms: [Platform])>.object([
    Field("code", "Code of the author.", .text) { $0.creator.code },
    Field("status", "Whether the author is measured.", .word(CreatorStatus.allCases.map(\.rawValue))) {
      $0.creator.status.rawValue
    },
    Field("languages", "Languages of the talks.", Shape.text.list) { $0.creator.languages.map(\.rawValue) },
    Field("platforms", "A channel each.", Shape.text.list) { $0.platforms.map(\.rawValue) },
    Field("consents", "What was agreed to.", ConsentShape.shape.list) { $0.creator.consents },
  ])

  private static let shape = Shape<[(creator: Creator, platforms: [Platform])]>.object([
    Field("creators", "By code.", creator.list) { $0 }
  ])

  static let route = APIRoute("/creators", for: .staff, "Authors and what they agreed to.", shape) { visit in
    let accounts = try visit.desk.archive.accounts()
    return try visit.desk.archive.creators().map { ($0, accounts[$0.code] ?? []) }
  }
}

/// A consent for programs.
enum ConsentShape {
  static let shape = Shape<Consent>.object([
    Field("what", "What may be shared.", .text) { $0.what.rawValue },
    Field("with", "With whom.", .text) { $0.sharedWith.rawValue },
    Field("given_on", "Since when.", .day) { $0.givenOn },
    Field("valid_until", "The last day.", .day) { $0.validUntil },
  ])
}
