package import Records

/// What segmenting reads from the lexicon folder; shared by all threads.
package struct SegmentationData: Sendable {
  package let letters: LetterTables
  package let roles: WordRoles
  package let problems: [Problem]

  package init(_ folder: LexiconFolder) {
    let alphabets = Alphabets(folder)
    letters = LetterTables(alphabets)
    roles = WordRoles(folder)
    problems = alphabets.problems + roles.problems
  }
}

/// Cuts texts into tokens and sentences. Keeps its buffers from text to text; one for each thread.
package final class Segmenter {
  private let roles: RoleCache
  private let unspacedBreaks: ICUBreaks?
  @exclusivity(unchecked) private var decoder = UTF8Decoder()
  @exclusivity(unchecked) private var buffer = TokenBuffer()
  private let pending = PendingWords()

  package init(_ data: SegmentationData) {
    roles = RoleCache(data.roles)
    unspacedBreaks = ICUBreaks(.words)
  }

  deinit {
    decoder.deallocate()
    buffer.deallocate()
    pending.deallocate()
  }

  /// Fills `text` with units, tokens and sentences of UTF-8 bytes. Languages are left to `LanguageReader`.
  package func prepare(
    _ utf8: UnsafeBufferPointer<UInt8>, kind: TextKind, types: WordTypes, into text: PreparedText
  ) {
    text.removeAll()
    types.beginText()
    decoder.decode(utf8)
    let units = decoder.all
    text.units.append(contentsOf: units)
    tokenize(units, types)
    text.tokens.append(contentsOf: buffer.all)
    addSentences(kind, types, to: text)
  }

  private func tokenize(_ units: UnsafeBufferPointer<UInt16>, _ types: WordTypes) {
    buffer.removeAll()
    guard let base = units.baseAddress else { return }
    var tokenizer = Tokenizer(
      units, base: base, types: types, unspacedBreaks: unspacedBreaks, buffer: buffer, pending: pending)
    tokenizer.run()
    buffer = tokenizer.buffer
  }

  private func addSentences(_ kind: TextKind, _ types: WordTypes, to text: PreparedText) {
    let tokens = buffer.tokens
    var splitter = SentenceSplitter(
      units: decoder.units, buffer: buffer, shape: TextShape(buffer, kind: kind), types: types, roles: roles)
    splitter.run { range in
      let units = Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
      text.sentences.append(SentenceBounds(tokens: range, units: units))
    }
  }
}
