import Records

/// Gives the Kyrgyz words of a text the letters ү ө ң back that were typed as у о н.
package final class KyrgyzRewriter: TextRewriter {
  private let surface: SurfaceReader
  private let restorer: KyrgyzRestorer
  private let lexicon: StemMatcher
  /// What became of each canonical form; void when the types start anew.
  private var known: [Int32: [UInt16]] = [:]
  private var generation = 0

  init(_ engine: TextEngine) {
    surface = engine.makeSurfaceReader(expecting: .kyrgyz)
    restorer = engine.restorer
    lexicon = engine.parts.tables.kyrgyz.strict
  }

  package func rewrites(of utf8: UnsafeBufferPointer<UInt8>) -> [WordRewrite] {
    surface.read(utf8: utf8, kind: .talk)
    if generation != surface.types.generation {
      generation = surface.types.generation
      known.removeAll(keepingCapacity: true)
    }
    var rewrites: [WordRewrite] = []
    var whole = 0
    for sentence in surface.text.sentences where surface.language(of: sentence) == .kyrgyz {
      for token in surface.text.tokens[sentence.tokens] where isKyrgyz(token) {
        if surface.types.flags(token.type).contains(.hasKyrgyzLetters) {
          whole += 1
        } else if let units = restored(token) {
          rewrites.append(WordRewrite(range: Int(token.start)..<Int(token.end), units: units))
        }
      }
    }
    // Who writes the letters in most words that need them has them.
    return whole > rewrites.count ? [] : rewrites
  }

  /// In a Kyrgyz sentence words that look like a neighbour's are Kyrgyz; Russian is spoken in between.
  private func isKyrgyz(_ token: Token) -> Bool {
    token.kind == .word && token.language != .russian && surface.types.script(token.type) == .cyrillic
  }

  private func restored(_ token: Token) -> [UInt16]? {
    let types = surface.types
    let base = types.base(token.type)
    let letters = known[base] ?? restored(types.form(base))
    known[base] = letters
    guard !letters.isEmpty else { return nil }
    return RestoredSpelling.units(types.written(token.type), form: types.form(base), restored: letters)
  }

  /// Empty for a word that stays.
  private func restored(_ form: UnsafeBufferPointer<UInt16>) -> [UInt16] {
    let word = Array(form)
    let restored = restorer.restore(form) ?? word
    let whole = restored.contains(KyrgyzLetters.eng) ? restored : withPerson(restored, typed: form) ?? restored
    return whole == word ? [] : whole
  }

  /// The word with the ң of the second person, where the lexicon knows it so and not otherwise.
  private func withPerson(_ word: [UInt16], typed: UnsafeBufferPointer<UInt16>) -> [UInt16]? {
    let candidates = KyrgyzPersons.candidates(word)
    guard !candidates.isEmpty, !lexicon.knows(typed), !word.withUnsafeBufferPointer(lexicon.knows) else { return nil }
    return candidates.first { candidate in
      candidate.word.withUnsafeBufferPointer(lexicon.hits).contains { hit in
        let features = hit.features
        if candidate.isPlural { return features.isSuperset(of: [.second, .plural]) }
        let isVerb = !features.isDisjoint(with: [.finite, .conditional])
        return isVerb && features.contains(.second) && !features.contains(.possessive)
      }
    }?.word
  }
}

extension TextEngine {
  package func makeKyrgyzRewriter() -> any TextRewriter { KyrgyzRewriter(self) }
}
