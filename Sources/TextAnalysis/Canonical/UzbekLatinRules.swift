/// Letter rules from Uzbek Cyrillic to Latin.
enum UzbekLatinRules {
  private static let vowels: Set<UInt16> = Set("аеёиоуэюяўы".utf16)

  private static let plain: [UInt16: [UInt16]] = {
    let cyrillic = Array("абвгджзийклмнопрстуфхчшщыэўқғҳёюя".utf16)
    let latin = [
      "a", "b", "v", "g", "d", "j", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
      "x", "ch", "sh", "sh", "i", "e", "oʻ", "q", "gʻ", "h", "yo", "yu", "ya",
    ]
    var map: [UInt16: [UInt16]] = [:]
    for (unit, text) in zip(cyrillic, latin) { map[unit] = Array(text.utf16) }
    return map
  }()

  /// - Parameter before: the unit before the word's first one when it is the end of a longer word; else 0.
  static func convert(_ word: [UInt16], before: UInt16) -> [UInt16] {
    var result: [UInt16] = []
    result.reserveCapacity(word.count + 8)
    for index in word.indices {
      let previous = index > 0 ? word[index - 1] : before
      let next = index + 1 < word.count ? word[index + 1] : 0
      append(word[index], previous: previous, next: next, isShort: word.count <= 2, to: &result)
    }
    return result
  }

  private static func append(
    _ unit: UInt16, previous: UInt16, next: UInt16, isShort: Bool, to result: inout [UInt16]
  ) {
    switch unit {
    case Letter.ie: result += opensSyllable(previous, next, isShort) ? [0x79, 0x65] : [0x65]
    case Letter.tse: result += vowels.contains(previous) ? [0x74, 0x73] : [0x73]
    case Letter.hard:
      // мўъжиза is moʻjiza, объект is obyekt, маъюс is maʼyus.
      if previous == Letter.shortU || next == Letter.ie && !vowels.contains(previous) { return }
      result.append(0x02BC)
    case Letter.soft: if next == Letter.o { result.append(0x79) }
    case Letter.ha where previous == Letter.es: result += [0x02BC, 0x68]
    default: result += plain[unit] ?? [unit]
    }
  }

  /// е is ye at the start and after a vowel or a sign; the names in -еев and the particle -е are exceptions.
  private static func opensSyllable(_ previous: UInt16, _ next: UInt16, _ isShort: Bool) -> Bool {
    if previous == 0 { return !(isShort && (next == 0 || next == Letter.shortI)) }
    if previous == Letter.ie, next == Letter.ve { return false }
    return vowels.contains(previous) || previous == Letter.hard || previous == Letter.soft
  }

  private enum Letter {
    static let ve: UInt16 = 0x0432
    static let ie: UInt16 = 0x0435
    static let shortI: UInt16 = 0x0439
    static let o: UInt16 = 0x043E
    static let es: UInt16 = 0x0441
    static let tse: UInt16 = 0x0446
    static let hard: UInt16 = 0x044A
    static let soft: UInt16 = 0x044C
    static let shortU: UInt16 = 0x045E
    static let ha: UInt16 = 0x04B3
  }
}
