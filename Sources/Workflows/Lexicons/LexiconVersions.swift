import Crypto
import Foundation
import Glibc
import Protection
import Records
import TextAnalysis

/// A lexicon that was put into force: which, by whom, when, and that nobody changed it since.
package struct LexiconVersion: Sendable, Codable, Hashable {
  package let number: Int
  package let madeAt: String
  /// Code name.
  package let by: String
  package let fingerprint: String
  /// Lines that it added and removed against the lexicon before it.
  package let added: Int
  package let removed: Int
  /// Over all its files with their names.
  package let sha256: String
  /// Keyed with this Minbar's registry key, over all of the above.
  package var signature: String
}

/// A version as it is listed.
package struct LexiconListing: Sendable, Codable, Hashable {
  package let version: LexiconVersion
  package let isInForce: Bool
  /// Whether files and statement are those that were signed.
  package let isWhole: Bool
}

/// Files of lexicons on the disk.
enum LexiconFolderFiles {
  /// Writes a folder anew.
  static func write(_ files: [String: [UInt8]], to folder: String) throws {
    try? FileManager.default.removeItem(atPath: folder)
    for (name, bytes) in files {
      let path = URL(filePath: folder + "/" + name)
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try Data(bytes).write(to: path)
      chmod(path.path(percentEncoded: false), 0o600)
    }
  }

  /// Each part stands behind its length, so that no two folders look the same to the hash.
  static func sha256(_ files: [String: [UInt8]]) -> String {
    var hash = SHA256()
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      hash.update(data: Array("\(name.utf8.count):\(name)\(bytes.count):".utf8))
      hash.update(data: bytes)
    }
    return hash.finalize().map { StableHash.hexadecimal(UInt64($0), digits: 2) }.joined()
  }
}

/// The versions that were published here. Each lies in a folder of its own; the one in force lies as `current` beside them,
/// where every command looks for it.
struct LexiconVersions {
  private let workspace: Workspace
  private let key: SymmetricKey
  private var root: String { workspace.places.home + "/lexicons" }

  init(_ workspace: Workspace) throws {
    self.workspace = workspace
    key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: try workspace.keyRing().key(.registry), info: Array("lexicon version".utf8),
      outputByteCount: 32)
  }

  private func folder(_ number: Int) -> String { root + "/versions/\(number)" }
  private func statement(_ number: Int) -> String { root + "/versions/\(number).json" }

  /// Newest first.
  func list() -> [LexiconListing] {
    let current = (try? ResourceFolders.files(in: root + "/current")).map(LexiconFolderFiles.sha256)
    return numbers().compactMap { number in
      guard let version = version(number) else { return nil }
      return LexiconListing(
        version: version, isInForce: version.sha256 == current, isWhole: isWhole(version))
    }
  }

  private func numbers() -> [Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root + "/versions")) ?? []
    return names.compactMap { Int($0) }.filter { $0 > 0 }.sorted(by: >)
  }

  private func version(_ number: Int) -> LexiconVersion? {
    FileManager.default.contents(atPath: statement(number)).flatMap {
      try? JSONDecoder().decode(LexiconVersion.self, from: $0)
    }
  }

  private func isWhole(_ version: LexiconVersion) -> Bool {
    guard signature(version).elementsEqual(version.signature.utf8) else { return false }
    let files = try? ResourceFolders.files(in: folder(version.number))
    return files.map(LexiconFolderFiles.sha256) == version.sha256
  }

  private func signature(_ version: LexiconVersion) -> String.UTF8View {
    let parts = [
      String(version.number), version.madeAt, version.by, version.fingerprint, String(version.added),
      String(version.removed), version.sha256,
    ]
    let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
    let code = HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key)
    return code.map { StableHash.hexadecimal(UInt64($0), digits: 2) }.joined().utf8
  }

  // MARK: Putting into force

  /// - Throws: `WorkflowError` when the lexicon cannot be loaded or has lines that are refused.
  func publish(_ files: [String: [UInt8]], _ changes: [LexiconChange], by who: String) throws -> LexiconVersion {
    let engine = try ResourceFolders.engine(LexiconFolder(files: files))
    let refused = engine.problems.filter { $0.severity != .note }
    guard refused.isEmpty else {
      throw WorkflowError("not published:\n" + refused.map(\.description).joined(separator: "\n"))
    }
    var version = LexiconVersion(
      number: (numbers().first ?? 0) + 1, madeAt: workspace.now.description, by: who, fingerprint: engine.fingerprint,
      added: changes.reduce(0) { $0 + $1.added.count }, removed: changes.reduce(0) { $0 + $1.removed.count },
      sha256: LexiconFolderFiles.sha256(files), signature: "")
    version.signature = String(signature(version))
    // The statement last: a folder without one is no version.
    try LexiconFolderFiles.write(files, to: folder(version.number))
    try JSONEncoder().encode(version).write(to: URL(filePath: statement(version.number)), options: .atomic)
    chmod(statement(version.number), 0o600)
    try takeEffect(files)
    return version
  }

  /// Puts an older version into force again; 0 is the lexicon that came with the program.
  /// - Throws: `WorkflowError` when there is none of that number, or somebody changed it.
  func restore(_ number: Int) throws {
    guard number > 0 else {
      let inForce = ["/current", "/before"].map { root + $0 }.filter(FileManager.default.fileExists)
      guard !inForce.isEmpty else { throw WorkflowError("the program's own lexicon is in force already") }
      for folder in inForce.reversed() { try FileManager.default.removeItem(atPath: folder) }
      return
    }
    guard let version = version(number) else { throw WorkflowError("\(number): no such version of the lexicon") }
    guard isWhole(version) else {
      throw WorkflowError("version \(number) is not what was signed: somebody changed it; take another one")
    }
    try takeEffect(try ResourceFolders.files(in: folder(number)))
  }

  /// The folder takes its place once it is whole. Between two steps the one before it is in force (`ResourceFolders`).
  private func takeEffect(_ files: [String: [UInt8]]) throws {
    let (part, current, before) = (root + "/new", root + "/current", root + "/before")
    try LexiconFolderFiles.write(files, to: part)
    let manager = FileManager.default
    if manager.fileExists(atPath: current) {
      try? manager.removeItem(atPath: before)
      try manager.moveItem(atPath: current, toPath: before)
    }
    try manager.moveItem(atPath: part, toPath: current)
    try? manager.removeItem(atPath: before)
  }
}

extension Workspace {
  /// Versions of the lexicon that were published here, newest first.
  package func lexiconVersions() throws -> [LexiconListing] { try LexiconVersions(self).list() }

  /// Puts the draft into force as a signed version. Texts are read again by the next analysis, since its fingerprint is another.
  /// - Throws: `WorkflowError` when there is no draft, or the lexicon would be refused.
  package func publishLexicon(by who: String) throws -> LexiconVersion {
    try CoderName.check(who)
    let bench = LexiconBench(places)
    guard places.lexicons == nil else {
      throw WorkflowError(
        "a folder of lexicons is named by hand (--lexicons, MINBAR_LEXICONS): nothing else takes effect")
    }
    let version = try LexiconVersions(self).publish(try bench.changed(), bench.draft(), by: who)
    bench.dropDraft()
    return version
  }

  /// Puts an older version into force again; 0 is the lexicon that came with the program.
  package func restoreLexicon(_ number: Int) throws { try LexiconVersions(self).restore(number) }
}
