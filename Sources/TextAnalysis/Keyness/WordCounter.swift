import Records

/// Counts words by language, canonical form and group of sentences. Memory is bounded: beyond `limit` different words
/// the rarest are forgotten (lossy counting after Manku and Motwani 2002), so a rare word's count may be too small.
package final class WordCounter {
  /// Different words that are kept.
  package static let limit = 1 << 17
  /// Groups that a sentence can belong to.
  package static let mostGroups = 16

  struct Key: Hashable {
    let language: LexiconLanguage
    let form: [UInt16]
  }

  private let engine: TextEngine
  private let groups: Int
  private let minimum: Int
  private let limit: Int
  private var slots: [Key: Int] = [:]
  private var keys: [Key] = []
  /// All occurrences of each word, and those in each group; texts of each group that hold it; the last such text.
  private var totals: [Int32] = []
  private var counts: [Int32] = []
  private var texts: [Int32] = []
  private var lastText: [Int32] = []
  private var examples: [Int: String] = [:]
  private var sizes: [[Int]]
  private var text: Int32 = 0
  /// Slot of each word type of the reader by language; void when the reader's table empties itself.
  private var slotOfType: [[Int]]
  private var generation = -1
  /// Words that were forgotten because there were too many.
  package private(set) var forgotten = 0

  /// - Parameter minimum: an example is kept of words that stand in a group this often.
  package init(_ engine: TextEngine, groups: Int, minimum: Int, limit: Int = WordCounter.limit) {
    self.engine = engine
    self.groups = min(groups, WordCounter.mostGroups)
    self.minimum = minimum
    self.limit = limit
    sizes = Array(repeating: Array(repeating: 0, count: self.groups + 1), count: LexiconLanguage.allCases.count)
    slotOfType = Array(repeating: [], count: LexiconLanguage.allCases.count)
  }

  /// Counts the words of the text that `reader` read last.
  /// - Parameters:
  ///   - sets: a bit for each group that a sentence, by its number, belongs to.
  ///   - example: the words of a sentence, asked for where they are needed.
  package func count(_ reader: TextReader, sets: (Int) -> UInt32, example: (Int) -> String) {
    text += 1
    if reader.wordGeneration != generation { forgetTypes(reader.wordGeneration) }
    reader.forEachWord { word in
      let slot = self.slot(of: word)
      let language = Int(word.language.rawValue)
      totals[slot] += 1
      sizes[language][groups] += 1
      let set = sets(word.sentence)
      for group in 0..<groups where set & (1 << UInt32(group)) != 0 {
        sizes[language][group] += 1
        let place = slot * groups + group
        counts[place] += 1
        if lastText[place] != text { texts[place] += 1 }
        lastText[place] = text
        if Int(counts[place]) == minimum { examples[place] = example(word.sentence) }
      }
    }
    if keys.count > limit { forgetRare() }
  }

  private func forgetTypes(_ new: Int) {
    generation = new
    for index in slotOfType.indices { slotOfType[index].removeAll(keepingCapacity: true) }
  }

  private func slot(of word: ReadWord) -> Int {
    let language = Int(word.language.rawValue)
    let type = Int(word.type)
    if type < slotOfType[language].count, slotOfType[language][type] >= 0 { return slotOfType[language][type] }
    while slotOfType[language].count <= type { slotOfType[language].append(-1) }
    let key = Key(language: word.language, form: engine.inLexiconScript(word.form, word.language))
    let slot = slots[key] ?? add(key)
    slotOfType[language][type] = slot
    return slot
  }

  private func add(_ key: Key) -> Int {
    slots[key] = keys.count
    keys.append(key)
    totals.append(0)
    for _ in 0..<groups {
      counts.append(0)
      texts.append(0)
      lastText.append(0)
    }
    return keys.count - 1
  }

  /// Keeps the more frequent half of the words.
  private func forgetRare() {
    let border = totals.sorted()[keys.count / 2]
    let kept = keys.indices.filter { totals[$0] > border }
    forgotten += keys.count - kept.count
    let places = kept.flatMap { slot in (0..<groups).map { slot * groups + $0 } }
    let moved = places.enumerated().compactMap { new, old in examples[old].map { (new, $0) } }
    examples = Dictionary(uniqueKeysWithValues: moved)
    counts = places.map { counts[$0] }
    texts = places.map { texts[$0] }
    lastText = places.map { lastText[$0] }
    totals = kept.map { totals[$0] }
    keys = kept.map { keys[$0] }
    slots = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    forgetTypes(generation)
  }
}

// MARK: - Key words

/// A word that a group of sentences holds more often than the rest and that is in no lexicon.
package struct KeyWord: Sendable, Hashable {
  package let language: LexiconLanguage
  package let group: Int
  package let form: String
  /// How often it stands in the group, in how many texts of it, and how often elsewhere.
  package let count: Int
  package let texts: Int
  package let rest: Int
  package let keyness: Keyness
  package let example: String
}

extension WordCounter {
  /// Key words that stand at least `minimum` times in their group and in at least two texts of it, keyest first, at
  /// most `limit` for each language and group.
  package func keyWords(limit: Int) -> [KeyWord] {
    var found: [Int: [KeyWord]] = [:]
    for slot in keys.indices {
      for group in 0..<groups {
        guard let word = keyWord(slot, group) else { continue }
        found[Int(word.language.rawValue) * groups + group, default: []].append(word)
      }
    }
    return found.sorted { $0.key < $1.key }.flatMap { $0.value.sorted(by: WordCounter.precedes).prefix(limit) }
  }

  private static func precedes(_ a: KeyWord, _ b: KeyWord) -> Bool {
    a.keyness.g2 != b.keyness.g2 ? a.keyness.g2 > b.keyness.g2 : a.form < b.form
  }

  private func keyWord(_ slot: Int, _ group: Int) -> KeyWord? {
    let place = slot * groups + group
    let count = Int(counts[place])
    guard count >= minimum, texts[place] > 1 else { return nil }
    let key = keys[slot]
    let size = sizes[Int(key.language.rawValue)]
    let rest = Int(totals[slot]) - count
    let keyness = Keyness(count: count, of: size[group], rest: rest, of: size[groups] - size[group])
    guard keyness.isKey, key.form.contains(where: isLetterUnit) else { return nil }
    if engine.knows(key.form, key.language) { return nil }
    return KeyWord(
      language: key.language, group: group, form: String(decoding: key.form, as: UTF16.self), count: count,
      texts: Int(texts[place]), rest: rest, keyness: keyness, example: examples[place] ?? "")
  }
}
