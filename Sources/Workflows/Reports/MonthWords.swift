import Records
import Storage
import TextAnalysis

/// What the talks of a month spoke of more than those of the year before, with lines of talks. Talks are public speech;
/// no comment is looked at.
///
/// A word counts once a talk: one talk that says it sixty times is no sign of a month (Evert 2022 prefers document
/// frequencies). Kept is what is beyond chance (G² at p < .0001), stands five times and in three talks at least; the
/// order is that of the effect. MEASURES 2.6.
struct MonthWords {
  static let fewestUses = 5
  static let fewestTalks = 3
  /// Words shown of a language, lines shown of a word.
  static let mostWords = 12
  static let mostLines = 3
  /// Months that a month is held against.
  static let monthsBefore = 12

  private let archive: ArchiveReader
  private let zoneOffset: Int

  init(_ archive: ArchiveReader, zoneOffset: Int) {
    self.archive = archive
    self.zoneOffset = zoneOffset
  }

  /// A word of the month before it is judged.
  private struct Candidate {
    var talks = 0
    var uses = 0
    var forms: [String: Int] = [:]
    /// The newest talks that hold it.
    var places: [(talk: Int, range: Range<Int>)] = []
  }

  func keyness(of month: Month) throws -> [MonthKeyness] {
    let talks = try archive.countedTalks(in: month, zoneOffset: zoneOffset)
    let byLanguage = Dictionary(grouping: talks.indices) { talks[$0].language }
    let candidates = byLanguage.mapValues { self.candidates($0, talks) }
    let before = try archive.talksHolding(
      candidates.mapValues { Set($0.keys) }, from: month + -Self.monthsBefore, through: month + -1,
      zoneOffset: zoneOffset)
    return try LanguageTag.allCases.compactMap { language in
      guard let own = candidates[language], let count = byLanguage[language]?.count else { return nil }
      let earlier = before[language] ?? (0, [:])
      var keyness = MonthKeyness(month: month, language: language, talks: count, talksBefore: earlier.talks)
      let best = judged(own, talks: count, earlier).prefix(Self.mostWords)
      keyness.words = try best.map { try word($0.stem, $0.keyness, own, earlier.holding, talks) }
      return keyness
    }
  }

  private func candidates(_ numbers: [Int], _ talks: [CountedTalk]) -> [String: Candidate] {
    var found: [String: Candidate] = [:]
    for number in numbers {
      for word in talks[number].words {
        var candidate = found[word.stem] ?? Candidate()
        candidate.talks += 1
        candidate.uses += word.count
        candidate.forms[word.form, default: 0] += 1
        if candidate.places.count < Self.mostLines { candidate.places.append((number, word.first)) }
        found[word.stem] = candidate
      }
    }
    return found.filter { $0.value.uses >= Self.fewestUses && $0.value.talks >= Self.fewestTalks }
  }

  private func judged(
    _ candidates: [String: Candidate], talks: Int, _ before: (talks: Int, holding: [String: Int])
  ) -> [(stem: String, keyness: Keyness)] {
    candidates.map { stem, candidate in
      (
        stem: stem,
        keyness: Keyness(
          count: candidate.talks, of: talks, rest: before.holding[stem] ?? 0, of: before.talks)
      )
    }.filter(\.keyness.isKey).sorted { one, two in
      (two.keyness.logRatio, two.keyness.g2, one.stem) < (one.keyness.logRatio, one.keyness.g2, two.stem)
    }
  }

  private func word(
    _ stem: String, _ keyness: Keyness, _ candidates: [String: Candidate], _ before: [String: Int],
    _ talks: [CountedTalk]
  ) throws -> MonthKeyWord {
    let candidate = candidates[stem] ?? Candidate()
    let form = candidate.forms.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? stem
    return MonthKeyWord(
      word: form, talks: candidate.talks, uses: candidate.uses, talksBefore: before[stem] ?? 0, g2: keyness.g2,
      logRatio: keyness.logRatio,
      lines: try candidate.places.compactMap { try line(talks[$0.talk], $0.range) })
  }

  private func line(_ talk: CountedTalk, _ range: Range<Int>) throws -> ConcordanceLine? {
    guard let texts = try archive.talk(talk.post) else { return nil }
    let transcript = TranscriptText(texts.cues, durationSeconds: texts.durationSeconds)
    return Concordance.line(transcript.text, range, talk: talk.title)
  }
}

/// Cuts a line out of a text.
enum Concordance {
  /// Letters on either side of the word.
  static let reach = 48

  /// Nil where the text has no such place any more.
  static func line(_ text: String, _ range: Range<Int>, talk: String) -> ConcordanceLine? {
    let units = Array(text.utf16)
    guard !range.isEmpty, range.upperBound <= units.count else { return nil }
    func plain(_ part: ArraySlice<UInt16>) -> String {
      Excerpt.of(String(decoding: part, as: UTF16.self), length: part.count)
    }
    let left = units[..<range.lowerBound].suffix(reach)
    let right = units[range.upperBound...].prefix(reach)
    return ConcordanceLine(
      left: plain(left.count < reach ? left : afterSpace(left)), word: plain(units[range]),
      right: plain(right.count < reach ? right : beforeSpace(right)), talk: talk)
  }

  /// Without the word that the cut went through.
  private static func afterSpace(_ part: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
    part.firstIndex(where: isSpace).map { part[$0...] } ?? part[part.endIndex...]
  }

  private static func beforeSpace(_ part: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
    part.lastIndex(where: isSpace).map { part[...$0] } ?? part[..<part.startIndex]
  }

  private static func isSpace(_ unit: UInt16) -> Bool { unit == 0x20 || unit == 0x0A }
}
