import Crypto
import Foundation
import Ingestion
import Protection
import Records

/// A kept file on disk: `MBH1`, the wrapped key behind its length, then sealed pieces behind theirs: the head, then the
/// content in pieces of 1 MiB. Each piece is sealed with its number, the last one with a mark, so that none can be left out.
enum HeldLayout {
  static let magic = Array("MBH1".utf8)
  static let piece = 1 << 20

  static func context(_ number: Int, isLast: Bool) -> String { "held file \(number)\(isLast ? " end" : "")" }

  static func length(_ count: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * $0)) } }
}

/// Writes one file onto the shelf.
struct HeldWriter {
  let path: String
  let key: ImportKey
  /// The moment from which its time counts.
  let now: Instant

  /// - Parameter content: what is kept; nil for the head alone.
  /// - Throws: `WorkflowError` when the file cannot be written or is larger than may be kept; nothing is left then.
  func write(_ head: HeldHead, _ content: (any ByteSource)?) throws {
    let fresh = path + ".new"
    let file = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Self.failure }
    defer { unlink(fresh) }
    do {
      defer { close(file) }
      try put(HeldLayout.magic + HeldLayout.length(key.wrapped.count) + key.wrapped, file)
      try put(piece: Array(JSONEncoder().encode(head)), 0, isLast: content == nil, file)
      if let content { try put(content, file) }
      let moment = timespec(tv_sec: Int(now.seconds), tv_nsec: 0)
      guard futimens(file, [moment, moment]) == 0, fsync(file) == 0 else { throw Self.failure }
    }
    guard rename(fresh, path) == 0 else { throw Self.failure }
  }

  private func put(_ content: any ByteSource, _ file: Int32) throws {
    var number = 1
    var total: Int64 = 0
    var waiting: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: HeldLayout.piece)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try content.read(into: $0) }
      total += Int64(count)
      guard total <= HeldShelf.largest else { throw WorkflowError("a file too large to be kept") }
      // A full piece waits until it is known whether another follows.
      if count == 0 || waiting.count >= HeldLayout.piece {
        try put(piece: waiting, number, isLast: count == 0, file)
        if count == 0 { return }
        number += 1
        waiting.removeAll(keepingCapacity: true)
      }
      waiting += buffer[..<count]
    }
  }

  private func put(piece: [UInt8], _ number: Int, isLast: Bool, _ file: Int32) throws {
    let sealed = try Sealer.seal(piece, with: key.key, context: HeldLayout.context(number, isLast: isLast))
    try put(HeldLayout.length(sealed.count) + sealed, file)
  }

  private func put(_ bytes: [UInt8], _ file: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else {
        if count < 0 && errno == EINTR { continue }
        throw Self.failure
      }
      rest = rest.dropFirst(count)
    }
  }

  private static let failure = WorkflowError("a file could not be kept; check free space and permissions")
}
