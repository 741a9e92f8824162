import TextAnalysis

extension TextRewriter {
  /// The text with the words rewritten.
  func rewritten(_ text: String) -> String {
    var bytes = text
    let rewrites = bytes.withUTF8 { self.rewrites(of: $0) }
    let units = Array(text.utf16)
    var result: [UInt16] = []
    var at = 0
    for rewrite in rewrites {
      result += units[at..<rewrite.range.lowerBound] + rewrite.units
      at = rewrite.range.upperBound
    }
    return String(decoding: result + units[at...], as: UTF16.self)
  }
}
