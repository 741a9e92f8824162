/// Years of age from one to another, both included.
package struct AgeRange: Sendable, Hashable {
  package var from: Int
  /// Nil = no upper end.
  package var through: Int?

  package init(from: Int, through: Int?) {
    self.from = from
    self.through = through
  }

  /// Reads `18-24` or `65+`; anything else gives nil.
  package init?(_ code: some StringProtocol) {
    let code = Array(code.utf8)
    let parts = code.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    func number(_ bytes: some Sequence<UInt8>) -> Int? { Int(String(decoding: Array(bytes), as: UTF8.self)) }
    if parts.count == 2, let from = number(parts[0]), let through = number(parts[1]), from <= through, from >= 0 {
      self.init(from: from, through: through)
    } else if parts.count == 1, code.last == UInt8(ascii: "+"), let from = number(code.dropLast()), from >= 0 {
      self.init(from: from, through: nil)
    } else {
      return nil
    }
  }

  package func contains(_ other: AgeRange) -> Bool {
    guard other.from >= from else { return false }
    guard let through else { return true }
    return other.through.map { $0 <= through } ?? false
  }

  package func meets(_ other: AgeRange) -> Bool {
    (through.map { other.from <= $0 } ?? true) && (other.through.map { from <= $0 } ?? true)
  }
}

/// A group of people by age, as a law or a reader draws it.
package struct TargetGroup: Sendable, Hashable {
  /// Names its word: `audience.group.youth`.
  package var id: String
  package var ages: AgeRange
  /// ISO 3166-1 alpha-2 of the country whose definition it is; nil for any.
  package var country: String?

  package init(id: String, ages: AgeRange, country: String? = nil) {
    self.id = id
    self.ages = ages
    self.country = country
  }
}

/// A target group in the bands that a platform counts in.
package struct BandedGroup: Sendable, Hashable {
  package var group: TargetGroup
  /// Bands that lie wholly in the group, and all that meet it, by age.
  package var inside: [String]
  package var touching: [String]
  /// Share of the audience in the group: known where the bands fit, else at least and at most.
  package var share: Figure

  /// Whether the platform's bands make up the group exactly.
  package var fits: Bool { inside == touching }
}
