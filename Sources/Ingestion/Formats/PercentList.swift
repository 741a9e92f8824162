/// Reads lists such as `Lagos: 30.6%, Abuja: 3.6%`.
package enum PercentList {
  /// Names and the cells of their values, in order; names may hold commas, values a decimal comma.
  package static func items(_ text: String) -> [(name: String, value: String)] {
    text.withBytes { bytes in
      bytes.split(separator: 0x25).compactMap { part in
        let item = Bytes(rebasing: part)
        guard let mark = item.lastIndex(of: ASCII.colon) else { return nil }
        let value = item.part(mark + 1..<item.count).trimmed()
        return value.isEmpty ? nil : (name(item.part(0..<mark)), value.string)
      }
    }
  }

  /// Without the comma that parts an item from the one before.
  private static func name(_ bytes: Bytes) -> String {
    let body = bytes.trimmed()
    let start = body.firstIndex { $0 != ASCII.comma && $0 != ASCII.semicolon && !ASCII.isBlank($0) } ?? body.count
    return body.part(start..<body.count).trimmed().string
  }
}
