/// A creator as the archive knows one: by code, without name or handle.
package struct Creator: Sendable, Hashable {
  /// Neutral code such as `K01`; letters, digits and hyphens.
  package var code: String
  package var languages: [LanguageTag]
  /// ISO 3166-1 alpha-2.
  package var country: String?
  package var oblast: String?
  package var status: CreatorStatus
  package var consents: [Consent]

  package init(
    code: String, languages: [LanguageTag], country: String? = nil, oblast: String? = nil,
    status: CreatorStatus = .active, consents: [Consent] = []
  ) {
    self.code = code
    self.languages = languages
    self.country = country
    self.oblast = oblast
    self.status = status
    self.consents = consents
  }
}

package enum CreatorStatus: String, Sendable, Hashable, CaseIterable {
  case active, paused, left
}

/// What a creator agreed to, with whom, until when.
package struct Consent: Sendable, Hashable {
  package var what: ConsentSubject
  package var sharedWith: ConsentAudience
  package var givenOn: Day
  package var validUntil: Day

  package init(
    what: ConsentSubject, sharedWith: ConsentAudience, givenOn: Day, validUntil: Day
  ) {
    self.what = what
    self.sharedWith = sharedWith
    self.givenOn = givenOn
    self.validUntil = validUntil
  }

  package func isValid(on day: Day) -> Bool { givenOn <= day && day <= validUntil }
}

package enum ConsentSubject: String, Sendable, Hashable, CaseIterable {
  /// Reach, views and rates; counts and shares of comments, where many wrote.
  case figures
  /// What the talks are about.
  case themes
  /// Titles and passages of talks.
  case talks
}

package enum ConsentAudience: String, Sendable, Hashable, CaseIterable, Comparable {
  case team, donors, `public`

  private var width: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  /// Wider audiences are greater: who agreed to the public agreed to donors.
  package static func < (a: ConsentAudience, b: ConsentAudience) -> Bool { a.width < b.width }
}
