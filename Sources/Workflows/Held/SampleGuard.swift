/// Decides which cells of an unknown table may be shown to the person who is asked about its columns: numbers, days and
/// codes. Texts may be comments or names, and what a column of texts is, its name tells.
enum SampleGuard {
  /// Letters that days (`16 окт. 2026`), counts (`1,2 тыс.`) and codes (`KG`) have at most.
  private static let letters = 4
  private static let longest = 24

  /// The cell, or the sign that stands for a text.
  static func shown(_ cell: String) -> String { isPlain(cell) ? cell : "\u{2026}" }

  private static func isPlain(_ cell: String) -> Bool {
    let scalars = cell.unicodeScalars
    let letters = scalars.count { $0.properties.isAlphabetic }
    let hasDigit = scalars.contains { (0x30...0x39).contains($0.value) }
    guard scalars.count <= longest, !scalars.contains("@") else { return false }
    return letters <= (hasDigit ? Self.letters : 2)
  }
}

extension TableListing {
  /// The same without cells of text.
  var guarded: TableListing {
    TableListing(
      name: name, signature: signature,
      columns: columns.map {
        ColumnListing(name: $0.name, key: $0.key, samples: $0.samples.map(SampleGuard.shown), role: $0.role)
      })
  }
}
