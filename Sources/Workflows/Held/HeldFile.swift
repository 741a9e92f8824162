package import Records

/// Why a file waits for a person.
package enum HeldReason: String, Sendable, Codable, CaseIterable {
  /// Whose it is must be said.
  case owner
  /// What its columns mean must be said.
  case columns
  /// A picture or sound: what it shows is typed in.
  case byHand = "by-hand"
}

/// A kept file as its place in the folder tells: nothing of its name or content.
package struct HeldFile: Sendable, Hashable {
  package let id: String
  package let reason: HeldReason
  /// When it was kept.
  package let since: Instant
  /// When it goes.
  package let until: Instant
}

/// A kept file with what only keys open.
package struct HeldListing: Sendable, Codable {
  package let id: String
  package let reason: HeldReason
  /// As the user knows it.
  package let name: String
  package let until: String
  /// Codes of the creators it could be of, where there are several.
  package let candidates: [String]
  /// Type of a picture that can be looked at; nil where nothing was kept but the name.
  package let picture: String?
  /// Tables in it and their columns, where those wait for a meaning. Cells of text are left out.
  package var tables: [TableListing]?
}

/// What a kept file says of itself, sealed.
struct HeldHead: Codable {
  var name: String
  /// File name first, then the folders around it.
  var names: [String]
  var candidates: [String]
  /// Whether the content was kept, and not the name alone.
  var isWhole: Bool
}
