package import Records

/// Gives words that were typed without ү ө ң their letters back.
///
/// A word is a known stem (`languages/ky/restore.tsv`, the lemmas of the class files) and endings in harmony
/// with it;
/// a word without a known stem is left alone but for endings that only harmony explains. Texts that hold ү ө
/// or ң
/// were typed with these letters: callers restore nothing there.
package struct KyrgyzRestorer: Sendable {
  private var stems: [[UInt16]: [UInt16]] = [:]
  private var longest = 0
  /// Starts of stems with a hyphen, so that `ысык-кол` is tried whole.
  private var hyphened: [[UInt16]] = []
  package private(set) var problems: [Problem] = []

  package init(_ folder: LexiconFolder) {
    let path = "languages/ky/restore.tsv"
    if let bytes = folder.files[path] { readStems(DataLines(path: path, bytes: bytes)) }
    for path in folder.paths(below: "languages/ky/") where Self.holdsLemmas(path) {
      if let bytes = folder.files[path] { readLemmas(DataLines(path: path, bytes: bytes)) }
    }
    hyphened = stems.keys.filter { $0.contains(Self.hyphen) }
  }

  private static func holdsLemmas(_ path: String) -> Bool {
    path.hasPrefix("languages/ky/classes/") || path.hasSuffix("/sentiment.tsv")
      || path.hasSuffix("/formulas.tsv")
  }

  private mutating func readStems(_ lines: DataLines) {
    lines.forEach { line in
      guard line.fields.count == 2, !line.fields[0].isEmpty else {
        problems.append(
          lines.problem(
            "lexicon.restore-line", line: line.number, found: "\(line.fields.count) columns",
            expected: "typed TAB meant"))
        return
      }
      add(line.fields[0].units, line.fields[1].units)
    }
  }

  private mutating func readLemmas(_ lines: DataLines) {
    lines.forEach { line in
      guard let lemmas = line.fields.first?.pieces else { return }
      for lemma in lemmas {
        let word = lemma.units.filter { $0 != Self.hyphen }
        let typed = word.withUnsafeBufferPointer { Skeleton.kyrgyz($0) }
        if typed != word, word.count > 2, !Self.isPersonal(word) { add(typed, word) }
      }
    }
  }

  /// `аялың` ("your wife") in a phrase must not take аялын ("his wife") along: a word whose only letter of its own is the ң
  /// of the second person.
  private static func isPersonal(_ word: [UInt16]) -> Bool {
    guard !word.contains(where: KyrgyzLetters.isRounded) else { return false }
    guard let place = word.lastIndex(of: KyrgyzLetters.eng), place >= 3 else { return false }
    // -ңар and -саң are never anything else.
    if word.dropFirst(place + 2).first == 0x0440 || isConditional(word[..<place]) { return false }
    return place == word.count - 1 || [0x044B, 0x0438, KyrgyzLetters.u].contains(word[place - 1])
  }

  private static func isConditional(_ start: ArraySlice<UInt16>) -> Bool {
    guard let vowel = start.last, start.dropLast().last == 0x0441 else { return false }
    return vowel == 0x0430 || vowel == 0x0435 || vowel == KyrgyzLetters.o
  }

  /// The first line of a stem wins: the hand-written file is read first.
  private mutating func add(_ typed: [UInt16], _ meant: [UInt16]) {
    guard typed.count == meant.count, stems[typed] == nil else { return }
    stems[typed] = meant
    longest = max(longest, typed.count)
  }

  private static let hyphen: UInt16 = 0x2D
}

// MARK: - Restoring

extension KyrgyzRestorer {
  /// The word as it was meant; nil when it is right as it is, or when nothing certain can be said.
  package func restore(_ form: UnsafeBufferPointer<UInt16>) -> [UInt16]? {
    let word = Array(form)
    let restored = restored(word)
    return restored == word ? nil : restored
  }

  /// The same with a lexicon at hand: a word that is known stays, and of the candidates the first known one
  /// is taken.
  package func restore(
    _ form: UnsafeBufferPointer<UInt16>, isKnown: (UnsafeBufferPointer<UInt16>) -> Bool
  ) -> [UInt16]? {
    if isKnown(form) { return nil }
    let found = candidates(form)
    for candidate in found where candidate.withUnsafeBufferPointer(isKnown) { return candidate }
    return restore(form)
  }

  /// What the word may have been meant as, the likeliest first: by stem, in full harmony, with ң behind
  /// vowels.
  package func candidates(_ form: UnsafeBufferPointer<UInt16>) -> [[UInt16]] {
    let word = Array(form)
    let front = word.map { unit in
      unit == KyrgyzLetters.u ? KyrgyzLetters.frontU : unit == KyrgyzLetters.o ? KyrgyzLetters.frontO : unit
    }
    var found: [[UInt16]] = []
    for base in [restored(word), front, word] {
      for candidate in [base] + Self.withEng(base) where candidate != word && !found.contains(candidate) {
        found.append(candidate)
      }
    }
    return found
  }

  /// The word with each н behind a vowel made ң, one at a time; at most six.
  private static func withEng(_ word: [UInt16]) -> [[UInt16]] {
    var found: [[UInt16]] = []
    for index in word.indices.dropFirst() where word[index] == KyrgyzLetters.n {
      guard KyrgyzLetters.isVowel(word[index - 1]), found.count < 6 else { continue }
      var other = word
      other[index] = KyrgyzLetters.eng
      found.append(other)
    }
    return found
  }

  private func restored(_ word: [UInt16]) -> [UInt16] {
    if word.count < 2 { return word }
    if word.contains(Self.hyphen), !hyphened.contains(where: { word.starts(with: $0) }) {
      let parts = word.split(separator: Self.hyphen, omittingEmptySubsequences: false)
      return Array(parts.map { restored(Array($0)) }.joined(separator: [Self.hyphen]))
    }
    for length in stride(from: min(longest, word.count), to: 1, by: -1) {
      guard let stem = stems[Array(word.prefix(length))], length > 2 || length == word.count,
        Self.fits(stem, word[length...])
      else { continue }
      let rounds = stem.contains { $0 == KyrgyzLetters.frontU || $0 == KyrgyzLetters.frontO }
      let plain = !stem.contains { $0 == KyrgyzLetters.u || $0 == KyrgyzLetters.o }
      return Self.continued(stem, word, harmonises: rounds || plain)
    }
    return Self.withoutStem(word)
  }

  /// Whether endings may follow the stem: no back vowel behind a front one, no vowel behind a short stem in
  /// -ң,
  /// no loan letters behind a short stem.
  private static func fits(_ stem: [UInt16], _ rest: ArraySlice<UInt16>) -> Bool {
    if stem.last == KyrgyzLetters.eng, stem.count < 5, let next = rest.first, KyrgyzLetters.isVowel(next) {
      return false
    }
    if stem.count < 4, rest.contains(where: KyrgyzLetters.isForeign) { return false }
    let rounded = stem.contains { $0 == KyrgyzLetters.frontU || $0 == KyrgyzLetters.frontO }
    guard rounded, KyrgyzLetters.isFront(stem.last(where: KyrgyzLetters.isVowel) ?? 0) else { return true }
    guard let next = rest.first(where: KyrgyzLetters.isVowel) else { return true }
    return !KyrgyzLetters.isBack(next)
  }

  /// The endings behind `start`, in harmony with it.
  private static func continued(_ start: [UInt16], _ word: [UInt16], harmonises: Bool) -> [UInt16] {
    var result = start
    for index in start.indices where start[index] == KyrgyzLetters.n && isPolite(word, index) {
      result[index] = KyrgyzLetters.eng
    }
    for index in start.count..<max(start.count, word.count) {
      let unit = word[index]
      let vowel = result.last(where: KyrgyzLetters.isVowel) ?? 0
      if unit == KyrgyzLetters.u, harmonises, KyrgyzLetters.isFront(vowel) {
        result.append(KyrgyzLetters.frontU)
      } else if unit == KyrgyzLetters.o, harmonises, KyrgyzLetters.isRounded(vowel) {
        result.append(KyrgyzLetters.frontO)
      } else if unit == KyrgyzLetters.n, isPolite(word, index) {
        result.append(KyrgyzLetters.eng)
      } else {
        result.append(unit)
      }
    }
    return result
  }

  /// -ңыз and its kin: vowel, н, high vowel, з; but организм is a loan.
  private static func isPolite(_ word: [UInt16], _ index: Int) -> Bool {
    guard index > 0, index + 2 < word.count, KyrgyzLetters.isVowel(word[index - 1]) else { return false }
    let vowel = word[index + 1]
    guard vowel == 0x044B || vowel == 0x0438 || vowel == KyrgyzLetters.u, word[index + 2] == 0x0437 else {
      return false
    }
    return index + 3 >= word.count || word[index + 3] != 0x043C
  }

  /// -уу and -оо behind a front vowel are -үү and -өө in a word that looks native.
  private static func withoutStem(_ word: [UInt16]) -> [UInt16] {
    if word.contains(where: KyrgyzLetters.isForeign) { return continued([], word, harmonises: false) }
    for index in word.indices.dropFirst(2).dropLast() where word[index] == word[index + 1] {
      guard word[index] == KyrgyzLetters.u || word[index] == KyrgyzLetters.o else { continue }
      let before = word[..<index].filter(KyrgyzLetters.isVowel)
      let after = word[(index + 2)...].first(where: KyrgyzLetters.isVowel)
      guard let last = before.last, last == 0x0435 || last == 0x0438 || last == 0x044D,
        before.allSatisfy(KyrgyzLetters.isFront), !(after.map(KyrgyzLetters.isBack) ?? false)
      else { continue }
      let long = word[index] == KyrgyzLetters.u ? KyrgyzLetters.frontU : KyrgyzLetters.frontO
      let start = continued([], Array(word[..<index]), harmonises: false) + [long, long]
      return continued(start, word, harmonises: true)
    }
    return continued([], word, harmonises: false)
  }
}
