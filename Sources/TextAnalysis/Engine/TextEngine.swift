package import Records

/// Why no engine could be made: the files without which nothing can be read.
package struct LexiconError: Error, Sendable {
  package let problems: [Problem]
}

/// Everything that reads texts, made once from a lexicon folder. Immutable; each thread makes its own reader.
package final class TextEngine: Sendable {
  /// Changes with every lexicon byte and with the engine: readings of another fingerprint are out of date.
  package let fingerprint: String
  /// What was refused while loading.
  package let problems: [Problem]
  package let examples: [ThemeExample]
  let parts: EngineParts
  private let forms: [FormMatcher]
  let uzbekScript: UzbekScript
  /// What only `minbar text restore` and `minbar text forms` need.
  private let restorerOnDemand: OnDemand<KyrgyzRestorer>
  private let knownParts: OnDemand<[[[UInt16]: Set<PartOfSpeech>]]>

  /// - Throws: `LexiconError` when classes or the morphology of a language are missing.
  package init(_ folder: LexiconFolder) throws(LexiconError) {
    var problems: [Problem] = []
    let loader = LexiconLoader(folder)
    problems += loader.problems
    let missing = problems.filter { $0.code == "lexicon.missing-file" && $0.file == "classes.tsv" }
    if !missing.isEmpty { throw LexiconError(problems: missing) }
    let morphologies = LexiconLanguage.allCases.map { LanguageMorphology($0, folder, problems: &problems) }
    uzbekScript = UzbekScript(folder)
    restorerOnDemand = OnDemand { KyrgyzRestorer(folder) }
    let tables = LexiconTables(loader.lexicon, uzbekScript) { morphologies[Int($0.rawValue)] }
    parts = EngineParts(folder, tables, problems: &problems)
    forms = morphologies.map { FormMatcher(morphology: $0) }
    let atoms = loader.lexicon.atoms
    knownParts = OnDemand { TextEngine.knownParts(atoms) }
    examples = parts.themes.examples
    self.problems = problems
    fingerprint = Fingerprint.of(folder)
  }

  /// The fingerprint of the engine that a folder would give, without compiling its words.
  package static func fingerprint(of folder: LexiconFolder) -> String { Fingerprint.of(folder) }

  package func makeReader() -> TextReader {
    TextReader(parts)
  }

  /// Title of a theme in a language (`en`, `ru`, `ky`, `uz`); nil where none is written.
  package func title(ofTheme theme: String, language: String) -> String? {
    parts.themes.titles[theme]?[language]
  }

  var restorer: KyrgyzRestorer { restorerOnDemand.value }

  private static func knownParts(_ atoms: [LexiconAtom]) -> [[[UInt16]: Set<PartOfSpeech>]] {
    var known = Array(repeating: [[UInt16]: Set<PartOfSpeech>](), count: LexiconLanguage.allCases.count)
    for atom in atoms {
      known[Int(atom.language.rawValue)][atom.word.units, default: []].insert(atom.word.part)
    }
    return known
  }

  /// Whether `form` is an inflected form of `lemma`, by morphology alone. Derived words count only on request.
  package func formMatches(
    lemma: String, form: String, language: LexiconLanguage, derivation: Bool = false
  ) -> Bool {
    let types = WordTypes(parts.segmentation.letters)
    return formMatches(
      lemma: canonical(Array(lemma.utf16), language, types), form: canonical(Array(form.utf16), language, types),
      language: language, derivation: derivation)
  }

  /// The same for canonical words.
  func formMatches(lemma: [UInt16], form: [UInt16], language: LexiconLanguage, derivation: Bool) -> Bool {
    let known = knownParts.value[Int(language.rawValue)][lemma] ?? []
    return forms[Int(language.rawValue)].matches(
      lemma: lemma, form: form, known: known, derivation: derivation)
  }

  /// The canonical form of a word; Uzbek in Latin.
  func canonical(_ units: [UInt16], _ language: LexiconLanguage, _ types: WordTypes) -> [UInt16] {
    units.withUnsafeBufferPointer { inLexiconScript(types.form(types.id(for: $0)), language) }
  }
}

extension TextEngine {
  /// A canonical form in the script that lexicons write: Uzbek in Latin.
  func inLexiconScript(_ form: UnsafeBufferPointer<UInt16>, _ language: LexiconLanguage) -> [UInt16] {
    guard language == .uzbek, form.contains(where: { (0x400..<0x530).contains($0) }) else { return Array(form) }
    return uzbekScript.latin(fromCyrillic: form)
  }
}

/// The immutable parts that readers share.
struct EngineParts: Sendable {
  let tables: LexiconTables
  let operators: OperatorTable
  let themes: ThemeTable
  let responses: ResponseTable
  let alerts: AlertTable
  let segmentation: SegmentationData
  let languages: LanguageProfiles

  init(_ folder: LexiconFolder, _ tables: LexiconTables, problems: inout [Problem]) {
    self.tables = tables
    func table(_ path: String) -> TableFile { TableFile(path: path, bytes: folder.files[path] ?? []) }
    operators = OperatorTable(table("operators.tsv"), tables.classes, problems: &problems)
    themes = ThemeTable(folder, tables.classes, problems: &problems)
    responses = ResponseTable(table("responses.tsv"), tables.classes, problems: &problems)
    alerts = AlertTable(table("alerts.tsv"), tables.classes, problems: &problems)
    segmentation = SegmentationData(folder)
    languages = LanguageProfiles(folder)
    problems += segmentation.problems + languages.problems
  }
}
