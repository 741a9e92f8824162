/// UTF-8 to UTF-16. Bytes that are no UTF-8 become U+FFFD, one for each maximal part, as the standards have
/// it.
struct UTF8Decoder {
  /// `WordKey.capacity` units behind the last one may be read.
  private(set) var units: UnsafeMutablePointer<UInt16>
  private(set) var count = 0
  private var capacity: Int

  init() {
    capacity = 1 << 12
    units = .allocate(capacity: capacity)
  }

  func deallocate() { units.deallocate() }

  var all: UnsafeBufferPointer<UInt16> { UnsafeBufferPointer(start: units, count: count) }

  mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>) {
    count = 0
    guard let source = bytes.baseAddress else { return }
    if bytes.count + WordKey.capacity > capacity { grow(to: bytes.count + WordKey.capacity) }
    let end = bytes.count
    var at = 0
    var out = units
    while at < end {
      let byte = source[at]
      if byte < 0x80 {
        out.pointee = UInt16(byte)
        out += 1
        at &+= 1
      } else if byte & 0xE0 == 0xC0, byte > 0xC1, at &+ 1 < end, source[at &+ 1] & 0xC0 == 0x80 {
        out.pointee = UInt16(byte & 0x1F) &<< 6 | UInt16(source[at &+ 1] & 0x3F)
        out += 1
        at &+= 2
      } else {
        at = Self.decodeLong(source, at, end, &out)
      }
    }
    count = out - units
  }

  /// Three and four bytes, and everything malformed. Returns where to go on.
  private static func decodeLong(
    _ source: UnsafePointer<UInt8>, _ at: Int, _ end: Int, _ out: inout UnsafeMutablePointer<UInt16>
  ) -> Int {
    let lead = source[at]
    let (length, least, most): (Int, UInt8, UInt8) =
      switch lead {
      case 0xC2...0xDF: (2, 0x80, 0xBF)
      case 0xE0: (3, 0xA0, 0xBF)
      case 0xED: (3, 0x80, 0x9F)
      case 0xE1...0xEF: (3, 0x80, 0xBF)
      case 0xF0: (4, 0x90, 0xBF)
      case 0xF1...0xF3: (4, 0x80, 0xBF)
      case 0xF4: (4, 0x80, 0x8F)
      default: (0, 0, 0)
      }
    var scalar = UInt32(lead) & (length == 4 ? 0x07 : 0x0F)
    var next = at + 1
    while next < min(end, at + length) {
      let byte = source[next]
      let good = next == at + 1 ? byte >= least && byte <= most : byte & 0xC0 == 0x80
      if !good { break }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
      next += 1
    }
    if length < 3 || next != at + length {
      out.pointee = 0xFFFD
      out += 1
    } else if scalar < 0x10000 {
      out.pointee = UInt16(scalar)
      out += 1
    } else {
      out[0] = UInt16(0xD800 + (scalar - 0x10000) >> 10)
      out[1] = UInt16(0xDC00 + (scalar - 0x10000) & 0x3FF)
      out += 2
    }
    return next
  }

  private mutating func grow(to needed: Int) {
    units.deallocate()
    capacity = max(needed, capacity * 2)
    units = .allocate(capacity: capacity)
  }
}
