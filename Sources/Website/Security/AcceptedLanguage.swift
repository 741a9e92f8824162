import Reporting

/// The language of somebody who has not chosen one: the first that the browser names and pages exist in.
enum AcceptedLanguage {
  static func choose(_ header: String?) -> ReportLanguage {
    for part in (header ?? "").utf8.prefix(200).split(separator: UInt8(ascii: ",")) {
      let tag = part.drop { $0 == UInt8(ascii: " ") }.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
      let code = String(decoding: tag.map { $0 | 0x20 }, as: UTF8.self)
      if let language = Desk.languages.first(where: { $0.rawValue == code }) { return language }
    }
    return .english
  }
}
