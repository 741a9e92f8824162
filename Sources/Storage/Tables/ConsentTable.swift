import GRDB
package import Records

/// A consent that was withdrawn.
package struct WithdrawnConsent: Sendable, Hashable {
  package let consent: Consent
  package let on: Day
}

extension ArchiveWriter {
  /// Withdraws a creator's consents, for some subjects or for all.
  /// - Returns: how many were withdrawn, or nil when there is no such creator.
  package func withdrawConsent(of code: String, what: Set<ConsentSubject>, on day: Day) throws -> Int? {
    guard let creator = try Int64.fetchOne(db, sql: "SELECT id FROM creator WHERE code = ?", arguments: [code]) else {
      return nil
    }
    var count = 0
    for subject in what.isEmpty ? Set(ConsentSubject.allCases) : what {
      try db.execute(
        sql: "UPDATE consent SET revoked_on = ? WHERE creator = ? AND what = ? AND revoked_on IS NULL",
        arguments: [day.number, creator, subject.rawValue])
      count += db.changesCount
    }
    return count
  }
}

extension ArchiveReader {
  /// What a creator withdrew, by code.
  package func withdrawnConsents() throws -> [String: [WithdrawnConsent]] {
    let sql = """
      SELECT code, what, shared_with, given_on, valid_until, revoked_on FROM consent
      JOIN creator ON creator.id = consent.creator WHERE revoked_on IS NOT NULL ORDER BY consent.id
      """
    return try Row.fetchAll(db, sql: sql).reduce(into: [:]) { all, row in
      guard let what = ConsentSubject(rawValue: row[1]), let audience = ConsentAudience(rawValue: row[2]) else {
        return
      }
      let consent = Consent(
        what: what, sharedWith: audience, givenOn: Day(number: row[3]), validUntil: Day(number: row[4]))
      all[row[0], default: []].append(WithdrawnConsent(consent: consent, on: Day(number: row[5])))
    }
  }
}
