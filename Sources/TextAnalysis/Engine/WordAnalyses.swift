/// What every word form can be a form of, worked out once for each form and language. One for each thread.
final class WordAnalyses {
  /// Readings of a form: by language, sound or damaged spelling.
  enum Group: Int, CaseIterable {
    case kyrgyz, kyrgyzDamaged, russian, uzbek, uzbekDamaged
  }

  /// Languages that a form was or shall be read in.
  struct Languages: OptionSet {
    let rawValue: UInt8

    static let kyrgyz = Languages(rawValue: 1)
    static let russian = Languages(rawValue: 2)
    static let uzbek = Languages(rawValue: 4)
    static let all: Languages = [.kyrgyz, .russian, .uzbek]
  }

  struct Record {
    var firsts = SIMD8<Int32>(repeating: 0)
    var counts = SIMD8<UInt8>(repeating: 0)
    var languages: Languages = []
    /// A phrase may start with one of the readings.
    var startsPhrase = false
    /// What endings show, for words in no lexicon.
    var kyrgyzGuess: Features = []
    var russianGuess: Features = []
    var uzbekGuess: Features = []

    @inline(__always)
    func range(_ group: Group) -> Range<Int> {
      let first = Int(firsts[group.rawValue])
      return first..<first + Int(counts[group.rawValue])
    }

    var isEmpty: Bool { counts == SIMD8<UInt8>(repeating: 0) }
  }

  private let tables: LexiconTables
  private var records: [Record] = []
  private(set) var hits: [AnalysedHit] = []
  private var generation = 0
  private var found: [WordHit] = []
  private var buffer: [UInt16] = []
  private let stemmer = RussianStemmer()
  private let latinKyrgyz: LatinKyrgyzAnalyses

  init(_ tables: LexiconTables) {
    self.tables = tables
    latinKyrgyz = LatinKyrgyzAnalyses(tables)
  }

  /// Forgets everything when the ids of `types` have become void.
  func beginText(_ types: WordTypes) {
    guard types.generation != generation else { return }
    generation = types.generation
    records.removeAll(keepingCapacity: true)
    hits.removeAll(keepingCapacity: true)
    latinKyrgyz.removeAll()
  }

  /// The readings of the form with this id, in `languages` at least.
  @inline(__always)
  func record(_ id: Int32, _ types: WordTypes, _ languages: Languages) -> Record {
    let index = Int(types.base(id))
    if index < records.count, records[index].languages.isSuperset(of: languages) { return records[index] }
    return analyse(index, types, languages)
  }

  /// Readings of a word of Latin letters that stands in a Kyrgyz text.
  func latinKyrgyz(_ id: Int32, _ types: WordTypes) -> [AnalysedHit] {
    latinKyrgyz.hits(types.base(id), types)
  }

  @inline(never)
  private func analyse(_ index: Int, _ types: WordTypes, _ languages: Languages) -> Record {
    if index >= records.count {
      records.append(contentsOf: repeatElement(Record(), count: index + 1 - records.count))
    }
    let id = Int32(index)
    var record = records[index]
    let missing = languages.subtracting(record.languages)
    read(types.form(id), types.script(id), missing, &record)
    let flags = types.flags(id)
    if record.isEmpty, !flags.isDisjoint(with: [.lengthened, .hasHyphen]) {
      readAgain(id, types, flags, missing, &record)
    }
    record.languages.formUnion(languages)
    records[index] = record
    return record
  }

  /// Tries the other folding of a lengthened word, or the parts of a hyphenated one.
  private func readAgain(
    _ id: Int32, _ types: WordTypes, _ flags: WordFlags, _ languages: Languages, _ record: inout Record
  ) {
    if flags.contains(.lengthened), !types.doubledForm(id).isEmpty {
      return read(types.doubledForm(id), types.script(id), languages, &record)
    }
    let form = types.form(id)
    guard let hyphen = form.lastIndex(of: 0x2D), hyphen > 0, hyphen + 1 < form.count else { return }
    read(UnsafeBufferPointer(rebasing: form[(hyphen + 1)...]), types.script(id), languages, &record)
    if !record.isEmpty { return }
    read(UnsafeBufferPointer(rebasing: form[..<hyphen]), types.script(id), languages, &record)
  }

  private func read(
    _ form: UnsafeBufferPointer<UInt16>, _ script: WordScript, _ languages: Languages, _ record: inout Record
  ) {
    guard form.count >= 1, form.count <= LexiconTables.longestWord else { return }
    if script == .latin {
      if languages.contains(.uzbek) { readUzbek(form, damaged: tables.uzbek.plain, &record) }
      return
    }
    guard script == .cyrillic else { return }
    if languages.contains(.kyrgyz) { readKyrgyz(form, &record) }
    if languages.contains(.russian) { readRussian(form, &record) }
    if languages.contains(.uzbek) {
      tables.uzbekScript.latin(fromCyrillic: form).withUnsafeBufferPointer {
        readUzbek($0, damaged: tables.uzbek.plainOther, &record)
      }
    }
  }

  private func readKyrgyz(_ form: UnsafeBufferPointer<UInt16>, _ record: inout Record) {
    match(tables.kyrgyz.strict, form, .kyrgyz, &record)
    let isSound = !record.range(.kyrgyz).isEmpty
    if !isSound, let plain = tables.kyrgyz.plain { match(plain, form, .kyrgyzDamaged, &record) }
    record.kyrgyzGuess = tables.kyrgyz.morphology.guess(form)
  }

  private func readRussian(_ form: UnsafeBufferPointer<UInt16>, _ record: inout Record) {
    match(tables.russian.strict, form, .russian, &record)
    record.russianGuess = tables.russian.morphology.guess(form)
  }

  private func readUzbek(
    _ form: UnsafeBufferPointer<UInt16>, damaged: StemMatcher?, _ record: inout Record
  ) {
    match(tables.uzbek.strict, form, .uzbek, &record)
    let isSound = !record.range(.uzbek).isEmpty
    if !isSound, let damaged { match(damaged, form, .uzbekDamaged, &record) }
    record.uzbekGuess = tables.uzbek.morphology.guess(form)
  }

  private func match(
    _ matcher: StemMatcher, _ form: UnsafeBufferPointer<UInt16>, _ group: Group, _ record: inout Record
  ) {
    found.removeAll(keepingCapacity: true)
    matcher.match(form, buffer: &buffer, into: &found)
    if group == .russian, found.isEmpty { addStemmed(form) }
    if found.isEmpty { return }
    let first = hits.count
    tables.settle(found, into: &hits)
    record.firsts[group.rawValue] = Int32(first)
    record.counts[group.rawValue] = UInt8(clamping: hits.count - first)
    for hit in found where tables.phrases.starts[Int(hit.atom)] { record.startsPhrase = true }
  }

  /// Words whose shape no table knows are met by their Snowball stem.
  private func addStemmed(_ form: UnsafeBufferPointer<UInt16>) {
    guard !tables.russian.stemmed.isEmpty, let stemmer else { return }
    for atom in tables.russian.stemmed[stemmer.stem(form)] ?? [] {
      found.append(WordHit(atom: atom, stemLength: Int32(form.count), features: []))
    }
  }
}
