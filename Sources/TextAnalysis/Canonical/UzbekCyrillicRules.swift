/// Letter rules from Uzbek Latin to Cyrillic.
enum UzbekCyrillicRules {
  private static let vowels: Set<UInt16> = Set("aeiou".utf16)

  private static let plain: [UInt16: UInt16] = {
    var map: [UInt16: UInt16] = [:]
    let latin = Array("abvgdjziyklmnoprstufxqhʼcw".utf16)
    let cyrillic = Array("абвгджзийклмнопрстуфхқҳъсв".utf16)
    for (unit, other) in zip(latin, cyrillic) { map[unit] = other }
    return map
  }()

  /// Several letters at once, the longest first.
  private static let groups: [(latin: [UInt16], cyrillic: [UInt16])] = [
    ("sʼh", "сҳ"), ("oʻ", "ў"), ("gʻ", "ғ"), ("sh", "ш"), ("ch", "ч"), ("ya", "я"), ("yu", "ю"), ("ye", "е"),
  ].map { (Array($0.0.utf16), Array($0.1.utf16)) }

  private static let siya = Array("siya".utf16)
  private static let tsiya = Array("ция".utf16)

  /// - Parameter before: the unit before the word's first one when it is the end of a longer word; else 0.
  static func convert(_ word: [UInt16], before: UInt16) -> [UInt16] {
    var result: [UInt16] = []
    result.reserveCapacity(word.count)
    var at = 0
    while at < word.count {
      let previous = at > 0 ? word[at - 1] : before
      let (written, covered) = step(word[at...], previous, isAfterO: at > 1 && word[at - 2] == 0x6F)
      result += written
      at += covered
    }
    return result
  }

  /// `-e` and `-ey` after a hyphen are particles.
  static func clitic(_ part: ArraySlice<UInt16>) -> [UInt16]? {
    if part.elementsEqual([0x65]) { return [0x0435] }
    return part.elementsEqual([0x65, 0x79]) ? [0x0435, 0x0439] : nil
  }

  private static func step(
    _ rest: ArraySlice<UInt16>, _ previous: UInt16, isAfterO: Bool
  ) -> (written: [UInt16], covered: Int) {
    let start = rest.startIndex
    func unit(_ offset: Int) -> UInt16 { offset < rest.count ? rest[start + offset] : 0 }
    for group in groups where rest.starts(with: group.latin) { return (group.cyrillic, group.latin.count) }
    // yo is ё, but yoʻ is йў.
    if unit(0) == 0x79, unit(1) == 0x6F, unit(2) != 0x02BB { return ([0x0451], 2) }
    if isTse(previous, rest) { return ([0x0446], 2) }
    if previous == 0x6E || previous == 0x6B || previous == 0x70, rest.starts(with: siya) { return (tsiya, 4) }
    if unit(0) == 0x65 { return ([isBackE(previous, unit(1), isAfterO) ? 0x044D : 0x0435], 1) }
    return ([plain[unit(0)] ?? unit(0)], 1)
  }

  /// ts is one letter at the start of a word and in -tsiya, -tsion, sotsial; aytsa and ketsin are т and с.
  private static func isTse(_ previous: UInt16, _ rest: ArraySlice<UInt16>) -> Bool {
    guard rest.starts(with: [0x74, 0x73]) else { return false }
    if previous == 0 { return true }
    let next = rest.dropFirst(2)
    return next.starts(with: [0x69]) && (next.dropFirst().first.map { $0 == 0x79 || $0 == 0x6F || $0 == 0x61 } ?? false)
  }

  /// e is э at the start and after a vowel, except in names in -eev.
  private static func isBackE(_ previous: UInt16, _ next: UInt16, _ isAfterO: Bool) -> Bool {
    if previous == 0 || previous == 0x02BB && isAfterO { return true }
    return vowels.contains(previous) && !(previous == 0x65 && next == 0x76)
  }
}
