// Emoji, smileys, mentions, hashtags and placeholders.
extension Tokenizer {
  /// An emoji with its skin tone, variation selector and joined parts; a flag of two regional letters.
  mutating func readPictograph() {
    let (kind, length) = classAndLength(at)
    switch kind {
    case CharacterClass.regional:
      let (next, more) = classAndLength(at &+ length)
      add(.emoji, to: at &+ length &+ (next == CharacterClass.regional ? more : 0))
    case CharacterClass.emoji: add(.emoji, to: endOfEmoji(at &+ length))
    case CharacterClass.letter, CharacterClass.unspaced: addWord(to: endOfSupplementaryWord(at &+ length))
    case CharacterClass.mark, CharacterClass.ignorable: at &+= length
    default: add(.punctuation, to: at &+ length)
    }
  }

  private func classAndLength(_ index: Int) -> (kind: UInt8, length: Int) {
    let kind = self.kind(at: index)
    guard kind == CharacterClass.highSurrogate else { return (kind, 1) }
    guard self.kind(at: index &+ 1) == CharacterClass.lowSurrogate else { return (CharacterClass.symbol, 1) }
    let codePoint = CharacterTable.codePoint(high: units[index], low: units[index &+ 1])
    return (characters.supplementaryClass(codePoint), 2)
  }

  private func endOfEmoji(_ start: Int) -> Int {
    var stop = start
    while stop < end {
      let unit = units[stop]
      if unit == 0xFE0F || unit == 0x20E3 {
        stop &+= 1
      } else if unit == 0x200D {
        let (kind, length) = classAndLength(stop &+ 1)
        if kind != CharacterClass.emoji { return stop }
        stop &+= 1 &+ length
      } else if isModifierOrTag(stop) {
        stop &+= 2
      } else {
        return stop
      }
    }
    return stop
  }

  /// Skin tones U+1F3FB...1F3FF, tags U+E0020...E007F.
  private func isModifierOrTag(_ index: Int) -> Bool {
    let high = units[index]
    let low = unit(at: index &+ 1)
    if high == 0xD83C { return low >= 0xDFFB && low <= 0xDFFF }
    return high == 0xDB40 && low >= 0xDC20 && low <= 0xDC7F
  }

  private func endOfSupplementaryWord(_ start: Int) -> Int {
    var stop = start
    while stop < end {
      let (kind, length) = classAndLength(stop)
      if length != 2 || kind != CharacterClass.letter && kind != CharacterClass.mark { return stop }
      stop &+= 2
    }
    return stop
  }

  mutating func readOpenParenthesis() {
    let stop = endOfRun()
    let next = kind(at: stop)
    let dangling =
      gap == TokenBuffer.Gap.none && (next == CharacterClass.newline || next == CharacterClass.space)
    if stop &- at > 1 || dangling { return add(.emoji, to: stop) }
    openParentheses &+= 1
    add(.punctuation, to: stop)
  }

  mutating func readCloseParenthesis() {
    if openParentheses > 0 {
      openParentheses &-= 1
      return add(.punctuation, to: at &+ 1)
    }
    let stop = endOfRun()
    add(stop &- at == 1 && closesListMark() ? .punctuation : .emoji, to: stop)
  }

  /// `1)` and `а)` at the start of a line.
  private func closesListMark() -> Bool {
    guard buffer.count > 0, gap == TokenBuffer.Gap.none else { return false }
    let last = buffer.tokens[buffer.count &- 1]
    guard buffer.gaps[buffer.count &- 1] >= TokenBuffer.Gap.line else { return false }
    return last.kind == .number || last.kind == .word && last.end &- last.start == 1
  }

  /// `:)`, `;-)`, `:D`, `<3`; anything else is a mark.
  mutating func readEyes() {
    var mouth = at &+ 1
    if unit(at: mouth) == 0x2D || unit(at: mouth) == 0x27 { mouth &+= 1 }
    switch unit(at: mouth) {
    case 0x28, 0x29:
      if units[at] == 0x3C { break }
      var stop = mouth &+ 1
      while stop < end, units[stop] == units[mouth] { stop &+= 1 }
      return add(.emoji, to: stop)
    case 0x44, 0x50, 0x70, 0x2A, 0x4F, 0x6F:
      if kind(at: mouth &+ 1) == CharacterClass.letter || gap == TokenBuffer.Gap.none || units[at] == 0x3C {
        break
      }
      return add(.emoji, to: mouth &+ 1)
    case 0x33:
      if units[at] != 0x3C || kind(at: mouth &+ 1) == CharacterClass.digit { break }
      return add(.emoji, to: mouth &+ 1)
    default: break
    }
    add(.punctuation, to: at &+ 1)
  }

  mutating func readMention() {
    var stop = at &+ 1
    while stop < end {
      let kind = classes[Int(units[stop])]
      let inside =
        kind == CharacterClass.letter || kind == CharacterClass.digit || kind == CharacterClass.underscore
        || kind == CharacterClass.dot && self.kind(at: stop &+ 1) == CharacterClass.letter
      if !inside { break }
      stop &+= 1
    }
    add(stop &- at > 1 ? .mention : .punctuation, to: stop)
  }

  mutating func readHashtag() {
    var stop = at &+ 1
    while stop < end {
      let kind = classes[Int(units[stop])]
      let inside =
        kind == CharacterClass.letter || kind == CharacterClass.digit || kind == CharacterClass.underscore
        || kind == CharacterClass.mark
        || kind == CharacterClass.apostrophe && self.kind(at: stop &+ 1) == CharacterClass.letter
      if !inside { break }
      stop &+= 1
    }
    if stop &- at == 1 { return add(.punctuation, to: endOfRun()) }
    let word = UnsafeBufferPointer(start: units + (at &+ 1), count: stop &- at &- 1)
    add(.hashtag, to: stop, type: types.id(for: word))
  }

  mutating func readBracket() {
    for name in Self.placeholders where matches(name, at: at) {
      return add(.placeholder, to: at &+ name.count)
    }
    add(.punctuation, to: at &+ 1)
  }

  private static let placeholders: [[UInt16]] = ["[link]", "[mention]", "[phone]", "[mail]"].map {
    Array($0.utf16)
  }

  func matches(_ text: [UInt16], at index: Int) -> Bool {
    guard index &+ text.count <= end else { return false }
    for offset in 0..<text.count where units[index &+ offset] != text[offset] { return false }
    return true
  }
}
