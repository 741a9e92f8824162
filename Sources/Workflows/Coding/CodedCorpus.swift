import Foundation
import Protection
import Records
import Storage
import TextAnalysis

/// Coded texts, from files or from the archive, each read anew by the engine.
final class CodedCorpus {
  private(set) var items: [CodedItem] = []
  /// What was left out, and why.
  private(set) var notes: [String] = []
  private(set) var problems: [Problem] = []
  /// Hash of words and codes, whatever their order and however they are named: the data that a model was trained on.
  var dataHash: String {
    let lines = items.map { item in
      let codes = item.codings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.summary)" }
      return StableHash.hexadecimal(item.group, digits: 16) + " " + codes.joined(separator: " ")
    }
    return StableHash(lines.sorted().joined(separator: "\n").utf8).hexadecimal
  }

  private let reader: AdjustedReader
  private let collector: EvidenceCollector?
  private let themes: Set<String>

  /// - Parameter collector: collects what a model learns from; nil where none is trained.
  init(_ engine: ReadingEngine, collector: EvidenceCollector? = nil) {
    reader = engine.makeReader()
    themes = Set(engine.engine.themes)
    self.collector = collector
  }

  private func add(
    _ key: String, _ kind: TextKind, _ words: [UInt8], _ weight: Double, _ codings: [String: Coding],
    _ reading: TextReading, sentence: Int? = nil
  ) {
    let evidence = collector?.collect(reader.reader.lastText, reading, sentence: sentence)
    let found = sentence.map { EngineVerdict(reading, sentence: reading.sentences[$0]) } ?? EngineVerdict(reading)
    items.append(
      CodedItem(
        key: key, kind: kind, group: StableHash(words).value, weight: weight, codings: codings, found: found,
        evidence: evidence))
  }

  private func addAlone(
    _ key: String, _ kind: TextKind, _ words: [UInt8], _ weight: Double, _ codings: [String: Coding]
  ) {
    add(key, kind, words, weight, codings, reader.read(PendingText(bytes: words, kind: kind)))
  }
}

// MARK: - Files

extension CodedCorpus {
  /// Adds the texts of files. A file is one coder's, called like the file, unless a column `coder` says otherwise.
  /// - Throws: `WorkflowError` when a file cannot be read, or holds no texts.
  func addFiles(_ paths: [String]) throws {
    var order: [String] = []
    var rows: [String: (row: CodedRow, codings: [String: Coding])] = [:]
    for path in paths {
      let file = try CodingTable(themes: themes).read(path)
      guard file.hasTexts else {
        throw WorkflowError("\(path): no column 'text'; import the file, then score or train without naming it")
      }
      problems += file.problems
      if file.empty > 0 { notes.append("\(path): \(file.empty) rows without any code") }
      let name = URL(filePath: path).deletingPathExtension().lastPathComponent
      for row in file.rows where !row.text.isEmpty {
        let key = "\(row.kind.rawValue) \(row.item)"
        if rows[key] == nil { order.append(key) }
        rows[key, default: (row, [:])].codings[row.coder ?? name] = row.coding
      }
    }
    for key in order {
      guard let entry = rows[key] else { continue }
      addAlone(key, entry.row.kind, Array(entry.row.text.utf8), entry.row.weight ?? 1, entry.codings)
    }
  }
}

// MARK: - The archive

extension CodedCorpus {
  /// Adds everything that was imported and whose words are still the same.
  func addArchive(_ workspace: Workspace, notice: (String) -> Void) throws {
    let archive = try workspace.openForReading()
    let keys = try workspace.keyRing()
    let (codings, contested) = try drawn(archive)
    guard !codings.isEmpty else {
      throw WorkflowError(
        "no codes in the archive; import filled files with 'minbar coding import', or name files here")
    }
    if codings.contains(where: { $0.text.kind == .comment }) { notice("Opening the sealed comments that were coded.") }
    if contested > 0 {
      notes.append("\(contested) texts were coded because their creators objected; they are no draw and are left out")
    }
    let before = items.count
    var texts: [CodedText: [String: Coding]] = [:]
    for coding in codings { texts[coding.text, default: [:]][coding.coder] = coding.coding }
    let opener = try CommentOpener(keys)
    try archive.read { archive in
      for (post, coded) in Dictionary(grouping: texts, by: \.key.post).sorted(by: { $0.key < $1.key }) {
        let ordered = coded.sorted { $0.key.key < $1.key.key }.map { (text: $0.key, codings: $0.value) }
        try add(post, ordered, archive, opener)
      }
    }
    let lost = texts.count - (items.count - before)
    if lost > 0 { notes.append("\(lost) coded texts are gone or have other words now; they are left out") }
  }

  /// What was coded of texts that stand for others, and how many texts do not.
  private func drawn(_ archive: Archive) throws -> (codings: [StoredCoding], contested: Int) {
    let codings = try archive.read { try $0.codings() }
    return (codings.filter { !$0.isContested }, Set(codings.filter(\.isContested).map(\.text)).count)
  }

  private typealias Coded = (text: CodedText, codings: [String: Coding])

  private func add(_ post: Int64, _ coded: [Coded], _ archive: ArchiveReader, _ opener: CommentOpener) throws {
    let wanted = Set(coded.compactMap(\.text.identity))
    if !wanted.isEmpty {
      let comments = try CodedWords(archive, opener: opener).comments(of: post, wanted)
      for (text, codings) in coded {
        guard let identity = text.identity, let comment = comments[identity], comment.textMark == text.textMark
        else { continue }
        addAlone(text.key, .comment, comment.text, text.weight, codings)
      }
    }
    guard wanted.count < coded.count, let talk = try archive.talk(post).map(TalkParts.init) else { return }
    for (name, whole) in talk.parts { addSentences(of: name, whole, coded) }
  }

  /// Sentences are read where they stand: what follows may reject what they say.
  private func addSentences(of part: String, _ whole: String, _ coded: [Coded]) {
    let mark = Fingerprint.hash(whole.utf8)
    let coded = coded.compactMap { text, codings -> (CodedText, Range<Int>, [String: Coding])? in
      guard case .sentence(part, let range) = text.place, text.textMark == mark else { return nil }
      return (text, range, codings)
    }
    guard !coded.isEmpty else { return }
    let reading = reader.read(PendingText(bytes: Array(whole.utf8), kind: .talk))
    let numbers = coded.map { item in reading.sentences.firstIndex { $0.range == item.1 } }
    for ((text, range, codings), number) in zip(coded, numbers) where number != nil {
      add(text.key, .talk, Array(whole.part(range).utf8), text.weight, codings, reading, sentence: number)
    }
    // The lexicon may cut sentences elsewhere now: then the words are read alone.
    for ((text, range, codings), number) in zip(coded, numbers) where number == nil {
      addAlone(text.key, .talk, Array(whole.part(range).utf8), text.weight, codings)
    }
  }
}

extension Coding {
  /// All codes in a fixed order.
  fileprivate var summary: String {
    let themes = themes.map { $0.map { "\($0.theme):\($0.stance.rawValue)" }.joined(separator: ",") }
    let alerts = alerts.map { $0.map(\.rawValue).joined(separator: ",") }
    let codes = [variety, themes, sentiment?.rawValue, response?.rawValue, alerts].map { $0 ?? "?" }
    return codes.joined(separator: "/")
  }
}
