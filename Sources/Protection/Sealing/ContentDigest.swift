import Crypto

/// SHA-256 over many short pieces, gathered so that hashing them costs little.
package struct ContentDigest {
  private var hash = SHA256()
  private var waiting: [UInt8] = []

  private static let limit = 1 << 16

  package init() {
    waiting.reserveCapacity(Self.limit + 4_096)
  }

  package mutating func add(_ byte: UInt8) { waiting.append(byte) }

  /// Eight bytes, least significant first.
  package mutating func add(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { waiting.append(contentsOf: $0) }
  }

  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    waiting.append(contentsOf: bytes)
    if waiting.count >= Self.limit { flush() }
  }

  /// The 32 bytes; nothing may be added after.
  package mutating func finish() -> [UInt8] {
    flush()
    return Array(hash.finalize())
  }

  private mutating func flush() {
    waiting.withUnsafeBytes { hash.update(bufferPointer: $0) }
    waiting.removeAll(keepingCapacity: true)
  }
}
