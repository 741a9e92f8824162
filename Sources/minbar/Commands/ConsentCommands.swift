import ArgumentParser
import Records
import Workflows

struct CreatorsConsentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent", abstract: "What a creator agreed to, and what was withdrawn.",
    discussion: """
      Example:
        minbar creators consent K01
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "The creator's code.") var code: String

  func run() throws {
    let listing = try places.workspace.consents(of: code)
    if output.isJSON { return try Output.json(listing) }
    Output.line(ConsentText.text(listing))
  }
}

struct CreatorsWithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Withdraws a creator's consent from today on.",
    discussion: """
      Whatever is made after this leaves the creator out for these readers. Taking an older registry file in again does not
      bring the consent back; a new consent with a later date or another end does. To delete what is stored about the
      creator, see 'minbar purge --creator'.

      Example:
        minbar creators withdraw K01 --what themes
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "The creator's code.") var code: String
  @Option(help: "What: figures, themes, talks; separated by commas (default: everything).") var what: String = ""

  func run() throws {
    let subjects = try what.split(separator: ",").map { word in
      guard let subject = ConsentSubject(rawValue: String(word)) else {
        throw ValidationError("'\(word)': use figures, themes, talks")
      }
      return subject
    }
    let listing = try places.workspace.withdrawConsent(of: code, what: Set(subjects), notice: Output.complain)
    if output.isJSON { return try Output.json(listing) }
    Output.line(ConsentText.text(listing))
    Output.line(
      """
      What is made from now on leaves these out. What was handed out before cannot be called back: ask its readers to
      delete it. 'minbar purge --creator \(code)' deletes what is stored here.
      """)
  }
}

private enum ConsentText {
  static func text(_ listing: ConsentListing) -> String {
    let agreed = listing.agreed.isEmpty ? ["agreed to: nothing"] : listing.agreed.map { "agreed to: " + $0 }
    return (["\(listing.code)"] + agreed + listing.withdrawn).joined(separator: "\n  ")
  }
}
