internal import Glibc

/// What each word type says about languages, worked out once: half a cache line a type.
final class LanguageRows {
  /// A row: the weight of each lane; the leading lane and the script; its weight; the next best one; 1 for a
  /// capital.
  private enum Place {
    static let leader = GramTable.lanes
    static let best = GramTable.lanes + 1
    static let second = GramTable.lanes + 2
    static let isCapitalised = GramTable.lanes + 3
    static let stride = 16
  }

  private static let hugePage = 1 << 21

  private let table: GramTable
  @exclusivity(unchecked) private var rows: UnsafeMutablePointer<Int16>
  @exclusivity(unchecked) private var count = 0
  @exclusivity(unchecked) private var capacity = 1 << 12
  @exclusivity(unchecked) private var generation = -1
  /// Keeps the loads of `fetch` from being left out.
  @exclusivity(unchecked) private var fetched: Int16 = 0

  init(_ table: GramTable) {
    self.table = table
    rows = Self.allocate(capacity)
  }

  deinit { rows.deallocate() }

  /// Makes rows for all types that `types` holds by now. Call it once for each text.
  func update(_ types: WordTypes) {
    if generation != types.generation {
      generation = types.generation
      count = 0
    }
    while count < types.count {
      if count == capacity { grow() }
      add(Int32(count), types)
      count += 1
    }
  }

  @inline(__always)
  func row(_ type: Int32) -> UnsafePointer<Int16> { UnsafePointer(rows + Int(type) &* Place.stride) }

  /// Touches the rows of all words of a stretch before any is read, so that waiting for memory overlaps.
  func fetch(_ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>) {
    var seen: Int16 = 0
    for index in range {
      let type = Int(tokens[index].type)
      seen &+= rows[max(0, type) &* Place.stride]
    }
    fetched = seen
  }

  /// The script of a row's word.
  @inline(__always)
  static func script(_ row: UnsafePointer<Int16>) -> WordScript {
    WordScript(rawValue: UInt8(truncatingIfNeeded: row[Place.leader] >> 8)) ?? .other
  }

  /// Whether a row's word was written with a capital, as names are.
  @inline(__always)
  static func isCapitalised(_ row: UnsafePointer<Int16>) -> Bool { row[Place.isCapitalised] != 0 }

  /// How much the best other lane of the row is ahead of `lane`; negative when `lane` leads.
  @inline(__always)
  static func lead(_ row: UnsafePointer<Int16>, over lane: Int) -> Int32 {
    let leads = Int(row[Place.leader] & 0xFF) == lane
    return Int32(leads ? row[Place.second] : row[Place.best]) &- Int32(row[lane])
  }

  private func add(_ type: Int32, _ types: WordTypes) {
    let base = types.base(type)
    let target = rows + Int(type) * Place.stride
    // The base of a type is mostly the type itself, or older; a younger one is worked out here too.
    defer { target[Place.isCapitalised] = types.flags(type).contains(.capitalised) ? 1 : 0 }
    if base < type { return target.update(from: row(base), count: Place.stride) }
    let script = types.script(type)
    if script == .latin || script == .cyrillic {
      table.fill(target, for: types.form(type), script: script)
    } else {
      target.update(repeating: 0, count: Place.stride)
    }
    Self.findLead(target, script)
  }

  private static func findLead(_ row: UnsafeMutablePointer<Int16>, _ script: WordScript) {
    var leader = 0
    var best = row[0]
    var second = Int16.min
    for lane in 1..<GramTable.lanes {
      let weight = row[lane]
      if weight > best {
        second = best
        best = weight
        leader = lane
      } else if weight > second {
        second = weight
      }
    }
    row[Place.leader] = Int16(leader) | Int16(script.rawValue) << 8
    row[Place.best] = best
    row[Place.second] = second
  }

  private func grow() {
    let more = Self.allocate(capacity * 2)
    more.update(from: rows, count: count * Place.stride)
    rows.deallocate()
    rows = more
    capacity *= 2
  }

  /// On cache lines, so that no row straddles two; a large table on large pages, where the system has them.
  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Int16> {
    let size = count * Place.stride
    let isLarge = size * 2 >= hugePage
    let raw = UnsafeMutableRawPointer.allocate(byteCount: size * 2, alignment: isLarge ? hugePage : 64)
    if isLarge { madvise(raw, size * 2, MADV_HUGEPAGE) }
    return raw.bindMemory(to: Int16.self, capacity: size)
  }
}
