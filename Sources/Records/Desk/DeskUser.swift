/// What somebody who signed in to the website may do.
package enum DeskRole: String, Sendable, Hashable, CaseIterable, Codable {
  /// Everything, accounts and the audit log too.
  case administrator
  /// Everything but accounts and the audit log.
  case staff
  /// Codes texts; sees nothing else.
  case coder
  /// One creator's own page.
  case creator
  /// Packages made for one reader outside the team. Pages and logs call it so, in case somebody looks over a shoulder.
  case donor = "reader"

  /// Whether signing in needs a code of the moment besides the passphrase.
  package var needsTimeCode: Bool { !isBound }

  /// Whether an account of this role belongs to one creator's or donor's code.
  package var isBound: Bool { self == .creator || self == .donor }
}

/// An account of the website: a code name and what it may do. Neither a name nor an address of anybody.
package struct DeskUser: Sendable, Hashable {
  package var id: Int64
  package var code: String
  package var role: DeskRole
  /// The creator's or donor's code that the account is for; empty for the team.
  package var boundTo: String
  /// Rises with each change of rights or secrets, so that links and sign-ins begun before it come to nothing.
  package var epoch: Int64
  /// Whether a passphrase was chosen.
  package var hasPassphrase: Bool
  package var addedAt: Instant

  package init(
    id: Int64, code: String, role: DeskRole, boundTo: String, epoch: Int64, hasPassphrase: Bool, addedAt: Instant
  ) {
    self.id = id
    self.code = code
    self.role = role
    self.boundTo = boundTo
    self.epoch = epoch
    self.hasPassphrase = hasPassphrase
    self.addedAt = addedAt
  }
}

/// What an account proves itself with. The passphrase is a hash; the secret of the codes has to be kept as it is.
package struct DeskCredentials: Sendable, Hashable {
  package var salt: [UInt8]
  package var passphrase: [UInt8]
  /// The secret that codes of the moment are made from.
  package var secret: [UInt8]?

  package init(salt: [UInt8], passphrase: [UInt8], secret: [UInt8]?) {
    self.salt = salt
    self.passphrase = passphrase
    self.secret = secret
  }
}
