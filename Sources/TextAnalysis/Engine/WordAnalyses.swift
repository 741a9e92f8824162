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

  /// 24 bytes a form; the readings lie in `hits`, group after group.
  struct Record {
    var first: Int32 = 0
    var languages: Languages = []
    /// A phrase may start, or go on, with one of the readings.
    var startsPhrase = false
    var goesOn = false
    /// Where each group ends, counted from `first`: eight bits each.
    var ends: UInt64 = 0
    /// What endings show, for words in no lexicon: a place in the list of the language, 0 for nothing.
    var kyrgyzGuess: UInt8 = 0
    var russianGuess: UInt8 = 0
    var uzbekGuess: UInt8 = 0

    @inline(__always)
    func end(_ group: Group) -> Int { Int(ends >> UInt64(group.rawValue * 8) & 0xFF) }

    @inline(__always)
    func range(_ group: Group) -> Range<Int> {
      let start = group.rawValue == 0 ? 0 : Int(ends >> UInt64(group.rawValue * 8 - 8) & 0xFF)
      return Int(first) + start..<Int(first) + end(group)
    }

    var all: Range<Int> { Int(first)..<Int(first) + end(.uzbekDamaged) }
    var isEmpty: Bool { ends == 0 }
  }

  private let tables: LexiconTables
  @exclusivity(unchecked) private var records: [Record] = []
  @exclusivity(unchecked) private(set) var hits: [AnalysedHit] = []
  private var generation = 0
  /// The word has letters that careless writers leave out, so it is not damaged.
  private var isWhole = false
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
    let flags = types.flags(id)
    isWhole = !flags.isDisjoint(with: [.hasKyrgyzLetters, .hasUzbekLetters])
    read(types.form(id), types.script(id), languages, &record)
    if record.isEmpty, !flags.isDisjoint(with: [.lengthened, .hasHyphen]) {
      readAgain(id, types, flags, languages, &record)
    }
    for place in record.all {
      record.startsPhrase = record.startsPhrase || tables.phrases.roots[Int(hits[place].atom)] != 0
      record.goesOn = record.goesOn || tables.phrases.goesOn[Int(hits[place].atom)]
    }
    record.languages = languages
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
      // Names of services and mixed speech: the folders of Kyrgyz and Russian hold some words in Latin letters.
      if languages.contains(.kyrgyz) { match(tables.kyrgyz.strict, form, .kyrgyz, &record) }
      if languages.contains(.russian) { match(tables.russian.strict, form, .russian, &record) }
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
