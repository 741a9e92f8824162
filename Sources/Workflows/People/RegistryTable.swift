import Records

/// Reads a registry table: one creator a row, the columns by name in any order.
struct RegistryTable {
  let file: String
  private let header: [String]

  static let columns = [
    "code", "name", "languages", "country", "oblast", "youtube_id", "youtube_name", "youtube_handle", "instagram_id",
    "instagram_name", "instagram_handle", "consent_what", "consent_with", "consent_from", "consent_until", "status",
  ]

  /// - Throws: `WorkflowError` when a needed column is missing.
  init(file: String, header: [String]) throws {
    self.file = file
    self.header = header.map(RegistryColumns.id)
    let missing = ["code", "name", "languages", "consent_what", "consent_with", "consent_until"]
      .filter { !self.header.contains($0) }
    guard missing.isEmpty else {
      throw WorkflowError(
        "\(file): column \(missing.joined(separator: ", ")) missing; the first line must name the columns: "
          + Self.columns.joined(separator: ","))
    }
  }

  /// - Throws: `WorkflowError` with file and line when a cell cannot be read.
  func entry(_ cells: [String], line: Int, today: Day) throws -> CreatorEntry {
    let row = RegistryRow(file: file, line: line, header: header, cells: cells)
    let creator = Creator(
      code: row["code"] ?? "", languages: try row.languages(), country: try row.country(), oblast: row["oblast"],
      status: try row.status(), consents: try row.consents(today: today))
    let entry = CreatorEntry(creator: creator, name: row["name"] ?? "", accounts: row.accounts())
    if let objection = entry.objection { throw row.error(objection) }
    return entry
  }
}

/// The cells of one line by column name; empty cells count as missing.
private struct RegistryRow {
  let file: String
  let line: Int
  let header: [String]
  let cells: [String]

  subscript(_ column: String) -> String? {
    guard let index = header.firstIndex(of: column), cells.indices.contains(index) else { return nil }
    let text = cells[index].trimmingSpaces
    return text.isEmpty ? nil : text
  }

  func error(_ text: String) -> WorkflowError { WorkflowError("\(file):\(line): \(text)") }

  func words(_ column: String) -> [String] {
    (self[column] ?? "").split { $0 == " " || $0 == "," || $0 == ";" }.map(String.init)
  }

  func languages() throws -> [LanguageTag] {
    try words("languages").map { word in
      guard let tag = LanguageTag(rawValue: word) else {
        throw error("language '\(word)': use ky, ru, uz-Latn or uz-Cyrl, separated by spaces")
      }
      return tag
    }
  }

  func country() throws -> String? {
    guard let country = self["country"] else { return nil }
    guard country.utf8.count == 2, country.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) else {
      throw error("country '\(country)': use two capital letters such as KG, UZ, KZ, TJ")
    }
    return country
  }

  func status() throws -> CreatorStatus {
    guard let text = self["status"] else { return .active }
    guard let status = CreatorStatus(rawValue: text) else {
      throw error("status '\(text)': use active, paused or left")
    }
    return status
  }

  func consents(today: Day) throws -> [Consent] {
    guard let audienceText = self["consent_with"], let audience = ConsentAudience(rawValue: audienceText) else {
      throw error("consent_with '\(self["consent_with"] ?? "")': use team, donors or public")
    }
    let from = try day("consent_from") ?? today
    guard let until = try day("consent_until") else { throw error("consent_until is missing: use YYYY-MM-DD") }
    guard until >= from else { throw error("consent ends on \(until), before it begins on \(from)") }
    return try words("consent_what").map { word in
      guard let what = ConsentSubject(rawValue: word) else {
        throw error("consent_what '\(word)': use figures, themes, talks")
      }
      return Consent(what: what, sharedWith: audience, givenOn: from, validUntil: until)
    }
  }

  private func day(_ column: String) throws -> Day? {
    guard let text = self[column] else { return nil }
    guard let day = Day(text) else { throw error("\(column) '\(text)': use YYYY-MM-DD") }
    return day
  }

  func accounts() -> [CreatorEntry.Account] {
    Platform.allCases.reversed().compactMap { platform in
      let prefix = platform.rawValue
      let account = CreatorEntry.Account(
        platform: platform, externalID: self["\(prefix)_id"], displayName: self["\(prefix)_name"],
        handle: self["\(prefix)_handle"].map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 })
      return account.isEmpty ? nil : account
    }
  }
}

extension String {
  /// Without white space at both ends.
  var trimmingSpaces: String {
    let scalars = unicodeScalars
    let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
    guard let start = scalars.firstIndex(where: { !isSpace($0) }), let end = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[start...end])
  }
}
