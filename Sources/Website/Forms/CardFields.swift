import Records
import Workflows

/// What the team says of one talk, as somebody typed it.
struct CardFields {
  static let fileName = "card.csv"
  static let boosted = ["", "yes", "no"]

  let fields: FormFields

  /// Keys of words that say what is wrong; none when the form can be handed on. Whether the talk is known, the reader of the
  /// file says.
  var faults: [String] {
    let isNamed = fields["link"] != nil || (fields["title"] != nil && fields["date"].flatMap { Day($0) } != nil)
    let says = ["themes", "target", "campaign", "summary"].contains { fields[$0] != nil }
    return [
      isNamed ? nil : "fault.talk",
      says || !(fields["boosted"] ?? "").isEmpty ? nil : "fault.card",
      Self.boosted.contains(fields["boosted"] ?? "") ? nil : "fault.card",
    ].compactMap { $0 }
  }

  /// The table of `docs/files-by-hand.md`.
  var table: [UInt8] {
    let head = [
      "Link", "ID", "Title", "Date", "Declared themes", "Target group", "Campaign", "Boosted", "Summary",
    ]
    let link = fields["link"] ?? ""
    // What has no address in it is an id.
    let isLink = link.utf8.contains(UInt8(ascii: "/"))
    let own = ["title", "date", "themes", "target", "campaign", "boosted", "summary"].map { fields[$0] ?? "" }
    return TableText.csv([head, [isLink ? link : "", isLink ? "" : link] + own])
  }
}
