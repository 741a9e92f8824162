internal import Records

/// Puts tokens together to sentences: by full stops and their exceptions, emoji, line ends; captions by
/// `CaptionSplitter`.
struct SentenceSplitter {
  /// How the tokens before a possible bound ended.
  private enum Ending { case none, dot, strong, ellipsis, pictograph }
  /// How the sentence after a possible bound would start.
  private enum Start { case high, low, digit, other }

  /// Sentences with more words are cut like captions, whatever their marks.
  private static let longest = 120
  private static let longestCaption = 28

  let units: UnsafePointer<UInt16>
  let buffer: TokenBuffer
  let shape: TextShape
  let types: WordTypes
  let roles: RoleCache
  let characters = CharacterTable.shared

  private var ending = Ending.none
  private var dotIndex = 0
  private var closedQuote = false
  private var first = 0
  private var words = 0

  init(
    units: UnsafePointer<UInt16>, buffer: TokenBuffer, shape: TextShape, types: WordTypes, roles: RoleCache
  ) {
    self.units = units
    self.buffer = buffer
    self.shape = shape
    self.types = types
    self.roles = roles
  }

  mutating func run(_ emit: (Range<Int>) -> Void) {
    for index in 0..<buffer.count {
      note(index)
      guard index + 1 < buffer.count, isBound(after: index) else { continue }
      close(index + 1, emit)
    }
    close(buffer.count, emit)
  }

  private mutating func close(_ end: Int, _ emit: (Range<Int>) -> Void) {
    guard end > first else { return }
    let limit = shape.isUnpunctuated ? Self.longestCaption : Self.longest
    if words > limit || end - first > 4 * Self.longest {
      var captions = CaptionSplitter(buffer: buffer, types: types, roles: roles)
      captions.split(first..<end, emit)
    } else {
      emit(first..<end)
    }
    first = end
    words = 0
    ending = .none
  }
}

// MARK: - Reading tokens

extension SentenceSplitter {
  private mutating func note(_ index: Int) {
    let token = buffer.tokens[index]
    switch token.kind {
    case .punctuation: notePunctuation(index, token)
    case .emoji: if ending == .none { ending = .pictograph }
    case .word:
      words += 1
      ending = .none
    default: ending = .none
    }
  }

  private mutating func notePunctuation(_ index: Int, _ token: Token) {
    switch characters.classes[Int(token.firstUnit)] {
    case CharacterClass.dot:
      if token.end - token.start > 1 {
        ending = .ellipsis
      } else if ending != .strong {
        ending = .dot
        dotIndex = index
      }
      closedQuote = false
    case CharacterClass.terminator:
      ending = token.firstUnit == 0x2026 ? .ellipsis : .strong
      closedQuote = false
    case CharacterClass.closing, CharacterClass.quote, CharacterClass.apostrophe:
      if ending != .none { closedQuote = true }
    case CharacterClass.closeParenthesis: break
    default: ending = .none
    }
  }

  private func isBound(after index: Int) -> Bool {
    let next = index + 1
    let gap = buffer.gaps[next]
    if gap == TokenBuffer.Gap.paragraph { return true }
    if gap == TokenBuffer.Gap.line, isLineBound(after: index) { return true }
    if ending == .none || attaches(next, gap) { return false }
    let start = start(from: next)
    switch ending {
    case .none: return false
    case .strong: return start.kind != .low || lowStarts(start.dashed)
    case .ellipsis: return start.kind == .high && !start.dashed || start.kind == .digit
    case .pictograph: return isBoundAfterPictograph(index, start.kind)
    case .dot: return isBoundAfterDot(index, gap, start)
    }
  }

  /// A smile ends a comment's sentence, an emoji does after three words; in talks a capital letter must
  /// follow.
  private func isBoundAfterPictograph(_ index: Int, _ start: Start) -> Bool {
    if start == .high { return words > 0 }
    let isSmile = characters.classes[Int(buffer.tokens[index].firstUnit)] == CharacterClass.closeParenthesis
    return shape.kind == .comment && words > (isSmile ? 0 : 2)
  }

  private func isLineBound(after index: Int) -> Bool {
    if shape.isWrapped || shape.isUnpunctuated && shape.kind == .talk { return false }
    return words > 0
  }

  private func lowStarts(_ dashed: Bool) -> Bool { shape.startsLow && !closedQuote && !dashed }

  /// Closing marks, further terminators and emoji belong to the sentence that they follow.
  private func attaches(_ index: Int, _ gap: UInt8) -> Bool {
    let token = buffer.tokens[index]
    if token.kind == .emoji { return gap < TokenBuffer.Gap.line }
    guard token.kind == .punctuation else { return false }
    switch characters.classes[Int(token.firstUnit)] {
    case CharacterClass.dot, CharacterClass.terminator, CharacterClass.closing,
      CharacterClass.closeParenthesis:
      return true
    case CharacterClass.quote, CharacterClass.apostrophe: return gap == TokenBuffer.Gap.none
    case CharacterClass.punctuation: return gap == TokenBuffer.Gap.none
    default: return false
    }
  }

  /// Looks past opening marks and dashes at the first letter or digit; at most four tokens.
  private func start(from index: Int) -> (kind: Start, dashed: Bool) {
    var dashed = false
    for next in index..<min(index + 4, buffer.count) {
      let token = buffer.tokens[next]
      switch token.kind {
      case .word:
        let traits = characters.traits[Int(token.firstUnit)]
        if traits & CharacterTable.Trait.upper != 0 { return (.high, dashed) }
        return (hasCase(traits) ? .low : .other, dashed)
      case .number, .timeStamp: return (.digit, dashed)
      case .punctuation:
        let unitClass = characters.classes[Int(token.firstUnit)]
        if unitClass == CharacterClass.dash || unitClass == CharacterClass.hyphen { dashed = true }
      default: return (.other, dashed)
      }
    }
    return (.other, dashed)
  }

  private func hasCase(_ traits: UInt8) -> Bool {
    traits & (CharacterTable.Trait.latin | CharacterTable.Trait.cyrillic) != 0
  }
}

// MARK: - Full stops

extension SentenceSplitter {
  private func isBoundAfterDot(_ index: Int, _ gap: UInt8, _ start: (kind: Start, dashed: Bool)) -> Bool {
    guard dotIndex > first else { return false }
    let before = buffer.tokens[dotIndex - 1]
    let glued = gap == TokenBuffer.Gap.none && index == dotIndex
    switch before.kind {
    case .number: return isBoundAfterNumber(before, glued, start)
    case .word: return isBoundAfterWord(before, glued, start)
    default: return !glued && (start.kind != .low || lowStarts(start.dashed))
    }
  }

  /// `1.` at the start is a list mark; `5. 10`, `1941. жылы` and `2009-ж. Бишкекте` go on.
  private func isBoundAfterNumber(
    _ number: Token, _ glued: Bool, _ start: (kind: Start, dashed: Bool)
  ) -> Bool {
    if glued || dotIndex - 1 == first || start.kind == .digit { return false }
    let hasEnding = characters.classes[Int(units[Int(number.end) - 1])] == CharacterClass.letter
    if hasEnding { return false }
    return start.kind != .low
  }

  /// `в г. Ош` has a word before the abbreviation, `1941 г.` a number, `и т.д.` a full stop.
  private func followsWord(_ index: Int) -> Bool {
    index > first && buffer.tokens[index - 1].kind == .word
  }

  private func isBoundAfterWord(
    _ word: Token, _ glued: Bool, _ start: (kind: Start, dashed: Bool)
  ) -> Bool {
    let letters = word.end - word.start
    let isHigh = characters.traits[Int(word.firstUnit)] & CharacterTable.Trait.upper != 0
    if glued { return letters > 1 && start.kind == .high && !isHigh }
    if letters == 1, isHigh, start.kind == .high { return false }
    switch roles.abbreviation(word.type, in: types) {
    case .before: return false
    case .end: return start.kind == .high && !(letters == 1 && followsWord(dotIndex - 1))
    case nil: return isBoundAfterPlainWord(letters, start)
    }
  }

  private func isBoundAfterPlainWord(_ letters: Int32, _ start: (kind: Start, dashed: Bool)) -> Bool {
    switch start.kind {
    case .low: return letters > (lowStarts(start.dashed) ? 2 : 4) && !closedQuote && !start.dashed
    case .digit: return letters > 1
    case .high, .other: return true
    }
  }
}
