import Foundation
package import Records
import Storage

/// What a round of coding on the website is made of.
package struct RoundOptions: Sendable {
  /// Nil: what creators objected to.
  package var month: Month?
  /// Texts to draw from the month.
  package var size: Int
  /// Code names of the two.
  package var coders: [String]

  package init(month: Month?, size: Int = 200, coders: [String]) {
    self.month = month
    self.size = size
    self.coders = coders
  }
}

/// What `minbar coding round` made.
package struct RoundOutcome: Sendable, Codable {
  package let round: Int64
  package let texts: Int
  package let comments: Int
}

extension Workspace {
  /// Makes a round: texts that two people code on the website, each in an order of their own. Keeps which texts they are,
  /// none of their words.
  /// - Throws: `WorkflowError` when there is nothing to code, or the coders are not two.
  package func makeRound(
    _ options: RoundOptions, notice: @escaping (String) -> Void = { _ in },
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> RoundOutcome {
    guard options.coders.count == 2, Set(options.coders.map { $0.lowercased() }).count == 2 else {
      throw WorkflowError("a round needs two coders; name two accounts")
    }
    for coder in options.coders { try CoderName.check(coder) }
    guard !options.coders.contains(where: { $0.uppercased() == CodingRound.lastWord }) else {
      throw WorkflowError("\(CodingRound.lastWord): this code stands for the last word; no coder has it")
    }
    let seed = UInt64(try openForReading().read { try $0.codingRounds().first?.id ?? 0 }) + 1
    let texts = try texts(options, seed: seed, notice, progress)
    let archive = try openForWriting("coding round", notice: notice)
    let round = try archive.write { writer in
      try writer.addRound(
        options.month == nil ? .objections : .month, month: options.month, coders: options.coders,
        RoundOrder.items(texts, seed: seed), at: now)
    }
    return RoundOutcome(round: round, texts: texts.count, comments: texts.count { $0.kind == .comment })
  }

  private func texts(
    _ options: RoundOptions, seed: UInt64, _ notice: @escaping (String) -> Void, _ progress: (Int, Int) -> Void
  ) throws -> [CodedText] {
    guard let month = options.month else { return try contestedTexts() }
    let sample = SampleOptions(month: month, size: options.size, seed: seed, output: "")
    return try CodingSampleWorkflow(self, sample, notice: notice).draw(progress: progress).units.map(\.text)
  }

  /// Sentences in which a creator says that something else was meant, as long as the objection is open.
  private func contestedTexts() throws -> [CodedText] {
    let open = try SiteBook(besideServerOf: self).objections().filter { $0.settledAt == nil && $0.reason != .notMine }
    let texts = try openForReading().read { reader in
      try open.flatMap { objection in
        try RoundOrder.texts(reader.contestedSentences(of: objection.post, theme: objection.theme), objection, reader)
      }
    }
    let unique = Set(texts).sorted { $0.key < $1.key }
    guard !unique.isEmpty else {
      throw WorkflowError("no sentence to code: no objection is open, or its sentences are in a round already")
    }
    return unique
  }
}

/// In which order two people get the same texts.
private enum RoundOrder {
  /// Sentences of one objection: more would tell no more.
  private static let most = 5

  /// An order for each, so that tiredness does not fall on the same texts.
  static func items(_ texts: [CodedText], seed: UInt64) -> [NewCodingItem] {
    let sorted = texts.sorted { $0.key < $1.key }
    let orders = (0..<2).map { coder -> [Int] in
      var chance = SeededChance(seed: seed &* 31 &+ UInt64(coder))
      return chance.shuffled(Array(1...sorted.count))
    }
    return sorted.indices.map { number in
      NewCodingItem(text: sorted[number], places: orders.map { $0[number] })
    }
  }

  static func texts(
    _ sentences: [(part: String, range: Range<Int>)], _ objection: DeskObjection, _ reader: ArchiveReader
  ) throws -> [CodedText] {
    guard !sentences.isEmpty, let talk = try reader.talk(objection.post).map(TalkParts.init) else { return [] }
    return sentences.lazy.compactMap { part, range -> CodedText? in
      guard let whole = talk.text(part), range.upperBound <= whole.utf16.count else { return nil }
      return CodedText(
        post: objection.post, place: .sentence(part: part, range: range), textMark: Fingerprint.hash(whole.utf8))
    }.prefix(most).map { $0 }
  }
}
