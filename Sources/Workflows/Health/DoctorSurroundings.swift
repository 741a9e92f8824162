import Storage

/// What can be looked at without an archive: the data directory, its disk, the machine.
extension Doctor {
  struct Surroundings {
    private let places: Places

    init(_ places: Places) {
      self.places = places
    }

    func findings() -> [HealthFinding] {
      Doctor.findings([
        ("permissions", permissions), ("leftovers", leftovers), ("space", space),
        ("disk", { DiskEncryption(places.home).finding() }), ("swap", { SwapEncryption().finding() }),
      ])
    }

    private func permissions() throws -> HealthFinding {
      let open = Exposure.names(in: places.home)
      guard !open.isEmpty else { return HealthFinding("permissions", .fine, "only you can read the data directory") }
      return HealthFinding(
        "permissions", .bad, "other users can read \(open.count) files, such as \(open[0])",
        remedy: "run: chmod -R go= '\(places.home)'")
    }

    private func leftovers() throws -> HealthFinding {
      let names = Leftovers.names(in: places.home)
      guard !names.isEmpty else { return HealthFinding("leftovers", .fine, "no half written files") }
      return HealthFinding(
        "leftovers", .care, "half written files: \(names.joined(separator: ", "))",
        remedy: "delete them when no other command is running")
    }

    private func space() throws -> HealthFinding {
      let space = FreeSpace(places.home)
      guard let free = space.free else { return HealthFinding("space", .care, "free space cannot be told") }
      let needed = max(1 << 30, space.size(of: "minbar.db") * 2)
      let found = "\(free >> 20) MB free, the archive takes \(space.size(of: "minbar.db") >> 20) MB"
      guard free < needed else { return HealthFinding("space", .fine, found) }
      return HealthFinding(
        "space", .care, found, remedy: "free \((needed - free) >> 20) MB: purge and backup need room")
    }
  }

  /// What can be said of a Minbar whose archive a newer program made; nil for every other error.
  package static func withoutArchive(_ workspace: Workspace, after error: any Error) -> [HealthFinding]? {
    guard case ArchiveError.newer? = error as? ArchiveError else { return nil }
    let schema = HealthFinding(
      "schema", .bad, "\(error)", remedy: "install the newer Minbar; nothing of the archive can be looked at until then"
    )
    return findings([("schema", { schema }), ("keys", { try keysAlone(workspace) })])
      + Surroundings(workspace.places).findings()
  }

  private static func keysAlone(_ workspace: Workspace) throws -> HealthFinding {
    let faults = try workspace.keyFaults()
    guard faults.isEmpty else {
      return HealthFinding("keys", .bad, faults.joined(separator: "; "), remedy: "see 'minbar key'")
    }
    return HealthFinding("keys", .fine, "private and away from the data; whether they fit cannot be told")
  }
}
