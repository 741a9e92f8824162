internal import ICUBridge

/// Makes the strict canonical form of one word. Reuses its buffers; one for each thread.
///
/// NFC, lower case, variants and look-alikes repaired, apostrophes unified, runs of three letters and more
/// folded to
/// one, everything invisible left out. Marks that compose with nothing are dropped: a stress mark is no
/// letter.
final class WordCanonicaliser {
  /// Longest canonical form in units; what comes after is cut off.
  static let longest = 96
  /// Combining marks kept in a row before composing; text beyond it is noise (UAX #15, Stream-Safe).
  private static let longestMarkRun = 30
  private static let capacity = 512

  private let tables: LetterTables
  private let form: UnsafeMutablePointer<UInt16>
  private let spare: UnsafeMutablePointer<UInt16>
  /// Which units of `form` were capitals; look-alikes ask for it.
  private let capitals: UnsafeMutablePointer<Bool>
  @exclusivity(unchecked) private(set) var count = 0
  @exclusivity(unchecked) private(set) var flags: WordFlags = []
  @exclusivity(unchecked) private(set) var script = WordScript.other
  /// The form with long runs folded to two letters; empty when nothing was folded.
  @exclusivity(unchecked) private(set) var doubled: [UInt16] = []
  @exclusivity(unchecked) private var needsComposing = false

  init(_ tables: LetterTables) {
    self.tables = tables
    form = .allocate(capacity: Self.capacity)
    spare = .allocate(capacity: Self.capacity)
    capitals = .allocate(capacity: Self.capacity)
  }

  deinit {
    form.deallocate()
    spare.deallocate()
    capitals.deallocate()
  }

  /// The form made last; valid until the next call.
  var result: UnsafeBufferPointer<UInt16> { UnsafeBufferPointer(start: form, count: count) }

  func canonicalise(_ raw: UnsafeBufferPointer<UInt16>) {
    count = 0
    flags = []
    doubled.removeAll(keepingCapacity: true)
    needsComposing = false
    collect(raw)
    if needsComposing { compose() }
    let traits = scriptTraits()
    if traits == Self.latinAndCyrillic || flags.contains(.hasDigits) { repairLookAlikes() }
    if flags.contains(.hasApostrophe) { unifyApostrophes() }
    if flags.contains(.hasHyphen) { joinSpelledLetters() }
    foldRuns()
    if count > Self.longest {
      count = Self.longest
      flags.insert(.cut)
    }
    script = Self.script(for: scriptTraits())
    raiseLetterFlags()
  }
}

// MARK: - Steps

extension WordCanonicaliser {
  private static let latinAndCyrillic = CharacterTable.Trait.latin | CharacterTable.Trait.cyrillic

  /// Copies what counts, in lower case, and notes what was seen.
  private func collect(_ raw: UnsafeBufferPointer<UInt16>) {
    var letters = 0
    var upper = 0
    var marks = 0
    for unit in raw {
      if count >= Self.capacity / 2 { break }
      let kind = tables.characters.classes[Int(unit)]
      let traits = tables.characters.traits[Int(unit)]
      if kind == CharacterClass.letter {
        marks = 0
        if traits & CharacterTable.Trait.upper != 0 {
          if letters == 0 { flags.insert(.capitalised) }
          upper += 1
        }
        letters += 1
        if traits & CharacterTable.Trait.composes != 0 { needsComposing = true }
        append(tables.letters[Int(unit)], capital: traits & CharacterTable.Trait.upper != 0)
        if form[count - 1] != tables.characters.lower[Int(unit)] { flags.insert(.repaired) }
        continue
      }
      if kind == CharacterClass.mark {
        marks += 1
        needsComposing = true
        if marks <= Self.longestMarkRun { append(unit, capital: false) }
        continue
      }
      collectOther(unit, kind)
    }
    if letters > 1, upper == letters { flags.insert(.allCaps) }
  }

  private func collectOther(_ unit: UInt16, _ kind: UInt8) {
    switch kind {
    case CharacterClass.ignorable: flags.insert(.hadInvisible)
    case CharacterClass.apostrophe:
      flags.insert(.hasApostrophe)
      append(unit, capital: false)
    case CharacterClass.hyphen:
      flags.insert(.hasHyphen)
      append(0x2D, capital: false)
    case CharacterClass.digit:
      flags.insert(.hasDigits)
      append(unit, capital: false)
    case CharacterClass.asterisk:
      flags.insert(.disguised)
      append(unit, capital: false)
    default: append(tables.letters[Int(unit)], capital: false)
    }
  }

  @inline(__always)
  private func append(_ unit: UInt16, capital: Bool) {
    form[count] = unit
    capitals[count] = capital
    count += 1
  }

  /// NFC, then drops the marks that composed with nothing. Capitals are kept only when no unit moved.
  private func compose() {
    var length = minbar_nfc(form, Int32(count), spare, Int32(Self.capacity))
    if length < 0 || Int(length) > Self.capacity { length = 0 }
    var kept = 0
    let moved = Int(length) != count
    for index in 0..<Int(length) {
      let unit = spare[index]
      if tables.characters.classes[Int(unit)] == CharacterClass.mark {
        flags.insert(.hadInvisible)
        continue
      }
      form[kept] = tables.letters[Int(unit)]
      if moved { capitals[kept] = false }
      kept += 1
    }
    count = kept
  }

  /// An apostrophe after Latin o or g belongs to the letter; elsewhere it is the tutuq belgisi.
  private func unifyApostrophes() {
    for index in 0..<count
    where tables.characters.classes[Int(form[index])] == CharacterClass.apostrophe {
      let before = index > 0 ? form[index - 1] : 0
      form[index] = before == 0x6F || before == 0x67 ? 0x02BB : 0x02BC
    }
  }

  /// `т-е-р-р-о-р` becomes террор: three parts or more, each of one letter, not all the same.
  private func joinSpelledLetters() {
    guard count >= 5, count % 2 == 1 else { return }
    var same = true
    for index in 0..<count {
      if (form[index] == 0x2D) != (index % 2 == 1) { return }
      if index % 2 == 0, form[index] != form[0] { same = false }
    }
    if same { return }
    var kept = 0
    for index in stride(from: 0, to: count, by: 2) {
      form[kept] = form[index]
      kept += 1
    }
    count = kept
    flags.insert(.disguised)
  }

  /// Folds three equal letters and more to one; `doubled` keeps two, since ооба and суу are words.
  private func foldRuns() {
    guard hasLongRun() else { return }
    flags.insert(.lengthened)
    var kept = 0
    var index = 0
    while index < count {
      let unit = form[index]
      var end = index + 1
      while end < count, form[end] == unit { end += 1 }
      let run = end - index
      let letters = tables.characters.classes[Int(unit)] == CharacterClass.letter
      let keep = letters && run > 2 ? 1 : run
      for _ in 0..<min(run, letters ? 2 : run) { doubled.append(unit) }
      for _ in 0..<keep {
        form[kept] = unit
        kept += 1
      }
      index = end
    }
    count = kept
    if doubled.count > Self.longest { doubled.removeLast(doubled.count - Self.longest) }
  }

  private func hasLongRun() -> Bool {
    guard count > 2 else { return false }
    for index in 2..<count where form[index] == form[index - 1] && form[index] == form[index - 2] {
      if tables.characters.classes[Int(form[index])] == CharacterClass.letter { return true }
    }
    return false
  }
}

// MARK: - Scripts

extension WordCanonicaliser {
  private func scriptTraits() -> UInt8 {
    var bits: UInt8 = 0
    for index in 0..<count { bits |= tables.characters.traits[Int(form[index])] }
    return bits & (Self.latinAndCyrillic | CharacterTable.Trait.arabic)
  }

  private static func script(for traits: UInt8) -> WordScript {
    switch traits {
    case CharacterTable.Trait.latin: .latin
    case CharacterTable.Trait.cyrillic: .cyrillic
    case CharacterTable.Trait.arabic: .arabic
    case 0: .other
    default: .mixed
    }
  }

  /// Repairs each part between hyphens for itself: in `IT-адис` both scripts are meant.
  private func repairLookAlikes() {
    var start = 0
    while start < count {
      var end = start
      while end < count, form[end] != 0x2D { end += 1 }
      repairPart(start..<end)
      start = end + 1
    }
  }

  private func repairPart(_ part: Range<Int>) {
    var strongLatin = 0
    var strongCyrillic = 0
    var latin = 0
    var cyrillic = 0
    for index in part {
      let traits = tables.characters.traits[Int(form[index])]
      let capital = capitals[index]
      if traits & CharacterTable.Trait.latin != 0 {
        latin += 1
        if LookAlikes.cyrillic(for: form[index], wasCapital: capital) == nil { strongLatin += 1 }
      } else if traits & CharacterTable.Trait.cyrillic != 0 {
        cyrillic += 1
        if LookAlikes.latin(for: form[index], wasCapital: capital) == nil { strongCyrillic += 1 }
      }
    }
    let toCyrillic = strongLatin == 0 && cyrillic > 0 && (strongCyrillic > 0 || cyrillic >= latin)
    if toCyrillic {
      replace(part, LookAlikes.cyrillic)
      repairDigits(part)
    } else if strongCyrillic == 0, latin > 0, cyrillic > 0 {
      replace(part, LookAlikes.latin)
    }
  }

  private func replace(_ part: Range<Int>, _ twin: (UInt16, Bool) -> UInt16?) {
    let wanted = CharacterTable.Trait.cyrillic
    for index in part {
      guard let other = twin(form[index], capitals[index]) else { continue }
      if tables.characters.traits[Int(other)] & wanted != 0 || form[index] >= 0x0400 {
        form[index] = other
        flags.insert(.repaired)
      }
    }
  }

  /// A digit before or between Cyrillic letters stands for one: `4то`, `т3ррор`. Digits at the end are
  /// digits.
  private func repairDigits(_ part: Range<Int>) {
    var lettersAfter = 0
    for index in part.reversed() {
      if let letter = LookAlikes.letter(forDigit: form[index]) {
        let neighbour = index + 1 < part.upperBound ? form[index + 1] : 0
        if lettersAfter >= 2, tables.characters.classes[Int(neighbour)] == CharacterClass.letter {
          form[index] = letter
          flags.insert(.repaired)
        }
      } else if tables.characters.classes[Int(form[index])] == CharacterClass.letter {
        lettersAfter += 1
      }
    }
  }

  private func raiseLetterFlags() {
    let alphabets = tables.alphabets
    guard script == .cyrillic || script == .mixed else {
      if flags.contains(.hasApostrophe), result.contains(0x02BB) { flags.insert(.hasUzbekLetters) }
      return
    }
    for unit in result where unit > 0x045F {
      if alphabets.kyrgyz.contains(unit) { flags.insert(.hasKyrgyzLetters) }
      if alphabets.uzbek.contains(unit) { flags.insert(.hasUzbekLetters) }
    }
  }
}
