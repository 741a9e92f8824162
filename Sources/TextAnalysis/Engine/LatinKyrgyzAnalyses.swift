/// Readings of Kyrgyz words typed in Latin letters. Kept apart: few texts need them.
final class LatinKyrgyzAnalyses {
  private let tables: LexiconTables
  private var known: [Int32: [AnalysedHit]] = [:]
  private var found: [WordHit] = []
  private var buffer: [UInt16] = []

  init(_ tables: LexiconTables) {
    self.tables = tables
  }

  func removeAll() {
    known.removeAll()
  }

  func hits(_ id: Int32, _ types: WordTypes) -> [AnalysedHit] {
    if let hits = known[id] { return hits }
    let hits = read(Array(types.form(id)))
    known[id] = hits
    return hits
  }

  private func read(_ form: [UInt16]) -> [AnalysedHit] {
    guard form.count <= LexiconTables.longestWord else { return [] }
    let matchers = tables.kyrgyz
    let candidates = form.withUnsafeBufferPointer { KyrgyzLatin.candidates($0) }
    for matcher in [matchers.strict, matchers.plain].compactMap({ $0 }) {
      for candidate in candidates {
        found.removeAll(keepingCapacity: true)
        candidate.withUnsafeBufferPointer { matcher.match($0, buffer: &buffer, into: &found) }
        if found.isEmpty { continue }
        var hits: [AnalysedHit] = []
        tables.settle(found, into: &hits)
        return hits
      }
    }
    return []
  }
}
