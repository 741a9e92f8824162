package import Records

/// Reads the language of words, sentences and texts. Keeps rows by word type; one for each thread.
package final class LanguageReader {
  /// What a sentence gains, in tenths of nats, by being in the language of the text around it.
  private static let contextGain: Int32 = 15
  /// Up to so many words are judged by all their evidence together; longer stretches by what most words are
  /// in.
  private static let shortText = 6

  private let lanes: LaneTable
  private let rows: LanguageRows
  private let path: LanguagePath
  private let whole: LanguageEvidence
  private let part: LanguageEvidence
  @exclusivity(unchecked) private var tally = LanguageTally()
  @exclusivity(unchecked) private var sentenceTally = LanguageTally()

  /// - Parameter language: what the texts are said to be written in; others then need better evidence.
  package init(_ profiles: LanguageProfiles, expecting language: LanguageTag? = nil) {
    lanes = LaneTable(profiles, expected: language)
    rows = LanguageRows(profiles.table)
    path = LanguagePath(lanes)
    whole = LanguageEvidence(lanes)
    part = LanguageEvidence(lanes)
  }

  /// Sets the language of tokens, sentences and the text, its confidence, and the spans of each language.
  package func read(_ text: PreparedText, types: WordTypes) {
    rows.update(types)
    tally.removeAll()
    let count = text.sentences.count
    text.tokens.withUnsafeMutableBufferPointer { tokens in
      gather(UnsafeBufferPointer(tokens), 0..<tokens.count, types, into: whole)
      let favoured = count > 1 ? (cyrillic: whole.topCyrillic, latin: whole.topLatin) : nil
      text.sentences.withUnsafeMutableBufferPointer { sentences in
        for index in 0..<sentences.count {
          sentences[index].language = read(tokens, sentences[index].tokens, favoured, types)
        }
      }
    }
    text.language = language(tally, whole)
    text.confidence = whole.confidence(of: text.language)
    LanguageSpans.fill(text)
  }

  private func gather(
    _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>, _ types: WordTypes,
    into evidence: LanguageEvidence
  ) {
    evidence.removeAll()
    rows.fetch(tokens, range)
    for index in range where tokens[index].type >= 0 {
      let type = tokens[index].type
      let row = rows.row(type)
      switch LanguageRows.script(row) {
      case .cyrillic: evidence.add(row, isLatin: false)
      case .latin: evidence.add(row, isLatin: true)
      case .arabic: evidence.add(ArabicScript.language(of: types.form(type)))
      case .other: evidence.add(.other)
      case .mixed: break
      }
    }
  }

  /// The language of a stretch: of all its evidence when it is short, else the one that most of its words are
  /// in.
  private func language(_ tally: LanguageTally, _ evidence: LanguageEvidence) -> LanguageTag {
    if tally.words == 0 { return .unknown }
    let leader = evidence.leader
    return tally.words <= Self.shortText && leader != .unknown ? leader : tally.leader(preferring: leader)
  }

  private func read(
    _ tokens: UnsafeMutableBufferPointer<Token>, _ range: Range<Int>,
    _ favoured: (cyrillic: Int, latin: Int)?, _ types: WordTypes
  ) -> LanguageTag {
    let evidence = favoured == nil ? whole : part
    if favoured != nil { gather(UnsafeBufferPointer(tokens), range, types, into: part) }
    sentenceTally.removeAll()
    if let lane = onlyLane(tokens, range, evidence, favoured) {
      for index in range where tokens[index].type >= 0 { tokens[index].language = lanes.tags[lane] }
      sentenceTally.add(lanes.tags[lane], count: evidence.words)
      tally.add(sentenceTally)
      return lanes.tags[lane]
    }
    followPath(tokens, range, favoured, types)
    let language = language(sentenceTally, evidence)
    for index in range where tokens[index].type >= 0 {
      if LanguageRows.script(rows.row(tokens[index].type)) == .mixed { tokens[index].language = language }
    }
    tally.add(sentenceTally)
    return language
  }

  /// The one lane of a sentence in one script in which no switch can pay; nil when the path must be worked out.
  private func onlyLane(
    _ tokens: UnsafeMutableBufferPointer<Token>, _ range: Range<Int>, _ evidence: LanguageEvidence,
    _ favoured: (cyrillic: Int, latin: Int)?
  ) -> Int? {
    let isLatin = evidence.latinWords > 0
    guard evidence.words == evidence.cyrillicWords + evidence.latinWords, evidence.words > 0,
      !isLatin || evidence.cyrillicWords == 0
    else { return nil }
    let top = isLatin ? evidence.topLatin : evidence.topCyrillic
    if let favoured, top != (isLatin ? favoured.latin : favoured.cyrillic) { return nil }
    let lane = isLatin ? top - LaneTable.latin : top
    var gains = SwitchGains()
    for index in range where tokens[index].type >= 0 {
      let row = rows.row(tokens[index].type)
      if LanguageRows.script(row) != .mixed { gains.add(LanguageRows.lead(row, over: lane)) }
    }
    return path.canPay(gains, against: top) ? nil : top
  }

  private func followPath(
    _ tokens: UnsafeMutableBufferPointer<Token>, _ range: Range<Int>,
    _ favoured: (cyrillic: Int, latin: Int)?, _ types: WordTypes
  ) {
    path.begin(favoured: favoured, gain: Self.contextGain)
    for index in range where tokens[index].type >= 0 {
      let type = tokens[index].type
      let row = rows.row(type)
      switch LanguageRows.script(row) {
      case .cyrillic: path.add(row, isLatin: false, token: index)
      case .latin: path.add(row, isLatin: true, token: index)
      case .arabic: note(ArabicScript.language(of: types.form(type)), &tokens[index])
      case .other: note(.other, &tokens[index])
      case .mixed: break
      }
    }
    path.forEachBackwards { token, lane in note(lanes.tags[lane], &tokens[token]) }
  }

  private func note(_ language: LanguageTag, _ token: inout Token) {
    token.language = language
    sentenceTally.add(language)
  }
}
