import Foundation
import Records
import Storage

/// How many people could carry on if one of them were gone. Numbers only: a list of names would tell whom to press.
struct Custody {
  /// What a programme is asked for: whoever is alone with something can be forced, fall ill or leave.
  static let least = 2

  /// Kinds of people that are counted: name of the setting, what they do.
  static let kinds = [
    (name: "administrators", meaning: "people who can run every command here and know the disk's passphrase"),
    (name: "key-holders", meaning: "people who hold a sealed copy of the keys, away from this machine"),
  ]

  static let range = 0...20

  /// How many there are of a kind, as somebody told; nil when nobody did.
  static func count(of name: String, _ reader: ArchiveReader) throws -> Int? {
    try reader.setting("custody." + name).flatMap { Int(decimalDigits: $0.utf8) }
  }

  static func listings(_ reader: ArchiveReader) throws -> [SettingListing] {
    try kinds.map { kind in
      SettingListing(
        name: kind.name, value: try count(of: kind.name, reader).map(String.init) ?? "not told", standard: "not told",
        allowed: "\(range.lowerBound) to \(range.upperBound)", meaning: kind.meaning)
    }
  }

  /// - Returns: nil when the name is none of these.
  /// - Throws: `WorkflowError` when the value is not allowed.
  static func storedName(of name: String, value: String) throws -> String? {
    guard kinds.contains(where: { $0.name == name }) else { return nil }
    guard let number = Int(decimalDigits: value.utf8), range.contains(number) else {
      throw WorkflowError("\(name): '\(value)' is not allowed; use \(range.lowerBound) to \(range.upperBound)")
    }
    return "custody." + name
  }

  /// - Parameter accounts: administrators that the website knows; they count without being told.
  static func finding(_ reader: ArchiveReader, accounts: Int) throws -> HealthFinding {
    let counts = try kinds.map { kind in
      let told = try count(of: kind.name, reader)
      let isSeen = kind.name == "administrators" && accounts > told ?? 0
      return (kind.name, isSeen ? accounts : told)
    }
    let found = counts.map { name, count in "\(name): \(count.map(String.init) ?? "not told")" }
    let short = counts.filter { ($0.1 ?? 0) < least }.map(\.0)
    guard !short.isEmpty else { return HealthFinding("people", .fine, found.joined(separator: ", ")) }
    let commands = short.map { "minbar settings set \($0) \(least)" }.joined(separator: "; ")
    return HealthFinding(
      "people", .care, found.joined(separator: ", ") + "; one person alone can be lost, forced or ill",
      remedy: "find a second one, in another place if you can, then say so: \(commands)")
  }
}

extension Workspace {
  /// Administrators who can sign in to the website; 0 where nobody opened it.
  func administratorAccounts() -> Int {
    guard FileManager.default.fileExists(atPath: places.home + "/site.db"),
      let users = try? SiteBook(besideServerOf: self).users()
    else { return 0 }
    return users.count { $0.role == .administrator && $0.hasPassphrase }
  }

  /// Accounts of the website that sign in with codes, and those of them whose secret does not open.
  func signInSecrets() throws -> (all: Int, shut: Int) {
    guard FileManager.default.fileExists(atPath: places.home + "/site.db") else { return (0, 0) }
    return try SiteBook(besideServerOf: self).secretCounts()
  }
}
