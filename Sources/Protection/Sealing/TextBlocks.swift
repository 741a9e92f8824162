package import Crypto
import FoundationEssentials

/// Several texts of one import and one post, sealed together: sealing one by one costs more time and space.
package struct SealedBlock: Sendable {
  /// Number of the block within its import, from 0.
  package let number: Int32
  /// The post's id at the platform, as the caller named it.
  package let post: Int64
  package let count: Int
  package let sealed: [UInt8]
}

/// Collects texts into blocks. One open block a post; all of them together stay below `memoryLimit`. Exports list comments
/// post by post, so that the block at hand stands outside of the table of open ones.
struct BlockBuilder {
  private struct OpenBlock {
    let number: Int32
    var bytes: [UInt8] = []
    var count = 0
  }

  private static let blockSize = 64 << 10
  private static let memoryLimit = 24 << 20

  private let key: SymmetricKey
  private var current: (post: Int64, block: OpenBlock)?
  private var open: [Int64: OpenBlock] = [:]
  private var nextNumber: Int32 = 0
  private var pending = 0

  init(key: SymmetricKey) {
    self.key = key
  }

  /// Adds a text and tells where it will be found; full blocks go to `emit`.
  mutating func add(
    _ text: borrowing [UInt8], post: Int64, emit: (SealedBlock) throws -> Void
  ) throws -> (block: Int32, slot: Int32) {
    var block = take(post)
    let place = (block.number, Int32(block.count))
    appendLength(text.count, to: &block.bytes)
    block.bytes.append(contentsOf: copy text)
    block.count += 1
    pending += text.count + 4
    if block.bytes.count >= Self.blockSize {
      try seal(block, post: post, emit: emit)
    } else {
      current = (post, block)
    }
    if pending > Self.memoryLimit { try finish(emit: emit) }
    return place
  }

  /// The open block of a post, taken out so that its bytes are held once; the block at hand before it is put away.
  private mutating func take(_ post: Int64) -> OpenBlock {
    guard let last = current else { return open.removeValue(forKey: post) ?? start() }
    current = nil
    if last.post == post { return last.block }
    open[last.post] = last.block
    return open.removeValue(forKey: post) ?? start()
  }

  /// Seals what is still open.
  mutating func finish(emit: (SealedBlock) throws -> Void) throws {
    if let last = current { open[last.post] = last.block }
    current = nil
    for (post, block) in open.sorted(by: { $0.value.number < $1.value.number }) {
      try seal(block, post: post, emit: emit)
    }
    open.removeAll(keepingCapacity: true)
  }

  private mutating func start() -> OpenBlock {
    defer { nextNumber += 1 }
    return OpenBlock(number: nextNumber)
  }

  private mutating func seal(
    _ block: OpenBlock, post: Int64, emit: (SealedBlock) throws -> Void
  ) throws {
    pending -= block.bytes.count
    // A fresh key an import makes the block number a safe nonce; it also binds the block to its place.
    let nonce = try AES.GCM.Nonce(data: TextBlocks.nonce(block.number))
    let box = try AES.GCM.seal(block.bytes, using: key, nonce: nonce)
    try emit(
      SealedBlock(
        number: block.number, post: post, count: block.count,
        sealed: Array(box.ciphertext) + Array(box.tag)))
  }

  private func appendLength(_ count: Int, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: UInt32(count).littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// Opens sealed blocks of texts.
package enum TextBlocks {
  /// The texts of a block, in the order they were added, as UTF-8.
  /// - Throws: `KeyError` when the key is another one or the block was changed.
  package static func open(
    _ sealed: [UInt8], number: Int32, key: SymmetricKey
  ) throws -> [ArraySlice<UInt8>] {
    guard sealed.count >= 16 else {
      throw KeyError(description: "text block \(number): cut short; restore the database from a backup")
    }
    do {
      let box = try AES.GCM.SealedBox(
        nonce: AES.GCM.Nonce(data: nonce(number)), ciphertext: sealed.dropLast(16), tag: sealed.suffix(16))
      return split(Array(try AES.GCM.open(box, using: key)))
    } catch {
      throw KeyError(
        description: "text block \(number): sealed with another key, or changed since; check MINBAR_KEYS")
    }
  }

  /// The block without the texts in some slots; the others keep their slots.
  /// - Returns: the block under its next number, or nil when no text is left in it.
  /// - Throws: `KeyError` when the key is another one, the block was changed, or it was made anew too often.
  package static func blanked(
    _ sealed: [UInt8], number: Int32, post: Int64, key: SymmetricKey, slots: Set<Int>
  ) throws -> SealedBlock? {
    let texts = try open(sealed, number: number, key: key).enumerated().map { slot, text in
      slots.contains(slot) ? [] : text
    }
    guard texts.contains(where: { !$0.isEmpty }) else { return nil }
    let (next, isTooBig) = number.addingReportingOverflow(generation)
    guard !isTooBig else { throw KeyError(description: "text block \(number): changed too often to be sealed again") }
    let bytes = texts.flatMap { text in withUnsafeBytes(of: UInt32(text.count).littleEndian) { Array($0) } + text }
    let box = try AES.GCM.seal(bytes, using: key, nonce: AES.GCM.Nonce(data: nonce(next)))
    return SealedBlock(
      number: next, post: post, count: texts.count, sealed: Array(box.ciphertext) + Array(box.tag))
  }

  /// What a block's number grows by when it is sealed again: two contents never share a number, which is the nonce.
  package static let generation: Int32 = 1 << 20

  static func nonce(_ number: Int32) -> [UInt8] {
    [UInt8](repeating: 0, count: 8) + withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }

  private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var texts: [ArraySlice<UInt8>] = []
    var position = 0
    while position + 4 <= bytes.count {
      let count = (0..<4).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
      let end = min(position + 4 + count, bytes.count)
      texts.append(bytes[position + 4..<end])
      position = end
    }
    return texts
  }
}
