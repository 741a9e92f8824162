import Records
package import TextAnalysis

/// The languages whose forms can be told.
package enum FormLanguage: String, Sendable, CaseIterable {
  case kyrgyz = "ky"
  case russian = "ru"
  case uzbek = "uz"

  fileprivate var lexicon: LexiconLanguage {
    switch self {
    case .kyrgyz: .kyrgyz
    case .russian: .russian
    case .uzbek: .uzbek
    }
  }
}

/// Reads `lemma TAB form` and appends a column: `1` when the form is an inflected form of the lemma, else `0`.
final class FormWorker: LineWorker {
  private let reader: FormReader

  init(_ reader: FormReader) {
    self.reader = reader
  }

  func read(_ line: TextLine, into output: inout FilterPart) {
    // An empty line asks nothing.
    if !line.unmarked.isEmpty {
      switch Self.words(in: line.unmarked) {
      case .success(let words):
        let matches = reader.matches(lemma: words.lemma, form: words.form)
        output.bytes.append(contentsOf: line.bytes)
        output.bytes.append(contentsOf: [9, UInt8(ascii: matches ? "1" : "0")])
      case .failure(let refusal): return output.problems.append(refusal.problem(line: line.number))
      }
    }
    output.bytes.append(contentsOf: line.end.isEmpty ? [10] : line.end)
  }

  /// Further columns are left to their reader.
  private static func words(in bytes: ArraySlice<UInt8>) -> Result<(lemma: [UInt16], form: [UInt16]), Refusal> {
    let columns = bytes.split(separator: 9, maxSplits: 2, omittingEmptySubsequences: false)
    guard columns.count > 1 else { return .failure(.noTab) }
    guard let lemma = String(validating: columns[0], as: UTF8.self),
      let form = String(validating: columns[1], as: UTF8.self)
    else { return .failure(.noUTF8) }
    let words = (lemma: trimmed(lemma), form: trimmed(form))
    return words.lemma.isEmpty || words.form.isEmpty ? .failure(.emptyColumn) : .success(words)
  }

  private static func trimmed(_ word: String) -> [UInt16] {
    let units = Array(word.utf16)
    guard let first = units.firstIndex(where: { $0 != 0x20 }), let last = units.lastIndex(where: { $0 != 0x20 })
    else { return [] }
    return Array(units[first...last])
  }

  /// Why a line says nothing of a lemma and a form.
  private enum Refusal: Error {
    case noTab, noUTF8, emptyColumn

    func problem(line: Int) -> Problem {
      let (code, found) =
        switch self {
        case .noTab: ("forms.no-tab", "no TAB")
        case .noUTF8: ("forms.encoding", "bytes that are no UTF-8")
        case .emptyColumn: ("forms.empty-column", "an empty column")
        }
      return Problem(
        code, .rowRefused, line: line, found: found, expected: "lemma TAB form, in UTF-8",
        remedy: "correct the line; nothing was printed for it")
    }
  }
}

extension LineFilter {
  /// Whether forms belong to their lemmas.
  package static func forms(_ engine: TextEngine, _ language: FormLanguage, derivation: Bool) -> LineFilter {
    return LineFilter { FormWorker(engine.makeFormReader(language.lexicon, derivation: derivation)) }
  }
}
