package import Records

/// What a cell counts: a measure, on a platform, over whole months, in some languages. Cells of different reports that
/// count the same have the same key.
package struct CellKey: Hashable, Sendable {
  /// Stands for all platforms, or all languages, together.
  package static let all = "all"

  package var measure: String
  package var platform: String
  package var first: Month
  package var last: Month
  package var language: String

  package init(measure: String, platform: String, first: Month, last: Month, language: String) {
    self.measure = measure
    self.platform = platform
    self.first = first
    self.last = last
    self.language = language
  }

  /// `views/youtube/2026-10/all`, or with `2026-07--2026-09` for several months; nil for other texts.
  package init?(_ id: String) {
    let parts = id.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(decoding: Array($0), as: UTF8.self) }
    guard parts.count == 4 else { return nil }
    let bytes = Array(parts[2].utf8)
    let head = String(decoding: bytes.prefix(7), as: UTF8.self)
    let tail = bytes.count == 16 ? String(decoding: bytes.suffix(7), as: UTF8.self) : head
    guard bytes.count == 7 || bytes.count == 16 && bytes[7...8].allSatisfy({ $0 == UInt8(ascii: "-") }),
      let first = Month(head), let last = Month(tail), first <= last
    else { return nil }
    self.init(measure: parts[0], platform: parts[1], first: first, last: last, language: parts[3])
  }

  package var id: String {
    let months = first == last ? "\(first)" : "\(first)--\(last)"
    return "\(measure)/\(platform)/\(months)/\(language)"
  }
}
