import Protection
import Records
import Storage

/// Holds the keys in the key directory against what the archive knows of them, before anything is written: with other
/// keys every comment would be taken for a new one.
struct KeyCheck {
  let workspace: Workspace

  /// Ends a rotation that was cut off, refuses keys of another archive, and remembers keys that are new to it.
  /// - Throws: `WorkflowError` when a key is not the one that the archive was made with.
  func run(_ archive: Archive) throws {
    guard let ring = try? workspace.keyRing() else { return }
    let known = try archive.read { try $0.keyMarks() }
    for mark in known where mark.destroyedAt == nil {
      guard let purpose = KeyPurpose(mark.purpose) else { continue }
      try ring.settle(purpose, mark: mark.mark)
      guard ring.has(purpose), try ring.mark(purpose) != mark.mark else { continue }
      if purpose.isRenewable { continue }
      throw WorkflowError(
        "\(ring.directory): the key '\(purpose.name)' is not the one that this archive was made with; "
          + "restore the right one from the sealed key backup, or see 'minbar key init --help'")
    }
    try record(archive, ring: ring, known: known)
  }

  private func record(_ archive: Archive, ring: KeyRing, known: [StoredKeyMark]) throws {
    let marks = Dictionary(known.map { ($0.purpose, $0) }) { first, _ in first }
    let news = KeyFolder.entries(in: ring.directory).compactMap { entry -> (String, [UInt8])? in
      guard let purpose = entry.purpose, let mark = entry.mark else { return nil }
      let old = marks[purpose.name]
      return old?.mark == mark && old?.destroyedAt == nil ? nil : (purpose.name, mark)
    }
    guard !news.isEmpty else { return }
    try archive.write { writer in
      for (purpose, mark) in news { try writer.keep(keyMark: mark, purpose: purpose, at: workspace.now) }
    }
  }
}
