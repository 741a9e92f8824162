/// The language row of each word type, worked out once.
final class LanguageRows {
  private let table: GramTable
  private var rows: UnsafeMutablePointer<SIMD16<Int16>>
  private var count = 0
  private var capacity = 1 << 12
  private var generation = -1

  init(_ table: GramTable) {
    self.table = table
    rows = .allocate(capacity: capacity)
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
      let id = Int32(count)
      let base = types.base(id)
      // The base of a type is mostly the type itself, or older; a younger one is worked out here too.
      let row = base < id ? rows[Int(base)] : table.row(of: types.form(id), script: types.script(id))
      (rows + count).initialize(to: row)
      count += 1
    }
  }

  @inline(__always)
  subscript(type: Int32) -> SIMD16<Int16> { rows[Int(type)] }

  private func grow() {
    let more = UnsafeMutablePointer<SIMD16<Int16>>.allocate(capacity: capacity * 2)
    more.initialize(from: rows, count: count)
    rows.deallocate()
    rows = more
    capacity *= 2
  }
}
