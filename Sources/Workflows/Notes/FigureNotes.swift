import Figures
import Foundation
import Protection
package import Records
import Storage

/// A note beside a figure, as `minbar notes` shows it.
package struct NoteListing: Sendable, Codable {
  package let number: Int64
  package let figure: String
  package let text: String
  package let isShareable: Bool
  package let madeAt: String
}

extension Workspace {
  /// Longer notes would not fit beside a figure.
  private static let longestNote = 300

  /// Keeps a note beside a figure. Its words are sealed under the registry key.
  /// - Throws: `WorkflowError` when there is no such figure or creator, or the text does not fit beside a figure.
  package func addNote(
    _ text: String, to figure: String, isShareable: Bool, notice: (String) -> Void = { _ in }
  ) throws -> NoteListing {
    let name = try figureName(figure)
    let words = try Self.checked(text)
    let id = name.text
    let key = try keyRing().key(.registry)
    let sealed = try Sealer.seal(words.utf8, with: key, context: FigureNotes.context(id))
    let archive = try openForWriting("notes add", notice: notice)
    let number = try archive.write { writer in
      try writer.addNote(
        to: id, month: name.month, creator: name.selection.creator, textSealed: sealed, isShareable: isShareable,
        at: now)
    }
    guard let number else {
      throw WorkflowError(
        "\(name.selection.creator ?? ""): no such creator; 'minbar creators list' shows the codes")
    }
    return NoteListing(
      number: number, figure: id, text: words, isShareable: isShareable, madeAt: now.description)
  }

  /// Reads the id of a figure.
  /// - Throws: `WorkflowError` with how ids are written.
  func figureName(_ text: String) throws -> FigureName {
    guard let name = FigureName(text) else {
      throw WorkflowError(
        "\(text): no such figure; ids are written like views/K01.youtube/2026-10, people_reached/all/2026-10, "
          + "theme.education.promotes/all/2026-10, constructive_share/all/ky/2026-10; the last part of the dashboard "
          + "lists them")
    }
    return name
  }

  private static func checked(_ text: String) throws -> String {
    let scalars = text.unicodeScalars
    guard scalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw WorkflowError("the note is empty; say in a few words what a reader of the figure should know")
    }
    guard !scalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw WorkflowError("the note holds line ends or signs that cannot be printed; write it on one line")
    }
    guard scalars.count <= longestNote else {
      throw WorkflowError("the note has \(scalars.count) characters; at most \(longestNote) fit beside a figure")
    }
    return text
  }

  /// Notes, by month and figure.
  package func notes(in month: Month? = nil) throws -> [NoteListing] {
    let stored = try openForReading().read { try $0.figureNotes(month.map { $0...$0 }) }
    guard !stored.isEmpty else { return [] }
    let key = try keyRing().key(.registry)
    return stored.map { note in
      NoteListing(
        number: note.id, figure: note.figure,
        text: FigureNotes.open(note, key: key) ?? "(sealed with another key)", isShareable: note.isShareable,
        madeAt: note.madeAt.description)
    }
  }

  /// - Throws: `WorkflowError` when there is no note of that number.
  package func removeNote(_ number: Int64, notice: (String) -> Void = { _ in }) throws {
    let archive = try openForWriting("notes remove", notice: notice)
    guard try archive.write({ try $0.removeNote(number) }) else {
      throw WorkflowError("\(number): no such note; 'minbar notes list' shows their numbers")
    }
  }
}
