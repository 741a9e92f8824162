/// A word in small letters that remembers where its capitals were.
struct CasedWord {
  var letters: [UInt16] = []
  private(set) var capitals: [Bool] = []
  /// Soft hyphens and their like, with the index of the letter that they stand before.
  private(set) var invisible: [(index: Int, unit: UInt16)] = []

  /// NFC, apostrophes and hyphens of one kind, without marks; lengthened letters stay.
  init(_ written: UnsafeBufferPointer<UInt16>, _ tables: LetterTables) {
    let classes = tables.characters.classes
    let hasMarks = written.contains { classes[Int($0)] == CharacterClass.mark }
    for unit in hasMarks ? Normalization.composed(Array(written)) : Array(written) {
      switch classes[Int(unit)] {
      case CharacterClass.mark: continue
      case CharacterClass.ignorable: invisible.append((letters.count, unit))
      case CharacterClass.apostrophe: append(letters.last == 0x6F || letters.last == 0x67 ? 0x02BB : 0x02BC, false)
      case CharacterClass.hyphen: append(0x2D, false)
      default:
        append(tables.letters[Int(unit)], tables.characters.traits[Int(unit)] & CharacterTable.Trait.upper != 0)
      }
    }
  }

  private mutating func append(_ unit: UInt16, _ isCapital: Bool) {
    letters.append(unit)
    capitals.append(isCapital)
  }

  /// Whether what is written for the letter at `index` is in capitals throughout: `АҚШ` gives AQSH, `Шавкат` Shavkat.
  private func isAmongCapitals(_ index: Int) -> Bool {
    let next = index + 1
    if next < letters.count, LetterCase.isLetter(letters[next]) { return capitals[next] }
    return index > 0 && capitals[index - 1]
  }

  /// `ranges`: the Latin letters of each letter of this word.
  func casedLatin(_ latin: [UInt16], _ ranges: [Range<Int>]) -> [UInt16] {
    var result: [UInt16] = []
    for (index, range) in ranges.enumerated() {
      result += invisible.filter { $0.index == index }.map(\.unit)
      let first = range.first { LetterCase.isLetter(latin[$0]) }
      for place in range {
        let isCapital = capitals[index] && (place == first || isAmongCapitals(index))
        result.append(isCapital ? LetterCase.upper(latin[place]) : latin[place])
      }
    }
    return result
  }

  /// `ranges`: the letters of this word that each Cyrillic letter stands for.
  func casedCyrillic(_ cyrillic: [UInt16], _ ranges: [Range<Int>]) -> [UInt16] {
    var result: [UInt16] = []
    for (unit, range) in zip(cyrillic, ranges) {
      result += invisible.filter { range.contains($0.index) }.map(\.unit)
      // A sign that Latin does not write goes with its neighbours.
      let isCapital =
        range.isEmpty
        ? range.lowerBound > 0 && isAmongCapitals(range.lowerBound - 1) : range.contains { capitals[$0] }
      result.append(isCapital ? LetterCase.upper(unit) : unit)
    }
    return result
  }

  /// All capitals, one at the start, or none.
  func caseByShape(of other: [UInt16]) -> [UInt16] {
    let count = letters.count(where: LetterCase.isLetter)
    if count > 1, capitals.count(where: { $0 }) == count { return other.map(LetterCase.upper) }
    guard capitals.first == true, let first = other.first else { return other }
    return [LetterCase.upper(first)] + other.dropFirst()
  }
}

/// Capitals of the letters that Uzbek and Kyrgyz are written with.
enum LetterCase {
  static func upper(_ unit: UInt16) -> UInt16 {
    switch unit {
    case 0x61...0x7A, 0x0430...0x044F: unit - 0x20
    case 0x0450...0x045F: unit - 0x50
    case 0x048B...0x04BF where unit & 1 == 1, 0x04D1...0x04FF where unit & 1 == 1: unit - 1
    default: unit
    }
  }

  /// Whether a unit is a letter that has a capital.
  static func isLetter(_ unit: UInt16) -> Bool { upper(unit) != unit }
}
