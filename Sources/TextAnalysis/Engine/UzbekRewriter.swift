import Records

/// Writes the Uzbek words of a text in the other script. Words of other languages, links, names of accounts, hashtags and
/// Roman numerals stay.
package final class UzbekRewriter: TextRewriter {
  /// So many words of another language in an Uzbek sentence are loans or names.
  private static let longestLoan = 2
  /// So many Uzbek words in a sentence of another language are a quotation.
  private static let shortestQuotation = 3

  private let surface: SurfaceReader
  private let speller: UzbekSpeller
  private let tables: LexiconTables
  private let source: LanguageTag
  private let script: WordScript
  /// What became of each word type; void when the types start anew.
  private var known: [Int32: [UInt16]] = [:]
  private var generation = 0

  init(_ engine: TextEngine, toLatin: Bool) {
    source = toLatin ? .uzbekCyrillic : .uzbekLatin
    script = toLatin ? .cyrillic : .latin
    surface = engine.makeSurfaceReader(expecting: source)
    tables = engine.parts.tables
    speller = UzbekSpeller(engine.uzbekScript, engine.parts.segmentation.letters, toLatin: toLatin)
  }

  package func rewrites(of utf8: UnsafeBufferPointer<UInt8>) -> [WordRewrite] {
    surface.read(utf8: utf8, kind: .talk)
    if generation != surface.types.generation {
      generation = surface.types.generation
      known.removeAll(keepingCapacity: true)
    }
    var rewrites: [WordRewrite] = []
    for sentence in surface.text.sentences { rewrite(sentence, into: &rewrites) }
    return rewrites
  }

  /// Words of one language that follow each other are judged together.
  private func rewrite(_ sentence: SentenceBounds, into rewrites: inout [WordRewrite]) {
    let words = sentence.tokens.filter { isWord(surface.text.tokens[$0]) }
    let language = surface.language(of: sentence)
    var start = 0
    while start < words.count {
      let own = surface.text.tokens[words[start]].language
      let end = words[start...].firstIndex { surface.text.tokens[$0].language != own } ?? words.count
      if isUzbek(own, count: end - start, in: language) {
        for index in words[start..<end] { rewrite(surface.text.tokens[index], into: &rewrites) }
      }
      start = end
    }
  }

  private func isWord(_ token: Token) -> Bool {
    token.kind == .word && token.type >= 0 && surface.types.script(token.type) == script
  }

  /// In an Uzbek sentence one or two words that look like another language are loans and names; in a sentence of another
  /// language a single word that looks Uzbek is none.
  private func isUzbek(_ language: LanguageTag, count: Int, in sentence: LanguageTag) -> Bool {
    if sentence == source { return language == source || count <= Self.longestLoan }
    return language == source && count >= Self.shortestQuotation
  }

  private func rewrite(_ token: Token, into rewrites: inout [WordRewrite]) {
    guard !isRomanNumber(token), token.language != .russian || !isRussian(token.type) else { return }
    let units = spelled(token.type)
    if !units.isEmpty { rewrites.append(WordRewrite(range: Int(token.start)..<Int(token.end), units: units)) }
  }

  /// A word of the Russian lexicon that Uzbek has not borrowed: no name, and no noun, since loans are nouns.
  private func isRussian(_ type: Int32) -> Bool {
    guard script == .cyrillic, !surface.types.flags(type).contains(.capitalised) else { return false }
    let form = surface.types.form(type)
    if form.contains(where: { $0 == 0x0449 || $0 == 0x044B }) { return true }
    let hits = tables.russian.strict.hits(form)
    guard !hits.isEmpty, !hits.contains(where: { tables.part(ofAtom: $0.atom) == .noun }) else { return false }
    return !tables.uzbekScript.latin(fromCyrillic: form).withUnsafeBufferPointer { tables.uzbek.strict.knows($0) }
  }

  /// Empty for a word that stays.
  private func spelled(_ type: Int32) -> [UInt16] {
    if let units = known[type] { return units }
    let units = speller.spell(surface.types.written(type), form: surface.types.form(type)) ?? []
    known[type] = units
    return units
  }

  /// A lonely capital I, V or X is a number, unless a full stop makes it an initial.
  private func isRomanNumber(_ token: Token) -> Bool {
    guard script == .latin, token.end - token.start == 1 else { return false }
    let isNumeral = token.firstUnit == 0x49 || token.firstUnit == 0x56 || token.firstUnit == 0x58
    let next = Int(token.end) < surface.text.units.count ? surface.text.units[Int(token.end)] : 0
    return isNumeral && next != 0x2E
  }
}

extension TextEngine {
  /// - Parameter toLatin: from Cyrillic to Latin (law of 1995), or the other way.
  package func makeUzbekRewriter(toLatin: Bool) -> any TextRewriter { UzbekRewriter(self, toLatin: toLatin) }
}
