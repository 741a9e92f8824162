import Foundation
import Records
import TextAnalysis

/// What the tests of the meaning half share: the project's lexicon, one engine, fixtures, scores.
enum Meaning {
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let folder: LexiconFolder = {
    let root = project.appendingPathComponent("Lexicons").resolvingSymlinksInPath()
    var files: [String: [UInt8]] = [:]
    guard let paths = FileManager.default.enumerator(atPath: root.path) else { return LexiconFolder(files: [:]) }
    for case let path as String in paths where path.hasSuffix(".tsv") {
      files[path] = (try? Data(contentsOf: root.appendingPathComponent(path))).map(Array.init)
    }
    return LexiconFolder(files: files)
  }()

  static let engine = Result { () throws(LexiconError) in try TextEngine(folder) }

  static func reader() throws -> TextReader { try engine.get().makeReader() }

  /// Rows of a fixture without its header, as columns.
  static func rows(_ name: String) throws -> [[String]] {
    let file = project.appendingPathComponent("Tests/TextAnalysisTests/Fixtures/\(name).tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  static func themes(_ text: String, kind: TextKind = .talk) throws -> [String] {
    try reader().read(text, kind: kind).themes.map { "\($0.theme):\($0.stance.rawValue)" }
  }

  /// A folder with the least that an engine needs, plus `files`.
  static func small(_ files: [String: String]) -> LexiconFolder {
    var all: [String: [UInt8]] = ["classes.tsv": Array("GIRL\tpeople\tgirls\nLEARN\teducation\tlearning\n".utf8)]
    for (path, text) in files { all[path] = Array(text.utf8) }
    return LexiconFolder(files: all)
  }
}

/// Counts of right and wrong labels.
struct MeaningScore {
  var right = 0
  var wrong = 0
  var missed = 0

  mutating func count(_ expected: Set<String>, _ found: Set<String>) {
    right += expected.intersection(found).count
    wrong += found.subtracting(expected).count
    missed += expected.subtracting(found).count
  }

  var f1: Double { Double(2 * right) / Double(max(1, 2 * right + wrong + missed)) }
  var recall: Double { Double(right) / Double(max(1, right + missed)) }
}
