package import Records
import Storage

/// What a creator agrees to, as `minbar creators consent` shows it.
package struct ConsentListing: Sendable, Codable {
  package let code: String
  package let agreed: [String]
  package let withdrawn: [String]
}

extension Workspace {
  /// Consents of a creator, in force and withdrawn.
  /// - Throws: `WorkflowError` when there is no creator of that code.
  package func consents(of code: String) throws -> ConsentListing {
    try openForReading().read { reader in
      guard let creator = try reader.creators().first(where: { $0.code == code }) else { throw unknownCreator(code) }
      let withdrawn = try reader.withdrawnConsents()[code] ?? []
      return ConsentListing(
        code: code, agreed: creator.consents.map(Self.text),
        withdrawn: withdrawn.map { "\(Self.text($0.consent)), withdrawn on \($0.on)" })
    }
  }

  /// Withdraws consents from today on: whatever is made after this leaves the creator out.
  /// - Parameter what: the subjects; empty for all.
  /// - Returns: what is left and what was withdrawn.
  package func withdrawConsent(
    of code: String, what: Set<ConsentSubject>, notice: (String) -> Void = { _ in }
  ) throws -> ConsentListing {
    let archive = try openForWriting("creators withdraw", notice: notice)
    let today = today(in: try zone(archive))
    let count = try archive.write { writer in
      let count = try writer.withdrawConsent(of: code, what: what, on: today)
      try writer.forgetIndex(withoutConsentOn: today)
      try writer.settleSearch()
      return count
    }
    guard let count else { throw unknownCreator(code) }
    guard count > 0 else { throw WorkflowError("\(code): no such consent is in force; nothing was withdrawn") }
    return try consents(of: code)
  }

  private func unknownCreator(_ code: String) -> WorkflowError {
    WorkflowError("\(code): no such creator; 'minbar creators list' shows the codes")
  }

  private static func text(_ consent: Consent) -> String {
    "\(consent.what.rawValue) with \(consent.sharedWith.rawValue) until \(consent.validUntil)"
  }
}
