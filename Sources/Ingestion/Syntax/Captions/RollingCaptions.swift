/// Unrolls captions that repeat the line before under a new one, as YouTube's automatic ones do: each line
/// comes once, with the time at which it first appeared. Only the line just before is compared: prayers do
/// repeat.
struct RollingCaptions {
  private var last = ""

  /// The lines of a caption that are new.
  mutating func newLines(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.utf8.split(separator: ASCII.lineFeed) {
      let line = String(Substring(line)).trimmedText
      guard !line.isEmpty, line != last else { continue }
      lines.append(line)
      last = line
    }
    return lines
  }

  /// Whether captions roll: at least two stand for 50 ms or less and repeat the last line before them.
  static func isRolling(_ captions: [(durationMs: Int, text: String)]) -> Bool {
    var echoes = 0
    for (before, caption) in zip(captions, captions.dropFirst()) where caption.durationMs <= 50 {
      let last = before.text.utf8.split(separator: ASCII.lineFeed).last.map { String(Substring($0)).trimmedText }
      if let last, !last.isEmpty, caption.text.trimmedText == last { echoes += 1 }
    }
    return echoes >= 2
  }
}

extension String {
  /// Without white space at both ends.
  var trimmedText: String { withBytes { $0.trimmed().string } }
}
