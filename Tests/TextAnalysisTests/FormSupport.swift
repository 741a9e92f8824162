import Foundation
import Records
import TextAnalysis

/// The project's lexicon as the tests of the form half read it, and shorthands for texts.
enum Form {
  static let folder: LexiconFolder = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Lexicons").resolvingSymlinksInPath()
    var files: [String: [UInt8]] = [:]
    guard let paths = FileManager.default.enumerator(atPath: root.path) else {
      return LexiconFolder(files: [:])
    }
    for case let path as String in paths where path.hasSuffix(".tsv") {
      files[path] = (try? Data(contentsOf: root.appendingPathComponent(path))).map(Array.init)
    }
    return LexiconFolder(files: files)
  }()

  static let segmentation = SegmentationData(folder)
  static let profiles = LanguageProfiles(folder)

  static func units(_ text: String) -> [UInt16] { Array(text.utf16) }
  static func string(_ units: some Sequence<UInt16>) -> String {
    String(decoding: Array(units), as: UTF16.self)
  }
}

/// A text cut and read, with everything needed to look into it.
final class FormReading {
  let text = PreparedText()
  let types: WordTypes

  init(_ source: String, kind: TextKind = .talk) {
    types = WordTypes(Form.segmentation.letters)
    let segmenter = Segmenter(Form.segmentation)
    let reader = LanguageReader(Form.profiles)
    let bytes = Array(source.utf8)
    bytes.withUnsafeBufferPointer { segmenter.prepare($0, kind: kind, types: types, into: text) }
    reader.read(text, types: types)
  }

  func written(_ token: Token) -> String {
    Form.string(text.units[Int(token.start)..<Int(token.end)])
  }

  func form(_ token: Token) -> String {
    token.type < 0 ? "" : Form.string(types.form(token.type))
  }

  var written: [String] { text.tokens.map(written) }
  var words: [String] { text.tokens.filter { $0.kind == .word }.map(form) }
  var sentences: [String] { text.sentences.map { Form.string(text.units[$0.units]) } }
}
