internal import Glibc
internal import Records

/// The evidence of all words of a stretch of text, added up by lane.
final class LanguageEvidence {
  private let lanes: LaneTable
  private let sums: UnsafeMutablePointer<Int32>
  @exclusivity(unchecked) private(set) var cyrillicWords = 0
  @exclusivity(unchecked) private(set) var latinWords = 0
  /// Latin words with a capital: names, where they stand among Cyrillic words.
  @exclusivity(unchecked) private var latinNames = 0
  @exclusivity(unchecked) private var arabicWords = 0
  @exclusivity(unchecked) private var otherWords = 0

  init(_ lanes: LaneTable) {
    self.lanes = lanes
    sums = .allocate(capacity: LaneTable.count)
    sums.update(from: lanes.priors, count: LaneTable.count)
  }

  deinit { sums.deallocate() }

  func removeAll() {
    sums.update(from: lanes.priors, count: LaneTable.count)
    cyrillicWords = 0
    latinWords = 0
    latinNames = 0
    arabicWords = 0
    otherWords = 0
  }

  @inline(__always)
  func add(_ row: UnsafePointer<Int16>, isLatin: Bool) {
    let target = isLatin ? sums + LaneTable.latin : sums
    for lane in 0..<GramTable.lanes { target[lane] &+= Int32(row[lane]) }
    if isLatin {
      latinWords &+= 1
      if LanguageRows.isCapitalised(row) { latinNames &+= 1 }
    } else {
      cyrillicWords &+= 1
    }
  }

  /// A word in a script that the profiles do not cover.
  func add(_ language: LanguageTag) {
    if language == .arabic { arabicWords += 1 } else { otherWords += 1 }
  }

  var words: Int { cyrillicWords + latinWords + arabicWords + otherWords }

  /// The likeliest Cyrillic and Latin lanes.
  var topCyrillic: Int { top(0, lanes.cyrillicCount) }
  var topLatin: Int { top(LaneTable.latin, lanes.latinCount) }

  private func top(_ start: Int, _ count: Int) -> Int {
    var best = start
    for lane in start..<(start + count) where sums[lane] > sums[best] { best = lane }
    return best
  }

  /// The likeliest language of the script that has the most words; unknown without words.
  var leader: LanguageTag {
    if words == 0 { return .unknown }
    if arabicWords + otherWords > max(cyrillicWords, latinWords) {
      return arabicWords >= otherWords ? .arabic : .other
    }
    let latin = cyrillicWords > 0 ? latinWords - latinNames : latinWords
    return lanes.tags[cyrillicWords >= latin ? topCyrillic : topLatin]
  }

  /// How likely a language is (0...1): its share of the posterior, weighted by how many words each script
  /// has.
  func confidence(of language: LanguageTag) -> Double {
    guard words > 0 else { return 0 }
    var sum = 0.0
    if cyrillicWords > 0 { sum += Double(cyrillicWords) * share(of: language, 0, lanes.cyrillicCount) }
    if latinWords > 0 { sum += Double(latinWords) * share(of: language, LaneTable.latin, lanes.latinCount) }
    if language == .arabic { sum += Double(arabicWords) }
    if language == .other { sum += Double(otherWords) }
    return sum / Double(words)
  }

  private func share(of language: LanguageTag, _ start: Int, _ count: Int) -> Double {
    let best = sums[top(start, count)]
    var whole = 0.0
    var share = 0.0
    // What is ten nats less likely than the best does not count.
    for lane in start..<(start + count) where sums[lane] > best - 100 {
      let part = sums[lane] == best ? 1 : exp(Double(sums[lane] - best) / 10)
      whole += part
      if lanes.tags[lane] == language { share += part }
    }
    return whole > 0 ? share / whole : 0
  }
}
