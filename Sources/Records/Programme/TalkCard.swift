/// What the programme's staff say of a talk: what it was meant to be about, for whom, and how it was spread.
package struct TalkCard: Sendable, Hashable {
  /// Which talk is meant.
  package enum Talk: Sendable, Hashable {
    /// By its id at the platform (or the short code of its link).
    case id(String)
    /// By its title and the day of its publication.
    case titled(String, on: Day)
  }

  package var talk: Talk
  package var account: AccountHint
  /// As declared, in the order given; not those that were found in the talk.
  package var themes: [String]
  package var targetGroup: String?
  package var campaign: String?
  /// Whether money was paid to spread it; nil where nobody said.
  package var isBoosted: Bool?
  package var summary: String?
  package var row: Int

  package init(
    talk: Talk, account: AccountHint = AccountHint(), themes: [String], targetGroup: String? = nil,
    campaign: String? = nil, isBoosted: Bool? = nil, summary: String? = nil, row: Int
  ) {
    self.talk = talk
    self.account = account
    self.themes = themes
    self.targetGroup = targetGroup
    self.campaign = campaign
    self.isBoosted = isBoosted
    self.summary = summary
    self.row = row
  }
}
