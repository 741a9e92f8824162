/// What every word form can be a form of, worked out once for each form and language. One for each thread.
final class WordAnalyses {
  /// Readings of a form: by language, sound or damaged spelling; last, as a word of set phrases, for texts of other
  /// languages.
  enum Group: Int, CaseIterable {
    case kyrgyz, kyrgyzDamaged, russian, uzbek, uzbekDamaged, kyrgyzSetPhrase, uzbekSetPhrase
  }

  /// Languages that a form was or shall be read in.
  struct Languages: OptionSet {
    let rawValue: UInt8

    static let kyrgyz = Languages(rawValue: 1)
    static let russian = Languages(rawValue: 2)
    static let uzbek = Languages(rawValue: 4)
    static let all: Languages = [.kyrgyz, .russian, .uzbek]
    /// One by one, in the order of the groups.
    static let inOrder: [Languages] = [.kyrgyz, .russian, .uzbek]
  }

  /// Half a cache line a form; the readings lie in `hits`, group after group.
  struct Record {
    var first: Int32 = 0
    var languages: Languages = []
    /// A phrase may start, or go on, with one of the readings.
    var startsPhrase = false
    var goesOn = false
    /// No reading says anything to rules by itself.
    var isSilent = true
    /// One of the readings is a set phrase.
    var isFormula = false
    /// Where each group ends, counted from `first`: eight bits each.
    var ends: UInt64 = 0
    /// What endings show, for words in no lexicon: a place in the list of the language, 0 for nothing.
    var kyrgyzGuess: UInt8 = 0
    var russianGuess: UInt8 = 0
    var uzbekGuess: UInt8 = 0

    @inline(__always)
    var hasGuess: Bool { kyrgyzGuess | russianGuess | uzbekGuess != 0 }

    @inline(__always)
    func end(_ group: Group) -> Int { Int(ends >> UInt64(group.rawValue * 8) & 0xFF) }

    @inline(__always)
    func range(_ group: Group) -> Range<Int> {
      let start = group.rawValue == 0 ? 0 : Int(ends >> UInt64(group.rawValue * 8 - 8) & 0xFF)
      return Int(first) + start..<Int(first) + end(group)
    }

    /// Readings in these languages. What a record holds of others, from other texts, counts for nothing.
    @inline(__always)
    func readings(in languages: Languages) -> Range<Int> {
      let start = languages.contains(.kyrgyz) ? 0 : end(.kyrgyzDamaged)
      let stop = languages.contains(.uzbek) ? end(.uzbekDamaged) : end(.russian)
      return Int(first) + start..<Int(first) + stop
    }

    /// Readings as words of set phrases of all other languages.
    @inline(__always)
    func setPhrases(besides languages: Languages) -> Range<Int> {
      let start = languages.contains(.kyrgyz) ? end(.kyrgyzSetPhrase) : end(.uzbekDamaged)
      let stop = languages.contains(.uzbek) ? end(.kyrgyzSetPhrase) : end(.uzbekSetPhrase)
      return Int(first) + start..<Int(first) + max(start, stop)
    }

    /// All readings.
    var all: Range<Int> { Int(first)..<Int(first) + end(.uzbekSetPhrase) }
    @inline(__always)
    var isEmpty: Bool { end(.uzbekDamaged) == 0 }
  }

  private let tables: LexiconTables
  @exclusivity(unchecked) private var records: [Record] = []
  @exclusivity(unchecked) private(set) var hits: [AnalysedHit] = []
  @exclusivity(unchecked) private var generation = 0
  /// The word has letters that careless writers leave out, so it is not damaged.
  @exclusivity(unchecked) private var isWhole = false
  @exclusivity(unchecked) private var found: [WordHit] = []
  @exclusivity(unchecked) private var buffer: [UInt16] = []
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
    let index = Int(id)
    if index < records.count, records[index].languages.isSuperset(of: languages) { return records[index] }
    return analyse(index, types, languages)
  }

  /// Loads the records of a stretch together: they wait for nothing but memory, so the waits overlap.
  /// - Returns: a number that means nothing; it keeps the loads from being left out.
  @inline(__always)
  func fetch(_ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>) -> UInt64 {
    let limit = Int32(records.count)
    var seen: UInt64 = 0
    for index in range {
      let type = tokens[index].type
      if type >= 0, type < limit { seen &+= records[Int(type)].ends }
    }
    return seen
  }

  /// Readings of a word of Latin letters that stands in a Kyrgyz text.
  func latinKyrgyz(_ id: Int32, _ types: WordTypes) -> [AnalysedHit] {
    latinKyrgyz.hits(types.base(id), types)
  }

  @inline(never)
  private func analyse(_ index: Int, _ types: WordTypes, _ languages: Languages) -> Record {
    if index >= records.count {
      records.append(contentsOf: repeatElement(Record(), count: max(index + 1, types.count) - records.count))
    }
    let all = languages.union(records[index].languages)
    let base = types.base(Int32(index))
    let record = Int(base) == index ? readings(base, types, all) : self.record(base, types, all)
    records[index] = record
    return record
  }

  private func readings(_ id: Int32, _ types: WordTypes, _ languages: Languages) -> Record {
    var record = Record()
    record.first = Int32(hits.count)
    isWhole = !types.flags(id).isDisjoint(with: [.hasKyrgyzLetters, .hasUzbekLetters])
    for language in Languages.inOrder where languages.contains(language) { read(id, types, language, &record) }
    addSetPhrases(types.form(id), &record)
    note(languages, &record)
    return record
  }

  /// Each language is read for itself, so that nothing depends on what else was read.
  private func read(_ id: Int32, _ types: WordTypes, _ language: Languages, _ record: inout Record) {
    let before = hits.count
    let flags = types.flags(id)
    read(types.form(id), types.script(id), language, &record)
    if hits.count == before, !flags.isDisjoint(with: [.lengthened, .hasHyphen]) {
      readAgain(id, types, flags, language, &record)
    }
  }

  private func addSetPhrases(_ form: UnsafeBufferPointer<UInt16>, _ record: inout Record) {
    let words = tables.setPhraseWords
    words.kyrgyz.forEachValue(ofWhole: form) { hits.append(tables.setPhraseReading($0.atom)) }
    close(.kyrgyzSetPhrase, &record)
    words.uzbek.forEachValue(ofWhole: form) { hits.append(tables.setPhraseReading($0.atom)) }
    close(.uzbekSetPhrase, &record)
  }

  /// What the collectors ask first.
  private func note(_ languages: Languages, _ record: inout Record) {
    record.languages = languages
    for place in record.all {
      let entry = hits[place].entry
      record.isSilent = record.isSilent && !tables.speaks(hits[place])
      record.isFormula = record.isFormula || (entry >= 0 && tables.facts[Int(entry)].isFormula)
      record.startsPhrase = record.startsPhrase || tables.phrases.roots[Int(hits[place].atom)] != 0
      record.goesOn = record.goesOn || tables.phrases.goesOn[Int(hits[place].atom)]
    }
  }

  /// Tries the other folding of a lengthened word, or the parts of a hyphenated one.
  private func readAgain(
    _ id: Int32, _ types: WordTypes, _ flags: WordFlags, _ language: Languages, _ record: inout Record
  ) {
    if flags.contains(.lengthened), !types.doubledForm(id).isEmpty {
      return read(types.doubledForm(id), types.script(id), language, &record)
    }
    let form = types.form(id)
    guard let hyphen = form.lastIndex(of: 0x2D), hyphen > 0, hyphen + 1 < form.count else { return }
    let before = hits.count
    read(UnsafeBufferPointer(rebasing: form[(hyphen + 1)...]), types.script(id), language, &record)
    if hits.count > before { return }
    read(UnsafeBufferPointer(rebasing: form[..<hyphen]), types.script(id), language, &record)
  }

  private func read(
    _ form: UnsafeBufferPointer<UInt16>, _ script: WordScript, _ language: Languages, _ record: inout Record
  ) {
    guard form.count >= 1, form.count <= LexiconTables.longestWord else { return }
    switch (script, language) {
    // Names of services and mixed speech: the folders of Kyrgyz and Russian hold some words in Latin letters.
    case (.latin, .kyrgyz): match(tables.kyrgyz.strict, form, .kyrgyz, &record)
    case (.latin, .russian): match(tables.russian.strict, form, .russian, &record)
    case (.latin, .uzbek): readUzbek(form, damaged: tables.uzbek.plain, &record)
    case (.cyrillic, .kyrgyz): readKyrgyz(form, &record)
    case (.cyrillic, .russian): readRussian(form, &record)
    case (.cyrillic, .uzbek):
      tables.uzbekScript.latin(fromCyrillic: form).withUnsafeBufferPointer {
        readUzbek($0, damaged: tables.uzbek.plainOther, &record)
      }
    default: return
    }
  }

  private func readKyrgyz(_ form: UnsafeBufferPointer<UInt16>, _ record: inout Record) {
    match(tables.kyrgyz.strict, form, .kyrgyz, &record)
    let isSound = isWhole || record.end(.kyrgyz) > 0
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
    let isSound = isWhole || !record.range(.uzbek).isEmpty
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
    tables.settle(found, into: &hits)
    close(group, &record)
  }

  /// The readings of `group` end here, and so do those of all later groups.
  private func close(_ group: Group, _ record: inout Record) {
    let end = UInt64(UInt8(clamping: hits.count - Int(record.first)))
    for later in group.rawValue..<Group.allCases.count {
      let shift = UInt64(later * 8)
      record.ends = record.ends & ~(0xFF << shift) | end << shift
    }
  }

  /// Words whose shape no table knows are met by their Snowball stem.
  private func addStemmed(_ form: UnsafeBufferPointer<UInt16>) {
    let stemmed = tables.russian.stemmed
    guard form.count > 1, !stemmed.atoms.isEmpty, let stemmer else { return }
    guard stemmed.starts.contains(UInt32(form[0]) << 16 | UInt32(form[1])) else { return }
    for atom in stemmed.atoms[stemmer.stem(form)] ?? [] {
      found.append(WordHit(atom: atom, stemLength: Int32(form.count), features: []))
    }
  }
}
