import Foundation
import Protection
package import Records
import Storage

/// What is drawn, and how it is written.
package struct SampleOptions: Sendable {
  package var month: Month
  /// Texts to draw, over all languages and kinds.
  package var size: Int
  package var seed: UInt64
  package var coders: Int
  package var style: CodingFileStyle
  package var output: String

  package init(
    month: Month, size: Int = 400, seed: UInt64 = 1, coders: Int = 1, style: CodingFileStyle = .excel, output: String
  ) {
    self.month = month
    self.size = size
    self.seed = seed
    self.coders = coders
    self.style = style
    self.output = output
  }
}

/// What `minbar coding sample` drew.
package struct SampleOutcome: Sendable, Codable {
  package let files: [String]
  package let texts: Int
  package let comments: Int
  /// All texts of the month, for which those drawn stand.
  package let drawnFrom: Int
}

/// Draws texts of a month for coders. Changes nothing in the archive: what the engine says of a text is worked out again
/// when codes are scored.
package final class CodingSampleWorkflow {
  private let options: SampleOptions
  private let archive: Archive
  private let pool: ReadingPool
  private let opener: CommentOpener
  private let names: ItemNames
  private let zoneOffset: Int
  private let notice: (String) -> Void

  package init(
    _ workspace: Workspace, _ options: SampleOptions, notice: @escaping (String) -> Void = { _ in }
  ) throws {
    self.options = options
    self.notice = notice
    archive = try workspace.openForReading()
    pool = ReadingPool(try workspace.makeReadingEngine(notice: notice))
    let keys = try workspace.keyRing()
    opener = try CommentOpener(keys)
    names = try ItemNames(keys)
    zoneOffset = try workspace.zone(archive).offset(at: workspace.now)
  }

  /// - Throws: `WorkflowError` when a file is there already, or the month holds no text.
  package func run() throws -> SampleOutcome {
    let files = CodingSampleWorkflow.files(options.output, coders: options.coders)
    for file in files where FileManager.default.fileExists(atPath: file) {
      throw WorkflowError("\(file): is there already and may hold codes; choose another name or move it away")
    }
    let (drawn, count) = try draw()
    let items = try archive.read { try self.items(drawn, $0) }
    for (number, file) in files.enumerated() { try write(items, coder: number, file) }
    let comments = items.count { $0.kind == TextKind.comment.rawValue }
    if comments > 0 {
      notice(
        "\(comments) comments lie open in \(files.joined(separator: ", ")): give each coder only the own file, and delete "
          + "all copies once the codes are imported.")
    }
    return SampleOutcome(files: files, texts: items.count, comments: comments, drawnFrom: count)
  }

  /// Draws from the month.
  /// - Parameter progress: told after each post: how many are read, of how many.
  /// - Returns: the texts drawn, and how many there are.
  /// - Throws: `WorkflowError` when the month holds no text.
  func draw(progress: (Int, Int) -> Void = { _, _ in }) throws -> (units: [SampleUnit], of: Int) {
    notice("Opening sealed comments of \(options.month) to draw from them.")
    let frame = try archive.read { try self.frame($0, progress) }
    guard frame.count > 0 else {
      throw WorkflowError("\(options.month): no talk and no comment of this month; 'minbar status' shows the months")
    }
    return (SamplePlan(frame, size: options.size).draw(), frame.count)
  }

  /// One file a coder: `sample-A.csv`, `sample-B.csv`; the name itself for a single one.
  static func files(_ output: String, coders: Int) -> [String] {
    guard coders > 1 else { return [output] }
    let url = URL(filePath: output)
    let ending = url.pathExtension.isEmpty ? "" : "." + url.pathExtension
    let stem = String(output.dropLast(ending.count))
    return (0..<coders).map { "\(stem)-\(coderName($0))\(ending)" }
  }

  static func coderName(_ number: Int) -> String { String(UnicodeScalar(UInt8(ascii: "A") + UInt8(number % 26))) }

  /// The same items in an order of each coder's own, so that tiredness does not fall on the same texts.
  private func write(_ items: [CodingFileItem], coder: Int, _ file: String) throws {
    var chance = SeededChance(seed: options.seed &* 31 &+ UInt64(coder))
    let ordered = chance.shuffled(items.sorted { $0.item < $1.item })
    let bytes = CodingFileWriter.bytes(ordered, style: options.style)
    guard FileManager.default.createFile(atPath: file, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    else { throw WorkflowError("\(file): cannot be written; check the folder") }
  }
}

// MARK: - What there is

extension CodingSampleWorkflow {
  private func frame(_ reader: ArchiveReader, _ progress: (Int, Int) -> Void) throws -> SampleFrame {
    var frame = SampleFrame(size: options.size, seed: options.seed)
    let posts = try reader.codingPosts(zoneOffset: zoneOffset)
    for (number, (post, published)) in posts.enumerated() {
      progress(number, posts.count)
      if published == options.month, let talk = try reader.talk(post.id) { addTalk(TalkParts(talk), post, &frame) }
      try reader.forEachBlock(of: post.id, month: options.month, zoneOffset: zoneOffset) { block in
        try addComments(try opener.open(block), post, &frame)
      }
    }
    return frame
  }

  private func addTalk(_ talk: TalkParts, _ post: CodingPost, _ frame: inout SampleFrame) {
    for (part, text) in talk.parts {
      let hash = Fingerprint.hash(text.utf8)
      guard let reading = pool.read([PendingText(bytes: Array(text.utf8), kind: .talk)]).first else { continue }
      for sentence in reading.sentences where !sentence.range.isEmpty {
        let themes = reading.findings(of: sentence.range).map(\.theme)
        let text = CodedText(post: post.id, place: .sentence(part: part, range: sentence.range), textMark: hash)
        frame.add(
          names.sentence(post, part: part, range: sentence.range, textHash: hash), text,
          SampleCell(kind: .talk, language: sentence.language, themes: themes))
      }
    }
  }

  private func addComments(
    _ comments: [(comment: UnreadComment, text: [UInt8])], _ post: CodingPost, _ frame: inout SampleFrame
  ) throws {
    let readings = pool.read(comments.map { PendingText(bytes: $0.text, kind: .comment) })
    for ((comment, _), reading) in zip(comments, readings) {
      let text = CodedText(
        post: post.id, place: .comment(identity: Array(comment.identity)), textMark: comment.textMark)
      let cell = SampleCell(
        kind: .comment, language: reading.language, themes: reading.themes.map(\.theme), response: reading.response,
        sentiment: reading.sentiment, hasAlert: !reading.alerts.isEmpty)
      frame.add(names.comment(post, identity: comment.identity, textMark: comment.textMark), text, cell)
    }
  }
}

// MARK: - What was drawn

extension CodingSampleWorkflow {
  /// The words of the units drawn. Talks are public, but what leads to a person is taken out of them too.
  private func items(_ units: [SampleUnit], _ reader: ArchiveReader) throws -> [CodingFileItem] {
    let texts = try CodedWords(reader, opener: opener).words(of: units.map(\.text))
    return units.compactMap { unit in
      guard let words = texts[unit.text.place, default: [:]][unit.text.post] else { return nil }
      var scrubbed: [UInt8] = []
      words.withUnsafeBufferPointer { TextScrubber.scrub($0, into: &scrubbed) }
      return CodingFileItem(
        item: unit.item, kind: unit.text.kind.rawValue, text: String(decoding: scrubbed, as: UTF8.self),
        weight: unit.text.weight)
    }
  }
}
