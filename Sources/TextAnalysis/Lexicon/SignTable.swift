/// Emoji and other signs of the lexicons, by their UTF-16 units without variation selectors and skin tones.
struct SignTable: Sendable {
  private var entries: [[UInt16]: [Int32]] = [:]

  init(_ lexicon: Lexicon) {
    for atom in lexicon.atoms where atom.word.part == .sign && atom.entry >= 0 {
      entries[SignTable.key(atom.word.units[...]), default: []].append(atom.entry)
    }
  }

  /// Entries for a sign; a run of one sign counts as the sign.
  func lookUp(_ units: ArraySlice<UInt16>) -> [Int32] {
    guard units.count <= 64 else { return [] }
    let key = SignTable.key(units)
    if let found = entries[key] { return found }
    return firstSign(of: key).flatMap { entries[$0] } ?? []
  }

  private func firstSign(of key: [UInt16]) -> [UInt16]? {
    guard let first = key.first else { return nil }
    let length = UTF16.isLeadSurrogate(first) ? 2 : 1
    return key.count > length ? Array(key.prefix(length)) : nil
  }

  private static func key(_ units: ArraySlice<UInt16>) -> [UInt16] {
    var key: [UInt16] = []
    var index = units.startIndex
    while index < units.endIndex {
      let unit = units[index]
      let isTone = unit == 0xD83C && index + 1 < units.endIndex && (0xDFFB...0xDFFF).contains(units[index + 1])
      if isTone {
        index += 2
        continue
      }
      if unit != 0xFE0F && unit != 0xFE0E { key.append(unit) }
      index += 1
    }
    return key
  }
}
