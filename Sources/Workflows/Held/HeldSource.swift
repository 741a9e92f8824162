import Crypto
import Foundation
import Ingestion
import Protection

/// The content of a kept file, opened piece by piece: never on disk, never whole in memory.
final class HeldSource: ByteSource {
  let head: HeldHead
  private let file: FileHandle
  private let key: SymmetricKey
  private var number = 0
  private var piece: ArraySlice<UInt8> = []
  private var isOver = false

  /// - Throws: `KeyError` when the keys are others, `WorkflowError` when it is no kept file.
  init(_ path: String, textKey: SymmetricKey) throws {
    guard let file = FileHandle(forReadingAtPath: path) else { throw Self.gone }
    self.file = file
    guard try Self.bytes(file, 4) == HeldLayout.magic else { throw Self.gone }
    key = try ImportKey(wrapped: Self.framed(file, upTo: 4_096), textKey: textKey).key
    let sealed = try Self.framed(file, upTo: 3 * HeldLayout.piece)
    let context = HeldLayout.context(0, isLast: false)
    if let head = try? Sealer.open(sealed, with: key, context: context) {
      self.head = try JSONDecoder().decode(HeldHead.self, from: Data(head))
    } else {
      let head = try Sealer.open(sealed, with: key, context: HeldLayout.context(0, isLast: true))
      self.head = try JSONDecoder().decode(HeldHead.self, from: Data(head))
      isOver = true
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while piece.isEmpty, !isOver { try next() }
    let count = min(buffer.count, piece.count)
    piece.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    piece = piece.dropFirst(count)
    return count
  }

  private func next() throws {
    number += 1
    let sealed = try Self.framed(file, upTo: 3 * HeldLayout.piece)
    if let open = try? Sealer.open(sealed, with: key, context: HeldLayout.context(number, isLast: false)) {
      piece = open[...]
    } else {
      piece = try Sealer.open(sealed, with: key, context: HeldLayout.context(number, isLast: true))[...]
      isOver = true
    }
  }

  private static func framed(_ file: FileHandle, upTo limit: Int) throws -> [UInt8] {
    let count = try bytes(file, 4).reduce(0) { $0 << 8 | Int($1) }
    guard (1...limit).contains(count) else { throw gone }
    return try bytes(file, count)
  }

  private static func bytes(_ file: FileHandle, _ count: Int) throws -> [UInt8] {
    guard let data = try file.read(upToCount: count), data.count == count else { throw gone }
    return Array(data)
  }

  static let gone = WorkflowError("the original is not kept any more: hand it in again")
}
