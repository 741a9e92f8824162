package import Figures
package import Records
import Storage

/// What the website shows of the archive. Reads only; opens no keys, so that names stay sealed.
package final class DeskArchive: @unchecked Sendable {
  // Each archive's queue serialises its readings; nothing else here changes.
  let archive: Archive
  /// A connection of its own for what takes long, so that other pages do not wait for it.
  let slow: Archive
  let zone: ProgrammeZone
  private let kept = KeptResults()

  /// Months that tell which channels are silent.
  private static let history = 12

  /// - Throws: `ArchiveError.missing` when there is no archive yet.
  package init(_ workspace: Workspace) throws {
    archive = try workspace.openForReading()
    slow = try workspace.openForReading()
    zone = try workspace.zone(archive)
  }

  package func today(_ now: Instant) -> Day { now.day(offset: zone.offset(at: now)) }

  /// Day and time of day in the programme's zone.
  package func local(_ moment: Instant) -> (day: Day, hour: Int, minute: Int) {
    let offset = zone.offset(at: moment)
    let second = moment.secondOfDay(offset: offset)
    return (moment.day(offset: offset), second / 3_600, second / 60 % 60)
  }

  /// What was worked out before, as long as no other process wrote to the archive.
  private func keeping<T: Sendable>(_ key: String, _ make: () throws -> T) throws -> T {
    try kept.result(key, version: try archive.read { try $0.dataVersion() }, make: make)
  }

  package func counts() throws -> DeskCounts { try keeping("counts") { try readCounts() } }

  private func readCounts() throws -> DeskCounts {
    try archive.read { reader in
      let status = try reader.status(fingerprint: "")
      return DeskCounts(
        creators: status.creators, imports: status.imports, talks: status.posts, comments: status.comments,
        firstMonth: status.firstMonth, lastMonth: status.lastMonth)
    }
  }

  /// What is there and what is missing, up to a month.
  package func book(through month: Month, now: Instant) throws -> FigureBook {
    try keeping("book \(month) \(today(now))") { try readBook(through: month, now: now) }
  }

  private func readBook(through month: Month, now: Instant) throws -> FigureBook {
    let months = (0..<Self.history).reversed().map { month + -$0 }
    return FigureBook(
      try archive.read { reader in
        try reader.programmeData(
          months: months, today: today(now), zoneOffset: zone.offset(at: now), fingerprint: "")
      })
  }

  /// Imports, newest first, without the names of files.
  package func imports(limit: Int? = nil) throws -> [ImportCard] {
    let all = try keeping("imports") { try archive.read { try $0.imports() }.reversed().map(ImportCard.init) }
    return limit.map { Array(all.prefix($0)) } ?? all
  }

  package func hasImport(_ number: Int64) throws -> Bool { try !archive.read { try $0.imports(only: number) }.isEmpty }

  /// Creators by code, with what they agreed to.
  package func creators() throws -> [Creator] { try keeping("creators") { try archive.read { try $0.creators() } } }

  /// Accounts by creator's code.
  package func accounts() throws -> [String: [Platform]] {
    Dictionary(grouping: try archive.read { try $0.accounts() }, by: \.creator).mapValues { $0.map(\.platform) }
  }
}

extension DeskArchive {
  /// What there is and what is missing for a month, by which people are reminded.
  package func collection(_ month: Month, now: Instant) throws -> MonthCollection {
    try archive.read { try MonthCollection(month, reader: $0, zone: zone, now: now) }
  }

  /// Days that originals are kept.
  package func spoolDays() throws -> Int { try archive.read(RetentionPolicy.init).spoolDays }
}

/// How much there is.
package struct DeskCounts: Sendable, Hashable {
  package let creators: Int
  package let imports: Int
  package let talks: Int
  package let comments: Int
  package let firstMonth: Month?
  package let lastMonth: Month?
}

/// An import in a list: no name of a file, which may hold a person's.
package struct ImportCard: Sendable, Hashable {
  package let number: Int64
  package let receivedAt: Instant
  package let creators: [String]
  package let formats: [String]
  package let period: Period?
  package let rows: Int
  package let refusedRows: Int
  package let refusedFiles: Int

  init(_ entry: ImportEntry) {
    number = entry.id
    receivedAt = entry.receivedAt
    creators = Set(entry.files.compactMap(\.creator)).sorted()
    formats = Set(entry.files.map(\.format)).filter { !$0.isEmpty }.sorted()
    period = entry.files.compactMap(\.period).first
    rows = entry.files.map { $0.counts.accepted + $0.counts.unchanged + $0.counts.restated }.reduce(0, +)
    refusedRows = entry.files.map(\.counts.refused).reduce(0, +)
    refusedFiles = entry.files.count { file in file.problems.contains { $0.severity == .fileRefused } }
  }
}
