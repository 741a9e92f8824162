internal import Glibc
internal import Records

/// The evidence of all words of a text, added up by lane.
struct LanguageEvidence {
  private let profiles: LanguageProfiles
  private var cyrillic: SIMD16<Int32>
  private var latin: SIMD16<Int32>
  private var cyrillicWords: Int32 = 0
  private var latinWords: Int32 = 0
  private var arabicWords: Int32 = 0
  private var otherArabicWords: Int32 = 0

  init(_ profiles: LanguageProfiles) {
    self.profiles = profiles
    cyrillic = profiles.cyrillic.priors
    latin = profiles.latin.priors
  }

  mutating func addCyrillic(_ row: SIMD16<Int16>) {
    cyrillic &+= SIMD16<Int32>(truncatingIfNeeded: row)
    cyrillicWords += 1
  }

  mutating func addLatin(_ row: SIMD16<Int16>) {
    latin &+= SIMD16<Int32>(truncatingIfNeeded: row)
    latinWords += 1
  }

  mutating func addArabic(_ language: LanguageTag) {
    if language == .arabic { arabicWords += 1 } else { otherArabicWords += 1 }
  }

  /// A gain for the likeliest lane of each script, so that short sentences follow the text around them.
  func context(gain: Int16) -> SIMD32<Int16> {
    var context = SIMD32<Int16>(repeating: 0)
    if gain == 0 { return context }
    if cyrillicWords > 0 { context[Self.top(cyrillic)] = gain }
    if latinWords > 0 { context[16 + Self.top(latin)] = gain }
    return context
  }

  /// How likely each language is, judged by all words together.
  struct Verdict {
    fileprivate(set) var shares: [LanguageTag: Double] = [:]

    var language: LanguageTag { shares.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .unknown }

    func confidence(of language: LanguageTag) -> Double { shares[language] ?? 0 }
  }

  /// Shares of the posterior, weighted by how many words each script has.
  func verdict() -> Verdict {
    var verdict = Verdict()
    let all = Double(cyrillicWords + latinWords + arabicWords + otherArabicWords)
    guard all > 0 else { return verdict }
    add(cyrillic, profiles.cyrillic, Double(cyrillicWords) / all, to: &verdict)
    add(latin, profiles.latin, Double(latinWords) / all, to: &verdict)
    if arabicWords > 0 { verdict.shares[.arabic, default: 0] += Double(arabicWords) / all }
    if otherArabicWords > 0 { verdict.shares[.other, default: 0] += Double(otherArabicWords) / all }
    return verdict
  }

  private func add(
    _ scores: SIMD16<Int32>, _ script: LanguageProfiles.Script, _ weight: Double, to verdict: inout Verdict
  ) {
    if weight == 0 { return }
    let top = scores[Self.top(scores)]
    var whole = 0.0
    for lane in script.varieties.indices { whole += exp(Double(scores[lane] - top) / 10) }
    for lane in script.varieties.indices {
      let share = exp(Double(scores[lane] - top) / 10) / whole
      verdict.shares[script.varieties[lane].tag, default: 0] += share * weight
    }
  }

  private static func top(_ scores: SIMD16<Int32>) -> Int {
    var best = 0
    for lane in 1..<16 where scores[lane] > scores[best] { best = lane }
    return best
  }
}
