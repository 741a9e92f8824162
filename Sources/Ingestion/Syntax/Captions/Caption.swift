/// A caption as a file writes it, before its text is cleaned.
struct Caption: Equatable {
  var startMs: Int
  var endMs: Int
  /// Lines of text with their markup, joined by LF.
  var text: [UInt8]
  /// Line of the file where the times stand, from 1.
  var line: Int
  /// What follows the times on their line.
  var settings: String
  /// Whether its text holds U+FFFD in the place of bytes that could not be read.
  var isDamaged: Bool
}

/// What a caption file holds.
enum CaptionStep {
  case caption(Caption)
  /// A name and its value in the file's head.
  case header(String, String)
  /// A block or line that is no caption.
  case broken(line: Int)
}
