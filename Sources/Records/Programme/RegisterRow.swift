/// One row of a register, as a file or a person states it. It names nobody: groups are counts by oblast, sex and age, and
/// words are codes. Only a change story has words of its own, which are sealed.
package struct RegisterRow: Sendable, Hashable {
  package var kind: RegisterKind
  /// What the cells say, in codes; a blank cell has no value. Neither the creator nor a story stands here.
  package var values: [RegisterField: String]
  /// Code of the creator whom the row concerns.
  package var creator: String?
  /// The words of a change story.
  package var story: String?
  package var day: Day
  /// Where it stands in its file.
  package var row: Int

  package init(
    kind: RegisterKind, day: Day, values: [RegisterField: String], creator: String? = nil, story: String? = nil,
    row: Int = 0
  ) {
    self.kind = kind
    self.day = day
    self.values = values
    self.creator = creator
    self.story = story
    self.row = row
  }

  package var code: String { values[.code] ?? "" }

  /// Its own key: the code, and the part of it that the row tells of.
  package var key: String { ([code] + kind.parts.map { values[$0] ?? "" }).joined(separator: "|") }

  /// Taken back by whoever keeps the register: it counts nowhere.
  package var isWithdrawn: Bool { values[.withdrawn] == "yes" }

  /// A count that the row states; nil where the cell was blank: not known, and never 0.
  package func count(_ field: RegisterField) -> Int? { values[field].flatMap { Int($0) } }

  /// People the row tells of, by sex where it says so; nil where it gives no number.
  package var people: Int? {
    if let total = count(.total) { return total }
    guard let women = count(.women), let men = count(.men) else { return nil }
    return women + men
  }

  /// `age=18-24;oblast=KG-O`, sorted by name. No value holds one of the two signs.
  package var valueText: String {
    values.map { "\($0.key.rawValue)=\($0.value)" }.sorted().joined(separator: ";")
  }

  /// The values of a text as `valueText` writes it.
  package static func values(_ text: String) -> [RegisterField: String] {
    text.utf8.split(separator: UInt8(ascii: ";")).reduce(into: [:]) { values, pair in
      guard let place = pair.firstIndex(of: UInt8(ascii: "=")) else { return }
      let name = String(decoding: Array(pair[..<place]), as: UTF8.self)
      guard let field = RegisterField(rawValue: name) else { return }
      values[field] = String(decoding: Array(pair[pair.index(after: place)...]), as: UTF8.self)
    }
  }

  /// With whom a story may be shared, and until when.
  package var consent: Consent? {
    guard kind == .stories, let shared = values[.shared].flatMap(ConsentAudience.init(rawValue:)),
      let given = values[.given].flatMap({ Day($0) }), let until = values[.until].flatMap({ Day($0) })
    else { return nil }
    return Consent(what: .talks, sharedWith: shared, givenOn: given, validUntil: until)
  }
}
