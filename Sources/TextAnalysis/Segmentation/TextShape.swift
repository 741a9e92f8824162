internal import Records

/// How a text is written: with capitals and full stops, in chat style, or as captions without either.
struct TextShape {
  var words = 0
  var terminators = 0
  private var linesStartingLow = 0
  private var linesStartingHigh = 0
  private var lowAfterDot = 0
  private var highAfterDot = 0
  let kind: TextKind

  init(_ buffer: TokenBuffer, kind: TextKind) {
    self.kind = kind
    let characters = CharacterTable.shared
    var afterTerminator = false
    for index in 0..<buffer.count {
      let token = buffer.tokens[index]
      let isWord = token.kind == .word
      if isWord {
        words += 1
        let isHigh = characters.traits[Int(token.firstUnit)] & CharacterTable.Trait.upper != 0
        if buffer.gaps[index] == TokenBuffer.Gap.line { count(isHigh, &linesStartingHigh, &linesStartingLow) }
        if afterTerminator { count(isHigh, &highAfterDot, &lowAfterDot) }
      }
      let unitClass = characters.classes[Int(token.firstUnit)]
      afterTerminator =
        token.kind == .punctuation
        && (unitClass == CharacterClass.dot || unitClass == CharacterClass.terminator)
      if afterTerminator { terminators += 1 }
    }
  }

  private func count(_ isHigh: Bool, _ high: inout Int, _ low: inout Int) {
    if isHigh { high += 1 } else { low += 1 }
  }

  /// Hardly a full stop in many words: captions.
  var isUnpunctuated: Bool { words >= 25 && terminators * 60 < words }

  /// Sentences go on in small letters after a full stop.
  var startsLow: Bool { kind == .comment || lowAfterDot > highAfterDot }

  /// Lines are cut for width, so a line end says nothing.
  var isWrapped: Bool { kind == .talk && linesStartingLow * 2 > linesStartingHigh + linesStartingLow }
}
