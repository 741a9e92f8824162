/// A table's header as a person is asked about it: what each column is called, what stands in it, and what is
/// known of it already.
package struct HeaderSketch: Sendable, Hashable {
  package struct Column: Sendable, Hashable {
    /// As written in the file.
    package var name: String
    /// What `ColumnMapping.columns` knows the column by.
    package var key: String
    /// Up to three cells below the name, each cut at 40 bytes. For the screen of the person who asks: never for
    /// a log or a problem.
    package var samples: [String]
    /// The id of the role that the column's name or shape tells without a mapping; nil if none.
    package var roleID: String?
  }

  /// What a mapping for this header is kept under.
  package var signature: String
  package var columns: [Column]

  /// The keys of `header`, in its order.
  package static func keys(_ header: [String]) -> [String] {
    var seen: [String: Int] = [:]
    return header.map { cell in
      let name = HeaderName.normalised(cell)
      let count = seen[name, default: 0] + 1
      seen[name] = count
      return count == 1 ? name : "\(name)#\(count)"
    }
  }

  /// 16 hexadecimal digits over the column keys in sorted order (FNV-1a, 64 bits): the order of columns is the
  /// user's choice at export and changes nothing.
  package static func signature(_ header: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for key in keys(header).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      for byte in Array(key.utf8) + [0x1F] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension Probe {
  /// The header of a table with what is known of its columns; nil if the file is no table.
  package var headerSketch: HeaderSketch? {
    guard let header = table.rows.first, header.cells.count >= 2 else { return nil }
    let roles = table.columnRoleIDs
    let columns = zip(header.cells, HeaderSketch.keys(header.cells)).enumerated().map { index, names in
      let cells = table.rows.dropFirst().compactMap { index < $0.cells.count ? $0.cells[index] : nil }
      let samples = cells.filter { !$0.isEmpty }.prefix(3)
        .map { cell in cell.withBytes { $0.part(0..<min(40, $0.count)).string } }
      return HeaderSketch.Column(name: names.0, key: names.1, samples: samples, roleID: roles[index])
    }
    return HeaderSketch(signature: HeaderSketch.signature(header.cells), columns: columns)
  }
}
