import Crypto
import Foundation
import Protection
package import Records

/// The files of which somebody has to decide something, each sealed with a key of its own, until the decision or for as
/// long as originals are kept. Which there are, and why, can be seen without keys.
package struct HeldShelf: Sendable {
  /// Bytes of a file that are kept at most; of a larger one its owner is asked to hand it in again.
  static let largest: Int64 = 256 << 20
  /// Files that are kept at most.
  static let most = 500

  let folder: String

  package init(_ places: Places) { folder = places.spool + "/held" }

  /// Kept files, oldest first.
  /// - Parameter days: how long originals are kept.
  package func list(days: Int, now: Instant) -> [HeldFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { file($0, days: days) }.filter { $0.until > now }
      .sorted { ($0.since, $0.id) < ($1.since, $1.id) }
  }

  private func file(_ name: String, days: Int) -> HeldFile? {
    let parts = name.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1).map { String(decoding: $0, as: UTF8.self) }
    var facts = stat()
    guard parts.count == 2, Self.isID(parts[0]), let reason = HeldReason(rawValue: parts[1]),
      lstat(folder + "/" + name, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG
    else { return nil }
    let since = Instant(seconds: Int64(facts.st_mtim.tv_sec))
    return HeldFile(
      id: parts[0], reason: reason, since: since, until: Instant(seconds: since.seconds + Int64(days) * 86_400))
  }

  /// 16 hexadecimal digits: nothing that could lead elsewhere.
  package static func isID(_ text: String) -> Bool {
    text.utf8.count == 16 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  func path(_ id: String, _ reason: HeldReason) -> String { "\(folder)/\(id).\(reason.rawValue)" }

  /// Takes a file off the shelf, whatever it waited for.
  /// - Returns: whether it was there.
  @discardableResult
  package func remove(_ id: String) -> Bool {
    guard Self.isID(id) else { return false }
    return HeldReason.allCases.count { unlink(path(id, $0)) == 0 } > 0
  }
}
