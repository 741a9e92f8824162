/// Rewrites letters so that damaged spelling and entries meet: `ү=у`, `oʻ=u`, `ʼ=` (dropped).
struct LetterFold: Sendable {
  private static let dropped: UInt16 = 0xFFFF

  private var single: [UInt16]
  /// Pairs of units with what they become, few.
  private var pairs: [(UInt16, UInt16, UInt16)] = []

  /// Reads cells such as `ү=у`.
  init(_ cells: ArraySlice<String>) {
    single = (0..<0x600).map { UInt16($0) }
    for cell in cells {
      let sides = cell.utf16.split(separator: 0x3D, omittingEmptySubsequences: false).map(Array.init)
      guard sides.count == 2 else { continue }
      let target = sides[1].first ?? LetterFold.dropped
      if sides[0].count == 2 {
        pairs.append((sides[0][0], sides[0][1], target))
      } else if let letter = sides[0].first, Int(letter) < single.count {
        single[Int(letter)] = target
      }
    }
  }

  /// Appends the folded form of `units` to `result`. Whether anything changed.
  @discardableResult
  func fold(_ units: some Collection<UInt16>, into result: inout [UInt16]) -> Bool {
    var changed = false
    var previous: UInt16 = 0
    for unit in units {
      if let pair = pairs.first(where: { $0.0 == previous && $0.1 == unit }) {
        result.removeLast()
        result.append(pair.2)
        changed = true
      } else {
        let target = Int(unit) < single.count ? single[Int(unit)] : unit
        if target != LetterFold.dropped { result.append(target) }
        changed = changed || target != unit
      }
      previous = unit
    }
    return changed
  }

  func folded(_ units: some Collection<UInt16>) -> [UInt16] {
    var result: [UInt16] = []
    fold(units, into: &result)
    return result
  }
}
