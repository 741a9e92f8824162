import Foundation
import Records
import Storage

/// Looks the whole Minbar over and changes nothing.
package struct Doctor {
  private let workspace: Workspace
  private let archive: Archive

  /// - Throws: `ArchiveError` when there is no archive, a newer one (see `withoutArchive`), or one that cannot be opened
  ///   at all.
  package init(_ workspace: Workspace) throws {
    self.workspace = workspace
    archive = try workspace.openForReading()
  }

  /// All findings, in a fixed order.
  /// - Parameter fingerprint: of the lexicon and engine in force; nil when they cannot be loaded.
  package func examine(fingerprint: String?) -> [HealthFinding] {
    let checks: [(name: String, run: () throws -> HealthFinding)] = [
      ("schema", schema), ("integrity", integrity), ("references", references), ("seals", seals),
      ("tallies", tallies), ("figures", figures), ("readings", { try readings(fingerprint) }), ("search", search),
      ("retention", retention), ("clock", clock),
      ("keys", keys), ("people", people), ("sign-in", signIn),
    ]
    return Self.findings(checks) + Surroundings(workspace.places).findings()
  }

  static func findings(_ checks: [(name: String, run: () throws -> HealthFinding)]) -> [HealthFinding] {
    checks.map { check in
      do {
        return try check.run()
      } catch {
        return HealthFinding(
          check.name, .bad, "\(error)", remedy: "restore the last backup: minbar restore FILE --replace")
      }
    }
  }

  private func schema() throws -> HealthFinding {
    let versions = try archive.read { try $0.schemaVersions() }
    return HealthFinding("schema", .fine, "version \(versions.last ?? "none"), the newest this program knows")
  }

  private func integrity() throws -> HealthFinding {
    let problems = try archive.read { try $0.integrityProblems() }
    guard let first = problems.first else { return HealthFinding("integrity", .fine, "the database file is whole") }
    return HealthFinding(
      "integrity", .bad, "\(problems.count) faults in the database file, first: \(first)",
      remedy: "restore the last backup: minbar restore FILE --replace")
  }

  private func references() throws -> HealthFinding {
    let tables = try archive.read { try $0.danglingTables() }
    guard !tables.isEmpty else { return HealthFinding("references", .fine, "every row finds the rows it refers to") }
    return HealthFinding(
      "references", .bad, "rows that refer to nothing in: \(tables.joined(separator: ", "))",
      remedy: "restore the last backup: minbar restore FILE --replace")
  }

  private func seals() throws -> HealthFinding {
    let (broken, rows, count) = try archive.read { reader in
      (try reader.brokenSeals(), try reader.brokenRowSeals(), try reader.imports().count)
    }
    if broken.isEmpty, !rows.isEmpty {
      let list = rows.map { "\($0.part) (\($0.subjects))" }
      return HealthFinding(
        "seals", .bad, "rows changed that no command of Minbar changed: \(list.joined(separator: ", "))",
        remedy: "restore the last backup: minbar restore FILE --replace")
    }
    guard !broken.isEmpty else {
      return HealthFinding(
        "seals", .fine, "\(count) imports hold what they brought, readings and codes what was stored")
    }
    let list = broken.prefix(5).map { "import \($0.importNumber) file \($0.file): \($0.parts.joined(separator: ", "))" }
    return HealthFinding(
      "seals", .bad, "rows changed since they were taken in: \(list.joined(separator: "; "))",
      remedy: "restore the last backup, or take these imports out (minbar imports undo) and hand the files in again")
  }

  private func tallies() throws -> HealthFinding {
    let offset = try workspace.zone(archive).offset(at: workspace.now)
    let (posts, months, talks) = try archive.read { reader in
      (
        try reader.postsWithWrongTallies(zoneOffset: offset).count, try reader.monthsWithWrongSums(),
        try reader.talksWithWrongSums()
      )
    }
    guard posts + months + talks > 0 else {
      return HealthFinding("tallies", .fine, "counts of comments and sums for reports are what readings give")
    }
    return HealthFinding(
      "tallies", .bad,
      "not what readings give: counts of comments of \(posts) posts, sums for reports of \(months) months of accounts and "
        + "\(talks) talks",
      remedy: "run: minbar retention run --recount")
  }

  private func figures() throws -> HealthFinding {
    let wrong = try archive.read { reader in
      try reader.accounts().filter { account in
        try Set(reader.storedMetrics(of: account.id)) != Set(MetricRollup.fresh(account.id, reader))
      }
    }
    guard !wrong.isEmpty else { return HealthFinding("figures", .fine, "monthly figures are what the exports give") }
    let codes = Set(wrong.map(\.creator)).sorted().joined(separator: ", ")
    return HealthFinding(
      "figures", .bad, "monthly figures of \(codes) are not what their exports give",
      remedy: "run: minbar retention run --recount")
  }

  private func readings(_ fingerprint: String?) throws -> HealthFinding {
    guard let fingerprint else {
      return HealthFinding(
        "readings", .bad, "the lexicon in force cannot be loaded", remedy: "run: minbar lexicon check")
    }
    let (stale, waiting) = try archive.read { reader in
      (try reader.staleReadings(fingerprint: fingerprint), try reader.postsToRead(fingerprint: fingerprint).count)
    }
    guard stale > 0 || waiting > 0 else { return HealthFinding("readings", .fine, "every text is read") }
    return HealthFinding(
      "readings", .care, "\(waiting) posts wait to be read; \(stale) readings are by another lexicon or engine",
      remedy: waiting > 0 ? "run: minbar analyse" : "nothing: their words are gone, so they stay as they were read")
  }

  private func search() throws -> HealthFinding {
    let today = workspace.today(in: try workspace.zone(archive))
    let (isWhole, waiting) = try archive.read { reader in
      (try reader.isSearchWhole(), try reader.postsToIndex(today: today).count)
    }
    guard isWhole else {
      return HealthFinding(
        "search", .bad, "the search does not hold the words of the talks", remedy: "run: minbar search --rebuild")
    }
    guard waiting > 0 else { return HealthFinding("search", .fine, "the search holds every talk that it may") }
    return HealthFinding("search", .care, "\(waiting) talks cannot be searched yet", remedy: "run: minbar analyse")
  }

  private func retention() throws -> HealthFinding {
    let overdue = try archive.read { reader in
      let policy = try RetentionPolicy(reader)
      return try reader.overdueImports(texts: policy.textCutoff(workspace.now), rows: policy.rowCutoff(workspace.now))
    }
    guard overdue > 0 else { return HealthFinding("retention", .fine, "nothing is kept longer than agreed") }
    return HealthFinding(
      "retention", .care, "\(overdue) imports hold what should be gone", remedy: "run: minbar retention run")
  }

  private func clock() throws -> HealthFinding {
    guard let doubt = try archive.read({ try ClockCheck.doubt(workspace.now, $0) }) else {
      return HealthFinding("clock", .fine, "\(workspace.now), neither behind the archive nor far ahead of it")
    }
    return HealthFinding(
      "clock", .care, doubt + ": nothing expires",
      remedy: "set the clock right; where it is: minbar retention run --clock-is-right")
  }

  private func keys() throws -> HealthFinding {
    let faults = try workspace.keyFaults()
    if let first = faults.first {
      return HealthFinding(
        "keys", .bad, faults.joined(separator: "; "), remedy: first.contains("chmod") ? "" : "see 'minbar key'")
    }
    let opened = try workspace.tryKeys()
    return HealthFinding("keys", .fine, "all there, and they open the names and \(opened) sealed imports")
  }

  private func people() throws -> HealthFinding {
    try archive.read { try Custody.finding($0, accounts: workspace.administratorAccounts()) }
  }

  private func signIn() throws -> HealthFinding {
    let (all, shut) = try workspace.signInSecrets()
    guard shut > 0 else {
      return HealthFinding(
        "sign-in", .fine, all == 0 ? "no account has codes" : "the codes of \(all) accounts are sealed")
    }
    return HealthFinding(
      "sign-in", .bad, "the codes of \(shut) of \(all) accounts were sealed with another key than site.key",
      remedy: "put the sealed copy of the keys back, or 'minbar users reset' each; recovery codes work meanwhile")
  }
}
