/// Word forms seen so far, each with its strict canonical form: everything about a form is worked out once.
///
/// An id stands for the form as it was written, because capitals and damage are part of what is known about
/// it;
/// `base` leads to the id of the canonical form, which all spellings share. One for each thread.
package final class WordTypes {
  /// Forms kept before the table empties itself between two texts.
  package static let limit = 1 << 16
  /// Longest canonical form in UTF-16 units.
  package static let longestForm = WordCanonicaliser.longest

  struct Record {
    var raw: UInt32
    var rawCount: UInt32
    var form: UInt32
    var doubled: UInt32
    var formCount: UInt8
    var doubledCount: UInt8
    var script: WordScript
    var flags: WordFlags
    var base: Int32
  }

  /// How often the table emptied itself: caches that hang on ids are stale when this changes.
  @exclusivity(unchecked) package private(set) var generation = 0
  @exclusivity(unchecked) package private(set) var count = 0

  private let canonicaliser: WordCanonicaliser
  @exclusivity(unchecked) private var records: UnsafeMutablePointer<Record>
  @exclusivity(unchecked) private var recordCapacity: Int
  @exclusivity(unchecked) private var arena: UnsafeMutablePointer<UInt16>
  @exclusivity(unchecked) private var arenaCount = 0
  @exclusivity(unchecked) private var arenaCapacity: Int
  @exclusivity(unchecked) private var slots: WordSlots
  /// Keeps the loads of `resolve` from being left out.
  @exclusivity(unchecked) private var fetched: Int32 = 0

  package init(_ tables: LetterTables) {
    canonicaliser = WordCanonicaliser(tables)
    recordCapacity = 1 << 12
    arenaCapacity = 1 << 16
    records = .allocate(capacity: recordCapacity)
    arena = .allocate(capacity: arenaCapacity)
    slots = WordSlots()
  }

  deinit {
    records.deallocate()
    arena.deallocate()
    slots.deallocate()
  }

  /// Empties the table when it is full. Call it between texts only: ids of earlier texts are void afterwards.
  /// - Returns: whether it was emptied.
  @discardableResult
  package func beginText() -> Bool {
    if count < Self.limit { return false }
    count = 0
    arenaCount = 0
    slots.removeAll()
    generation += 1
    return true
  }

  /// The id of a form as written; a new form gets the next id.
  package func id(for units: UnsafeBufferPointer<UInt16>) -> Int32 {
    id(for: units, key: WordKey(units))
  }

  /// The same for a caller that has the key already.
  @inline(__always)
  func id(for units: UnsafeBufferPointer<UInt16>, key: WordKey) -> Int32 {
    id(for: units, key: key, hash: Self.hash(key, units))
  }

  @inline(__always)
  private func id(for units: UnsafeBufferPointer<UInt16>, key: WordKey, hash: UInt64) -> Int32 {
    var slot = slots.first(hash)
    while true {
      let entry = slots.entries[slot]
      if entry.id < 0 { return add(units, key: key, hash: hash, slot: slot) }
      if entry.key == key, Int(entry.count) == units.count, endsAlike(entry.id, units) { return entry.id }
      slot = slots.next(slot)
    }
  }

  /// Calls `body` with each waiting word's token and type.
  @inline(__always)
  func resolve(_ words: PendingWords, _ body: (_ token: Int, _ type: Int32) -> Void) {
    // Loads that wait for nothing but memory; looking at them together is what makes them overlap.
    var seen: Int32 = 0
    for index in 0..<words.count { seen &+= slots.entries[slots.first(words[index].hash)].id }
    fetched = seen
    for index in 0..<words.count {
      let word = words[index]
      body(word.token, id(for: word.units, key: word.key, hash: word.hash))
    }
  }

  /// Long words mix in the rest of their units, or words with a long common start would all meet in one slot.
  @inline(__always)
  static func hash(_ key: WordKey, _ units: UnsafeBufferPointer<UInt16>) -> UInt64 {
    units.count <= WordKey.capacity ? key.hash : longHash(key, units)
  }

  private static func longHash(_ key: WordKey, _ units: UnsafeBufferPointer<UInt16>) -> UInt64 {
    var hash = key.hash
    for unit in units.dropFirst(WordKey.capacity) { hash = (hash ^ UInt64(unit)) &* 0x9E37_79B9_7F4A_7C15 }
    return hash ^ hash >> 32
  }

  /// Compares what the key does not hold.
  @inline(__always)
  private func endsAlike(_ id: Int32, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    units.count <= WordKey.capacity || written(id).elementsEqual(units)
  }
}

// MARK: - What is known about a form

extension WordTypes {
  /// The strict canonical form; valid until the next `id(for:)`.
  package func form(_ id: Int32) -> UnsafeBufferPointer<UInt16> {
    let record = records[Int(id)]
    return UnsafeBufferPointer(start: arena + Int(record.form), count: Int(record.formCount))
  }

  /// The canonical form with runs of three letters and more folded to two; empty when nothing was folded.
  package func doubledForm(_ id: Int32) -> UnsafeBufferPointer<UInt16> {
    let record = records[Int(id)]
    return UnsafeBufferPointer(start: arena + Int(record.doubled), count: Int(record.doubledCount))
  }

  /// The form as written.
  package func written(_ id: Int32) -> UnsafeBufferPointer<UInt16> {
    let record = records[Int(id)]
    return UnsafeBufferPointer(start: arena + Int(record.raw), count: Int(record.rawCount))
  }

  package func script(_ id: Int32) -> WordScript { records[Int(id)].script }
  package func flags(_ id: Int32) -> WordFlags { records[Int(id)].flags }
  /// The id of the canonical form itself: `Мектеп`, `МЕКТЕП` and `мектеп` share it.
  package func base(_ id: Int32) -> Int32 { records[Int(id)].base }
}

// MARK: - Growing

extension WordTypes {
  @inline(never)
  private func add(
    _ units: UnsafeBufferPointer<UInt16>, key: WordKey, hash: UInt64, slot: Int
  ) -> Int32 {
    canonicaliser.canonicalise(units)
    let id = Int32(count)
    var record = Record(
      raw: store(units), rawCount: UInt32(units.count), form: 0, doubled: 0, formCount: 0,
      doubledCount: UInt8(canonicaliser.doubled.count), script: canonicaliser.script,
      flags: canonicaliser.flags, base: id)
    record.formCount = UInt8(canonicaliser.count)
    let same = canonicaliser.result.elementsEqual(units)
    record.form = same ? record.raw : store(canonicaliser.result)
    record.doubled = canonicaliser.doubled.withUnsafeBufferPointer { $0.isEmpty ? 0 : store($0) }
    append(record)
    slots.entries[slot] = WordSlots.Entry(key: key, count: UInt32(units.count), id: id)
    growSlotsIfNeeded()
    if !same { records[Int(id)].base = addBase(of: record) }
    return id
  }

  /// The canonical form is a form of its own. It is canonical already, so this ends after one step.
  private func addBase(of record: Record) -> Int32 {
    let form = UnsafeBufferPointer(start: arena + Int(record.form), count: Int(record.formCount))
    // The arena may move while the base is added: a copy stays where it is.
    return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: max(form.count, 1)) { copy in
      _ = copy.update(fromContentsOf: form)
      return records[Int(id(for: UnsafeBufferPointer(rebasing: copy[..<form.count])))].base
    }
  }

  private func store(_ units: UnsafeBufferPointer<UInt16>) -> UInt32 {
    guard let source = units.baseAddress else { return 0 }
    while arenaCount + units.count > arenaCapacity {
      arena = Self.grown(arena, used: arenaCount, capacity: &arenaCapacity)
    }
    (arena + arenaCount).update(from: source, count: units.count)
    let offset = UInt32(arenaCount)
    arenaCount += units.count
    return offset
  }

  private func append(_ record: Record) {
    if count == recordCapacity {
      records = Self.grown(records, used: count, capacity: &recordCapacity)
    }
    records[count] = record
    count += 1
  }

  private static func grown<Element>(
    _ old: UnsafeMutablePointer<Element>, used: Int, capacity: inout Int
  ) -> UnsafeMutablePointer<Element> {
    capacity *= 2
    let new = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    new.update(from: old, count: used)
    old.deallocate()
    return new
  }

  private func growSlotsIfNeeded() {
    guard slots.isCrowded(by: count) else { return }
    slots.grow(count: count) { id in
      let units = written(id)
      return Self.hash(WordKey(units), units)
    }
  }
}
