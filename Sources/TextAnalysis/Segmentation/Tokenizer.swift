/// Cuts UTF-16 into tokens in one pass: a state machine over `CharacterTable` with bounded looking ahead.
struct Tokenizer {
  /// `WordKey.capacity` units behind `end` may be read.
  let units: UnsafePointer<UInt16>
  let end: Int
  let characters: CharacterTable
  let classes: UnsafePointer<UInt8>
  let types: WordTypes
  let unspacedBreaks: ICUBreaks?
  var buffer: TokenBuffer
  private var pending: PendingWords
  var at = 0
  var gap = TokenBuffer.Gap.paragraph
  /// Parentheses that stand open; a `)` without one is a smile.
  var openParentheses = 0
  /// A single quotation mark opened before a word and was not closed.
  var singleQuoteOpen = false

  init(
    _ text: UnsafeBufferPointer<UInt16>, base: UnsafePointer<UInt16>, types: WordTypes,
    unspacedBreaks: ICUBreaks?, buffer: TokenBuffer, pending: PendingWords
  ) {
    units = base
    end = text.count
    characters = .shared
    classes = CharacterTable.shared.classes
    self.types = types
    self.unspacedBreaks = unspacedBreaks
    self.buffer = buffer
    self.pending = pending
  }

  mutating func run() {
    while at < end {
      let unit = units[at]
      let kind = classes[Int(unit)]
      if kind == CharacterClass.letter {
        readWord()
      } else if kind == CharacterClass.space {
        gap = max(gap, TokenBuffer.Gap.space)
        at &+= 1
      } else {
        readOther(unit, kind)
      }
    }
    resolvePending()
  }

  @inline(__always)
  func kind(at index: Int) -> UInt8 {
    index < end ? classes[Int(units[index])] : CharacterClass.newline
  }

  @inline(__always)
  func unit(at index: Int) -> UInt16 {
    index < end && index >= 0 ? units[index] : 0x0A
  }

  /// Adds a token that is no word and goes on behind it.
  mutating func add(_ kind: TokenKind, to stop: Int, type: Int32 = -1) {
    buffer.append(
      Token(start: Int32(at), end: Int32(stop), type: type, kind: kind, firstUnit: units[at]), gap: gap)
    gap = TokenBuffer.Gap.none
    at = stop
  }

  private mutating func readOther(_ unit: UInt16, _ kind: UInt8) {
    switch kind {
    case CharacterClass.newline: readNewline()
    case CharacterClass.ignorable, CharacterClass.lowSurrogate: at &+= 1
    case CharacterClass.digit: readNumber()
    case CharacterClass.dot, CharacterClass.terminator, CharacterClass.dash, CharacterClass.symbol,
      CharacterClass.asterisk, CharacterClass.underscore, CharacterClass.hyphen:
      add(.punctuation, to: endOfRun())
    case CharacterClass.highSurrogate, CharacterClass.emoji, CharacterClass.regional: readPictograph()
    case CharacterClass.openParenthesis: readOpenParenthesis()
    case CharacterClass.closeParenthesis: readCloseParenthesis()
    case CharacterClass.eyes: readEyes()
    case CharacterClass.at: readMention()
    case CharacterClass.hash: readHashtag()
    case CharacterClass.openBracket: readBracket()
    case CharacterClass.apostrophe: readQuote()
    case CharacterClass.unspaced: readUnspaced()
    case CharacterClass.mark: skipMarks()
    default: add(.punctuation, to: at &+ 1)
    }
  }

  private mutating func readNewline() {
    gap = gap >= TokenBuffer.Gap.line ? TokenBuffer.Gap.paragraph : TokenBuffer.Gap.line
    // CR LF is one line end.
    at &+= unit(at: at) == 0x0D && unit(at: at &+ 1) == 0x0A && at &+ 1 < end ? 2 : 1
    openParentheses = 0
    singleQuoteOpen = false
  }

  /// Where the run of the unit at `at` ends: `...` and `!!!` are one token each.
  func endOfRun() -> Int {
    var stop = at &+ 1
    while stop < end, units[stop] == units[at] { stop &+= 1 }
    return stop
  }

  /// Marks that stand on nothing are part of no token.
  private mutating func skipMarks() {
    while at < end, classes[Int(units[at])] == CharacterClass.mark { at &+= 1 }
  }

  private mutating func readQuote() {
    let next = kind(at: at &+ 1)
    singleQuoteOpen = next == CharacterClass.letter && !singleQuoteOpen
    add(.punctuation, to: at &+ 1)
  }
}

// MARK: - Words

extension Tokenizer {
  mutating func readWord() {
    var stop = at
    while stop < end {
      let kind = classes[Int(units[stop])]
      let inside =
        kind == CharacterClass.letter || kind == CharacterClass.mark || kind == CharacterClass.digit
      if !inside, !joins(kind, stop) { break }
      stop &+= 1
    }
    if stop < end, let link = endOfLink(after: stop) { return add(.link, to: link) }
    let word = UnsafeBufferPointer(start: units + at, count: stop &- at)
    let key = WordKey(padded: units + at, count: word.count)
    if pending.isFull { resolvePending() }
    pending.append(
      PendingWords.Word(key: key, hash: WordTypes.hash(key, word), units: word, token: buffer.count))
    buffer.append(
      Token(
        start: Int32(truncatingIfNeeded: at), end: Int32(truncatingIfNeeded: stop), type: -1, kind: .word,
        firstUnit: units[at]), gap: gap)
    gap = TokenBuffer.Gap.none
    at = stop
  }

  mutating func resolvePending() {
    let buffer = buffer
    types.resolve(pending) { token, type in buffer.setType(type, at: token) }
    pending.removeAll()
  }

  /// Whether a unit that is no letter belongs to the word around it.
  @inline(__always)
  private func joins(_ kind: UInt8, _ index: Int) -> Bool {
    // Most words end at a space.
    if kind == CharacterClass.space { return false }
    return joinsSlowly(kind, index)
  }

  private func joinsSlowly(_ kind: UInt8, _ index: Int) -> Bool {
    let next = self.kind(at: index &+ 1)
    switch kind {
    case CharacterClass.apostrophe: return next == CharacterClass.letter || endsWord(index)
    case CharacterClass.hyphen: return next == CharacterClass.letter || next == CharacterClass.digit
    case CharacterClass.ignorable: return next == CharacterClass.letter || next == CharacterClass.mark
    case CharacterClass.underscore: return next == CharacterClass.letter || next == CharacterClass.digit
    case CharacterClass.asterisk:
      return next == CharacterClass.letter
        || next == CharacterClass.asterisk && self.kind(at: index &+ 2) == CharacterClass.letter
    default: return false
    }
  }

  /// `ulug‘`: the mark after a final o or g is part of the letter, unless it closes a quotation.
  private func endsWord(_ index: Int) -> Bool {
    let mark = units[index]
    if mark == 0x02BB || mark == 0x02BC { return true }
    let before = unit(at: index &- 1) | 0x20
    return (before == 0x6F || before == 0x67) && !singleQuoteOpen
  }

  private mutating func readUnspaced() {
    var stop = at
    while stop < end {
      let kind = classes[Int(units[stop])]
      if kind != CharacterClass.unspaced, kind != CharacterClass.mark { break }
      stop &+= 1
    }
    let start = at
    let piece = UnsafeBufferPointer(start: units + start, count: stop - start)
    guard let unspacedBreaks else { return addWord(to: stop) }
    var bounds: [Int] = []
    unspacedBreaks.forEach(in: piece) { range, _ in bounds.append(start + range.upperBound) }
    for bound in bounds { addWord(to: bound) }
    at = stop
  }

  mutating func addWord(to stop: Int) {
    let word = UnsafeBufferPointer(start: units + at, count: stop &- at)
    add(.word, to: stop, type: types.id(for: word))
  }
}
