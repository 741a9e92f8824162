import Crypto
import Foundation
import Protection
import Records
import Storage

extension Workspace {
  /// Every key that is there or that the archive knows.
  package func keyStatus() throws -> [KeyListing] {
    let marks = (try? openForReading().read { try $0.keyMarks() }) ?? []
    let entries = KeyFolder.entries(in: places.keys)
    let known = Dictionary(marks.map { ($0.purpose, $0) }) { first, _ in first }
    let there = Dictionary(entries.compactMap { entry in entry.purpose.map { ($0.name, entry) } }) { first, _ in first }
    return Set(known.keys).union(there.keys).sorted().compactMap { name in
      guard let purpose = KeyPurpose(name) else { return nil }
      return KeyListing(
        purpose: name, state: Self.state(there[name], known[name]), since: known[name]?.madeAt.description,
        meaning: KeyWords.meaning(purpose))
    }
  }

  private static func state(_ entry: KeyEntry?, _ mark: StoredKeyMark?) -> KeyListing.State {
    guard let entry else { return mark?.destroyedAt == nil ? .missing : .destroyed }
    guard entry.isPrivate else { return .exposed }
    guard let found = entry.mark else { return .unreadable }
    guard let mark, mark.destroyedAt == nil else { return .unknown }
    return mark.mark == found ? .inForce : .other
  }

  /// Makes keys that are missing.
  /// - Parameter replace: gives up what older keys sealed, where the archive was made with others that are lost.
  /// - Throws: `WorkflowError` when the archive was made with keys that are not there.
  package func initKeys(replace: Bool, notice: (String) -> Void = { _ in }) throws -> KeyOutcome {
    let missing = try lostKeys()
    guard replace || missing.isEmpty else {
      throw WorkflowError(
        "\(places.keys): this archive was made with other keys (\(missing.joined(separator: ", "))). Put the sealed copy "
          + "of the keys back. If there is none: 'minbar key init --replace' starts with new keys; what the old ones "
          + "sealed stays unreadable and is deleted, counts stay")
    }
    let before = Set(KeyFolder.names(in: places.keys))
    if missing.isEmpty {
      _ = try KeyRing.create(directory: places.keys, dataDirectory: places.home)
      if FileManager.default.fileExists(atPath: places.home + "/minbar.db") {
        _ = try openForWriting("key init", notice: notice)
      }
    } else {
      try replaceKeys(missing, notice: notice)
    }
    let made = KeyFolder.names(in: places.keys).filter { !before.contains($0) }
    return KeyOutcome(keys: made, lost: missing.compactMap(KeyPurpose.init).map(KeyWords.lost), kept: [])
  }

  /// Keys that the archive was made with, that nobody destroyed on purpose, and that are not there; those left out whose
  /// place a new one may take.
  func lostKeys() throws -> [String] {
    guard FileManager.default.fileExists(atPath: places.home + "/minbar.db") else { return [] }
    let marks = try openForReading().read { try $0.keyMarks() }
    let there = KeyFolder.entries(in: places.keys)
    return marks.filter { mark in
      guard mark.destroyedAt == nil, let purpose = KeyPurpose(mark.purpose) else { return false }
      if purpose.isRenewable { return false }
      return !there.contains { $0.purpose == purpose && $0.mark == mark.mark }
    }.map(\.purpose)
  }

  private func replaceKeys(_ missing: [String], notice: (String) -> Void) throws {
    let archive = try openUnchecked("key init", notice: notice)
    for name in missing {
      if let purpose = KeyPurpose(name) { try giveUp(purpose, archive, canRead: false) }
    }
    try archive.write { writer in
      for name in missing { try writer.markDestroyed(key: name, at: now) }
    }
    _ = try KeyRing.create(directory: places.keys, dataDirectory: places.home)
    try KeyCheck(workspace: self).run(archive)
  }

  /// Lets go what a key sealed or finds again, before the key goes.
  private func giveUp(_ purpose: KeyPurpose, _ archive: Archive, canRead: Bool) throws {
    let retention = Retention(self, archive)
    switch purpose {
    case .text: _ = try retention.expire(.texts, through: now, canRead: canRead)
    case .identity:
      _ = try retention.expire(.texts, through: now, canRead: canRead)
      _ = try retention.expire(.rows, through: now, canRead: false)
    case .registry: try? FileManager.default.removeItem(atPath: places.registryFile)
    case .author, .site: break
    }
    try archive.emptyLog()
  }

  /// Destroys one key for good, after letting go in order what hangs on it.
  /// - Throws: `WorkflowError` when there is no such key.
  package func destroyKey(_ name: String, notice: (String) -> Void = { _ in }) throws -> KeyOutcome {
    guard let purpose = KeyPurpose(name) else {
      throw WorkflowError(
        "\(name): no key of that name; use text, identity, registry, site or a quarter such as 2026-Q3")
    }
    let ring = try keyRing()
    guard ring.has(purpose) else {
      throw WorkflowError("\(name): there is no such key in \(places.keys); 'minbar key status' shows the keys")
    }
    let archive = try openForWriting("key destroy", notice: notice)
    try giveUp(purpose, archive, canRead: true)
    try ring.destroy(purpose)
    try archive.write { try $0.markDestroyed(key: purpose.name, at: now) }
    return KeyOutcome(keys: [purpose.fileName], lost: [KeyWords.lost(purpose)], kept: KeyWords.kept)
  }

  /// Replaces the text key, so that older copies of it open nothing that this archive holds, and the key of the present
  /// quarter. Nothing that is counted changes.
  package func rotateKeys(notice: (String) -> Void = { _ in }) throws -> KeyOutcome {
    let ring = try keyRing()
    let archive = try openForWriting("key rotate", notice: notice)
    let old = try ring.key(.text)
    let next = try ring.beginRotation(.text)
    try archive.write { writer in
      _ = try writer.rewrapKeys { try ImportKey(wrapped: $0, textKey: old).wrapped(by: next.key) }
      try writer.keep(keyMark: next.mark, purpose: KeyPurpose.text.name, at: now)
    }
    try ring.finishRotation(.text)
    try archive.emptyLog()
    var rotated = [KeyPurpose.text.fileName]
    let author = KeyPurpose.author(try quarter(archive))
    if ring.has(author) {
      try ring.destroy(author)
      _ = try ring.makeIfMissing(author)
      rotated.append(author.fileName)
    }
    try KeyCheck(workspace: self).run(archive)
    return KeyOutcome(
      keys: rotated,
      lost: [
        "reading backups made before with the new text key: keep the old key with them, or make a new backup now",
        "telling that a person who commented before and again this quarter is one person",
      ], kept: KeyWords.kept)
  }

  private func quarter(_ archive: Archive) throws -> Quarter {
    let date = today(in: try zone(archive)).civil
    return Quarter(year: date.year, month: date.month)
  }

  /// What is wrong with the keys; empty when all are there, private and the right ones.
  package func keyFaults() throws -> [String] {
    do {
      _ = try keyRing()
    } catch let error as KeyError {
      return [error.description]
    }
    return try keyStatus().compactMap { key in
      switch key.state {
      case .inForce, .destroyed: nil
      case .unknown: nil
      case .other: "\(key.purpose): not the key that this archive was made with; restore the right one"
      case .missing: "\(key.purpose): missing (\(key.meaning)); restore it from the sealed copy"
      case .exposed: "\(key.purpose): other users can read it; run: chmod 600 '\(places.keys)'/*.key"
      case .unreadable: "\(key.purpose): no key can be read from the file; restore it from the sealed copy"
      }
    }
  }

  /// Opens one name and one sealed block with the keys that are there.
  /// - Throws: `KeyError` when something that must open does not.
  package func tryKeys() throws -> Int {
    let ring = try keyRing()
    let archive = try openForReading()
    _ = try Registry.load(self, keys: ring)
    let registry = try ring.key(.registry)
    let entries = try archive.read { try $0.imports() }
    if let first = entries.first { _ = try SealedName.open(first.nameSealed, key: registry) }
    let wrapped = try archive.read { try $0.wrappedKeys() }
    if !wrapped.isEmpty {
      let text = try ring.key(.text)
      for key in wrapped { _ = try ImportKey(wrapped: key, textKey: text) }
    }
    return wrapped.count
  }
}
