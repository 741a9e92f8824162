import Drawing
import Figures
import Records

/// Where the figures of a page lead: to the page's last part, and to what the team noted beside them.
struct FigureLinks {
  /// A note with its number on the page.
  struct Numbered {
    var number: Int
    var note: FigureNote
  }

  /// In the order of figures, numbered from 1.
  let notes: [Numbered]
  private let hasSources: Bool

  static let none = FigureLinks(notes: [], hasSources: false)

  /// - Parameters:
  ///   - notes: notes of the page's month.
  ///   - hasSources: whether the page has a part that figures lead to.
  init(notes: [FigureNote], hasSources: Bool) {
    self.notes = notes.sorted { ($0.figure, $0.id) < ($1.figure, $1.id) }.enumerated()
      .map { Numbered(number: $0.offset + 1, note: $0.element) }
    self.hasSources = hasSources
  }

  /// The place on the page that tells what stands behind a figure: its id without the month.
  static func anchor(_ id: String) -> String {
    let parts = SafeCode.figure(id).utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return "s-" + parts.dropLast().map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: ".")
  }

  func source(of figure: Figure) -> Link? { hasSources ? Link(fragment: Self.anchor(figure.id)) : nil }

  func notes(beside figure: Figure) -> [Numbered] {
    let id = SafeCode.figure(figure.id)
    return notes.filter { $0.note.figure == id }
  }

  /// "[1]", leading to the note.
  func marks(_ figure: Figure) -> [HTML] {
    notes(beside: figure).compactMap { numbered in
      Link(fragment: "n-\(numbered.number)").map { HTML(.a, .class("mark"), .link($0), text: "[\(numbered.number)]") }
    }
  }
}
