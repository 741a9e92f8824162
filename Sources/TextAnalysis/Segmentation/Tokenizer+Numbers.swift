// Numbers, clock times, and words that start with a digit.
extension Tokenizer {
  mutating func readNumber() {
    if startsKyrgyzWord() { return readWord() }
    if kind(at: at &+ 1) == CharacterClass.ignorable, unit(at: at &+ 2) == 0x20E3 {
      return add(.emoji, to: at &+ 3)
    }
    var stop = endOfDigits(at)
    var colons = 0
    var clock = stop &- at <= 2
    while isSeparator(stop), kind(at: stop &+ 1) == CharacterClass.digit {
      let isColon = units[stop] == 0x3A
      let next = endOfDigits(stop &+ 1)
      if isColon { colons &+= 1 }
      if !isColon || next &- stop != 3 { clock = false }
      stop = next
    }
    if clock, colons == 1 || colons == 2 { return add(.timeStamp, to: stop) }
    add(.number, to: endOfEnding(stop))
  }

  private func endOfDigits(_ start: Int) -> Int {
    var stop = start
    while stop < end, classes[Int(units[stop])] == CharacterClass.digit { stop &+= 1 }
    return stop
  }

  private func isSeparator(_ index: Int) -> Bool {
    switch unit(at: index) {
    case 0x2E, 0x2C, 0x3A: true
    default: false
    }
  }

  /// `1995-й`, `5-чи`, `10-да`: an ending of one or two letters belongs to the number; a word (`8-класс`)
  /// does not.
  private func endOfEnding(_ stop: Int) -> Int {
    guard kind(at: stop) == CharacterClass.hyphen else { return stop }
    var last = stop &+ 1
    while last < end, last < stop &+ 4, classes[Int(units[last])] == CharacterClass.letter { last &+= 1 }
    let letters = last &- stop &- 1
    return letters == 1 || letters == 2 ? last : stop
  }

  /// Kyrgyz typed in Latin writes 4 for ch: `4on`, `4yktym`. `4th` and `4kg` are numbers.
  private func startsKyrgyzWord() -> Bool {
    guard units[at] == 0x34, kind(at: at &+ 1) == CharacterClass.letter,
      kind(at: at &+ 2) == CharacterClass.letter
    else { return false }
    switch units[at &+ 1] | 0x20 {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: return true
    default: return false
    }
  }
}
