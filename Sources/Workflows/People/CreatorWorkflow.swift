import Protection
import Records
import Storage

/// A creator as `minbar creators list` shows one.
package struct CreatorListing: Sendable, Codable {
  package let code: String
  /// Nil unless asked for: names are opened only when needed.
  package let name: String?
  package let languages: [String]
  package let country: String?
  package let status: String
  package let accounts: [String]
  package let consents: [String]
}

extension Workspace {
  /// Adds creators or changes those with the same code. All or none.
  /// - Throws: `WorkflowError` naming the first entry that cannot be taken and why.
  package func save(_ entries: [CreatorEntry]) throws {
    for entry in entries {
      if let objection = entry.objection { throw WorkflowError(objection) }
    }
    let keys = try keyRing()
    var registry = try Registry.load(self, keys: keys)
    let archive = try openForWriting("creators")
    try archive.write { writer in
      for entry in entries { registry.put(try Workspace.save(entry, with: writer)) }
      try registry.save(self, keys: keys)
    }
  }

  private static func save(_ entry: CreatorEntry, with writer: ArchiveWriter) throws -> Registry.Person {
    let rows = try writer.save(entry.creator, accounts: entry.accounts.map(\.platform))
    let accounts = try zip(entry.accounts, rows).map { account, row in
      if let id = account.externalID {
        try writer.learn(account: row, platform: account.platform, externalID: id, source: nil)
      }
      return Registry.Account(
        account: row, platform: account.platform.rawValue, externalID: account.externalID,
        displayName: account.displayName, handle: account.handle)
    }
    return Registry.Person(code: entry.creator.code, name: entry.name, accounts: accounts)
  }

  /// All creators by code.
  package func creators(withNames: Bool) throws -> [CreatorListing] {
    let registry = withNames ? try Registry.load(self, keys: try keyRing()) : Registry()
    return try openForReading().read { reader in
      let accounts = Dictionary(grouping: try reader.accounts(), by: \.creator)
      return try reader.creators().map { creator in
        CreatorListing(
          code: creator.code, name: registry.person(creator.code)?.name,
          languages: creator.languages.map(\.rawValue), country: creator.country, status: creator.status.rawValue,
          accounts: accounts[creator.code, default: []].map(\.platform.rawValue),
          consents: creator.consents.map {
            "\($0.what.rawValue) with \($0.sharedWith.rawValue) until \($0.validUntil)"
          })
      }
    }
  }
}
