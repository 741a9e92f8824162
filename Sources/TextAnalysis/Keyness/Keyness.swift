import Glibc

/// How much more often a word stands in one set of sentences than in the rest.
///
/// `g2` is the log-likelihood ratio of the two-by-two table of word and other words in the set and in the rest
/// (Dunning 1993, "Accurate methods for the statistics of surprise and coincidence"): whether there is a difference.
/// `logRatio` is the binary logarithm of the ratio of relative frequencies (Hardie 2014, "Log Ratio"): how large it
/// is; 1 means twice as often, 2 four times. A word that the rest lacks is taken to stand there half a time.
package struct Keyness: Sendable, Hashable {
  /// Critical value of chi-square with one degree of freedom at p < .0001: many words are tested at once.
  package static let threshold = 15.13

  /// At least 0; without a unit.
  package let g2: Double
  /// In doublings; negative where the word is rarer than in the rest.
  package let logRatio: Double

  /// - Parameters:
  ///   - count: how often the word stands in the set, of `size` words.
  ///   - rest: how often it stands elsewhere, of `restSize` words.
  package init(count: Int, of size: Int, rest: Int, of restSize: Int) {
    let all = Double(size + restSize)
    let share = all > 0 ? Double(count + rest) / all : 0
    var sum = 0.0
    for (observed, expected) in [
      (count, Double(size) * share), (rest, Double(restSize) * share), (size - count, Double(size) * (1 - share)),
      (restSize - rest, Double(restSize) * (1 - share)),
    ] where observed > 0 && expected > 0 {
      sum += Double(observed) * log(Double(observed) / expected)
    }
    g2 = max(0, 2 * sum)
    guard count > 0, size > 0, restSize > 0 else {
      logRatio = 0
      return
    }
    logRatio = log2(Double(count) / Double(size)) - log2(max(Double(rest), 0.5) / Double(restSize))
  }

  /// Whether the word is key: oftener here than there, and not by chance.
  package var isKey: Bool { g2 > Keyness.threshold && logRatio > 0 }
}
