import Crypto
import FoundationEssentials
import Glibc
import Records

/// What a key is for. Each has a file of its own, so that one can be destroyed without the others.
package enum KeyPurpose: Hashable, Sendable {
  /// Wraps the keys that seal comment texts. Without it every comment is unreadable.
  case text
  /// Finds a comment again across imports.
  case identity
  /// Seals creators' names, handles and the names of imported files.
  case registry
  /// Seals the secrets of the website's one-time codes: the only key that the website opens. It opens nothing else.
  case site
  /// Makes pseudonyms of commenters first received in this quarter.
  case author(Quarter)

  /// File name inside the key directory.
  package var fileName: String {
    switch self {
    case .text: "text.key"
    case .identity: "identity.key"
    case .registry: "registry.key"
    case .site: "site.key"
    case .author(let quarter): "author-\(quarter).key"
    }
  }
}

/// A quarter of a year, by which commenters' pseudonyms are kept apart.
package struct Quarter: Hashable, Sendable, CustomStringConvertible {
  package let year: Int
  /// 1...4
  package let quarter: Int

  package init(year: Int, month: Int) {
    self.year = year
    self.quarter = (month - 1) / 3 + 1
  }

  package var description: String { "\(year)-Q\(quarter)" }
}

extension Quarter {
  /// Reads `2026-Q4`; anything else gives nil.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 2, parts[1].first == UInt8(ascii: "Q"),
      let year = Int(decimalDigits: parts[0]), let quarter = Int(decimalDigits: parts[1].dropFirst()),
      (1...4).contains(quarter)
    else { return nil }
    self.init(year: year, month: quarter * 3)
  }
}

extension KeyPurpose {
  /// Name that people type: `text`, `identity`, `registry`, `site`, `2026-Q4`.
  package var name: String {
    switch self {
    case .text: "text"
    case .identity: "identity"
    case .registry: "registry"
    case .site: "site"
    case .author(let quarter): quarter.description
    }
  }

  /// Reads a name, or a file name such as `author-2026-Q4.key`; anything else gives nil.
  package init?(_ text: String) {
    let name = text.hasSuffix(".key") ? String(text.dropLast(4)) : text
    switch name {
    case "text": self = .text
    case "identity": self = .identity
    case "registry": self = .registry
    case "site": self = .site
    default:
      guard let quarter = Quarter(name.hasPrefix("author-") ? String(name.dropFirst(7)) : name) else { return nil }
      self = .author(quarter)
    }
  }
}

/// Why keys could not be used. The text says what to do.
package struct KeyError: Error, Sendable, CustomStringConvertible {
  package let description: String
}

/// Reads and writes key files: one line `minbar-key 1 <base64 of 32 bytes>`, mode 0600.
enum KeyFile {
  private static let head = "minbar-key 1 "

  static func read(_ path: String) throws -> SymmetricKey? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    guard status.st_mode & 0o077 == 0 else {
      throw KeyError(
        description: "\(path): other users can read this key; run: chmod 600 '\(path)'")
    }
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    guard text.hasPrefix(head),
      let bytes = Data(base64Encoded: String(text.dropFirst(head.count).prefix { $0 != "\n" })),
      bytes.count == 32
    else {
      throw KeyError(description: "\(path): no key in it; restore it from the sealed key backup")
    }
    return SymmetricKey(data: bytes)
  }

  /// Writes a new key; never overwrites one.
  static func create(_ path: String, key: SymmetricKey) throws {
    let bytes = key.withUnsafeBytes { Data($0) }
    let line = Array((head + bytes.base64EncodedString() + "\n").utf8)
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw KeyError(description: "\(path): \(String(cString: strerror(errno))); check the key directory")
    }
    defer { close(file) }
    guard write(file, line, line.count) == line.count, fsync(file) == 0 else {
      throw KeyError(description: "\(path): could not be written whole; check free space")
    }
  }
}
