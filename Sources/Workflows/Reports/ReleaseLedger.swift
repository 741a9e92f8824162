import Crypto
import Figures
import Foundation
import Records
import Storage

/// Remembers every table and package that was made for readers outside the house.
struct ReleaseLedger {
  private let workspace: Workspace
  /// A reader's code, empty for the summary tables.
  private let series: String

  init(_ workspace: Workspace, series: String = "") {
    self.workspace = workspace
    self.series = series
  }

  /// What readers know by now.
  func history(_ reader: ArchiveReader) throws -> ReleaseHistory {
    ReleaseHistory(try reader.releases().map { at, cells in cells.map { ReleasedCell($0, at: at) } }, series: series)
  }

  /// Adds a release; the same one again (in another language, say) tells nobody more and is not added.
  func note(_ cells: [ReleasedCell], from: Month, through: Month) throws {
    let stored = cells.map(StoredReleaseCell.init)
    let hash = Array(SHA256.hash(data: Data(stored.map { "\($0)" }.joined(separator: "\n").utf8)))
    let archive = try workspace.openForWriting("report")
    try archive.write { writer in
      guard try writer.reader.lastReleaseHash(series: series) != hash else { return }
      try writer.addRelease(stored, series: series, from: from, through: through, sha256: hash, at: workspace.now)
    }
  }
}

extension ReleasedCell {
  init(_ stored: StoredReleaseCell, at moment: Instant) {
    self.init(
      id: stored.cell, series: stored.series, isShown: stored.isShown, size: stored.size,
      contributions: Dictionary(stored.parts.map { ($0.creator, $0.contribution) }) { first, _ in first },
      commentersBy: Dictionary(stored.parts.map { ($0.creator, $0.commenters) }) { first, _ in first },
      isComplete: stored.isComplete, value: stored.values[0], low: stored.values[1], high: stored.values[2],
      n: stored.values[3], at: moment)
  }
}

extension StoredReleaseCell {
  init(_ cell: ReleasedCell) {
    self.init(
      series: cell.series, cell: cell.id, isShown: cell.isShown, size: cell.size, isComplete: cell.isComplete,
      values: [cell.value, cell.low, cell.high, cell.n],
      parts: cell.contributions.sorted { $0.key < $1.key }.map {
        Part(creator: $0.key, contribution: $0.value, commenters: cell.commentersBy[$0.key] ?? 0)
      })
  }
}
