import Crypto
import Protection
import Records
import Storage

/// Opens notes beside figures.
enum FigureNotes {
  /// Binds a sealed note to its figure, so that it cannot be moved beside another.
  static func context(_ figure: String) -> String { "note/" + figure }

  /// Nil when another key sealed it.
  static func open(_ note: StoredFigureNote, key: SymmetricKey) -> String? {
    (try? Sealer.open(note.textSealed, with: key, context: context(note.figure)))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Notes of some months for pages. Those that another key sealed are left out; where there are none, no key is asked for.
  static func forPages(_ workspace: Workspace, _ archive: Archive, _ months: ClosedRange<Month>) throws -> [FigureNote]
  {
    let stored = try archive.read { try $0.figureNotes(months) }
    guard !stored.isEmpty else { return [] }
    let key = try workspace.keyRing().key(.registry)
    return stored.compactMap { note in
      open(note, key: key).map {
        FigureNote(id: note.id, figure: note.figure, text: $0, isShareable: note.isShareable)
      }
    }
  }
}
