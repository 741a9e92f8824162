/// Writes one line of JSON as bytes. Only what a filter needs: objects, arrays, strings, whole numbers, fractions.
struct JSONLine {
  private(set) var bytes: [UInt8]
  private var needsComma = false

  /// - Parameter bytes: lines that stand before this one.
  init(continuing bytes: [UInt8] = []) { self.bytes = bytes }

  mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  mutating func object(_ body: (inout JSONLine) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  mutating func array(_ body: (inout JSONLine) -> Void) {
    open(UInt8(ascii: "["))
    body(&self)
    close(UInt8(ascii: "]"))
  }

  mutating func name(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { append($0) }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Most texts need no escape and are copied whole.
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    if text.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
      for byte in text { escape(byte) }
    } else {
      bytes.append(contentsOf: text)
    }
  }

  /// UTF-16 units; halves of a pair become U+FFFD.
  mutating func string(utf16 units: some Sequence<UInt16>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var units = units.makeIterator()
    var decoder = UTF16()
    while true {
      switch decoder.decode(&units) {
      case .scalarValue(let scalar): UTF8.encode(scalar)?.forEach { escape($0) }
      case .error: bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
      case .emptyInput:
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
        return
      }
    }
  }

  mutating func number(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
    needsComma = true
  }

  /// A whole number without a point, a fraction with the shortest digits that mean it.
  mutating func number(_ value: Double) {
    separate()
    let whole = Int64(exactly: value)
    bytes.append(contentsOf: (whole.map { String($0) } ?? String(value)).utf8)
    needsComma = true
  }

  mutating func truth(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }

  /// With two decimals, 0...1.
  mutating func share(_ value: Double) {
    separate()
    let hundredths = Int((min(max(value, 0), 1) * 100).rounded())
    bytes.append(contentsOf: "\(hundredths / 100).\((hundredths % 100) / 10)\(hundredths % 10)".utf8)
    needsComma = true
  }

  mutating func endLine() {
    bytes.append(10)
    needsComma = false
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(contentsOf: [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    default: bytes.append(byte)
    }
  }
}
