/// Zip archives put together byte by byte, honest and hostile.
struct ZipBuilder {
  struct Entry {
    var name: [UInt8]
    var packed: [UInt8]
    var size: Int
    var checksum: UInt32
    var method: UInt16
    var flags: UInt16
    /// Unix mode, as links have it.
    var mode: UInt32
  }

  private(set) var entries: [Entry] = []

  mutating func add(_ name: String, _ bytes: [UInt8], flags: UInt16 = 0x800, mode: UInt32 = 0o100644) {
    add(Array(name.utf8), bytes, flags: flags, mode: mode)
  }

  mutating func add(_ name: [UInt8], _ bytes: [UInt8], flags: UInt16 = 0, mode: UInt32 = 0o100644) {
    entries.append(
      Entry(name: name, packed: bytes, size: bytes.count, checksum: crc(bytes), method: 0, flags: flags, mode: mode))
  }

  /// A deflated run of zeros: 258 of them take 13 bits.
  mutating func addZeros(_ name: String, runs: Int) {
    var bits = BitWriter()
    bits.write(1, 1)
    bits.write(1, 2)
    bits.writeCode(0x30, 8)
    for _ in 0..<runs {
      bits.writeCode(0xC5, 8)
      bits.writeCode(0, 5)
    }
    bits.writeCode(0, 7)
    let size = 1 + 258 * runs
    entries.append(
      Entry(
        name: Array(name.utf8), packed: bits.finish(), size: size, checksum: crc(repeatElement(0, count: size)),
        method: 8,
        flags: 0x800, mode: 0o100644))
  }

  /// Makes the directory give an entry the bytes and size of another: the trick of bombs that look small.
  mutating func overlap(_ entry: Int, with other: Int) { overlaps[entry] = other }

  /// Changes what is said of the entry that was added last.
  mutating func changeLast(_ change: (inout Entry) -> Void) { change(&entries[entries.count - 1]) }

  private var overlaps: [Int: Int] = [:]
  /// Where the directory says an entry lies, where it lies about that.
  var places: [Int: Int] = [:]
  /// How many entries the end of the archive counts, where it lies about that.
  var countLie: Int?
  /// What the directory calls an entry, where it lies about it.
  var lies: [Int: String] = [:]

  /// The whole archive.
  var bytes: [UInt8] {
    var output: [UInt8] = []
    var directory: [UInt8] = []
    var offsets: [Int] = []
    for (index, entry) in entries.enumerated() {
      if let other = overlaps[index] {
        offsets.append(offsets[other])
      } else {
        offsets.append(output.count)
      }
      let offset = places[index] ?? offsets[index]
      let common =
        le(entry.flags) + le(entry.method) + le(UInt32(0x5C21_0000)) + le(entry.checksum)
        + le(UInt32(entry.packed.count))
        + le(UInt32(entry.size)) + le(UInt16(entry.name.count)) + le(UInt16(0))
      if overlaps[index] == nil { output += [0x50, 0x4B, 3, 4] + le(UInt16(20)) + common + entry.name + entry.packed }
      directory += [0x50, 0x4B, 1, 2] + le(UInt16(0x0314)) + le(UInt16(20)) + common
      directory +=
        le(UInt16(0)) + le(UInt16(0)) + le(UInt16(0)) + le(entry.mode << 16) + le(UInt32(offset))
      directory += lies[index].map { Array($0.utf8) } ?? entry.name
    }
    let start = output.count
    let count = le(UInt16(truncatingIfNeeded: countLie ?? entries.count))
    let end = [0x50, 0x4B, 5, 6] + le(UInt32(0)) + count + count + le(UInt32(directory.count)) + le(UInt32(start))
    return output + directory + end + le(UInt16(0))
  }

  private func le(_ value: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: value.littleEndian, Array.init) }

  private func crc(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes { crc = ZipBuilder.table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ (crc >> 8) }
    return ~crc
  }

  private static let table: [UInt32] = (0..<256).map { start in
    (0..<8).reduce(UInt32(start)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }
}

/// Bits in the order of DEFLATE.
private struct BitWriter {
  private var bytes: [UInt8] = []
  private var count = 0

  mutating func write(_ value: Int, _ width: Int) {
    for bit in 0..<width {
      if count % 8 == 0 { bytes.append(0) }
      bytes[count / 8] |= UInt8(value >> bit & 1) << (count % 8)
      count += 1
    }
  }

  /// Huffman codes come with their highest bit first.
  mutating func writeCode(_ code: Int, _ width: Int) {
    for bit in (0..<width).reversed() { write(code >> bit & 1, 1) }
  }

  func finish() -> [UInt8] { bytes }
}
