package import Records

/// A creator as a registry file or the command line gives one: code, name, accounts and what was agreed.
package struct CreatorEntry: Sendable, Hashable {
  package struct Account: Sendable, Hashable {
    package var platform: Platform
    package var externalID: String?
    package var displayName: String?
    package var handle: String?

    package init(platform: Platform, externalID: String?, displayName: String?, handle: String?) {
      self.platform = platform
      self.externalID = externalID
      self.displayName = displayName
      self.handle = handle
    }

    var isEmpty: Bool { externalID == nil && displayName == nil && handle == nil }
  }

  package var creator: Creator
  package var name: String
  package var accounts: [Account]

  package init(creator: Creator, name: String, accounts: [Account]) {
    self.creator = creator
    self.name = name
    self.accounts = accounts
  }
}

extension CreatorEntry {
  /// What stands in the way of taking this entry, in words; nil when nothing does.
  package var objection: String? {
    if !CreatorCode.isValid(creator.code) {
      return "code '\(creator.code)': use 1 to 32 letters, digits and hyphens, and no name"
    }
    if name.isEmpty { return "\(creator.code): the name is missing (it is kept sealed)" }
    if creator.languages.isEmpty { return "\(creator.code): no language; use ky, ru, uz-Latn, uz-Cyrl" }
    if accounts.isEmpty { return "\(creator.code): no account; give a YouTube or Instagram id, name or handle" }
    if creator.consents.isEmpty {
      return "\(creator.code): no consent; nothing may be kept about a creator who has not agreed. Say what "
        + "(figures, themes, talks), with whom (team, donors, public) and until when (YYYY-MM-DD)"
    }
    return nil
  }
}

/// Codes that may stand on pages and in file names.
package enum CreatorCode {
  package static func isValid(_ code: String) -> Bool {
    let bytes = code.utf8
    return (1...32).contains(bytes.count)
      && bytes.allSatisfy { byte in
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == UInt8(ascii: "-")
      }
  }
}
