import Storage

/// Looks a copy of an archive over, row by row.
struct CopyCheck {
  struct Found {
    let imports: Int
    let comments: Int
    let files: [String]
  }

  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// - Throws: `WorkflowError` saying what is wrong with the copy.
  func run() throws -> Found {
    let copy = try Archive.openCopy(path)
    let files = try copy.backupFiles().map(\.name)
    return try copy.read { reader in
      try refuse(reader.integrityProblems().isEmpty, "its database is damaged")
      try refuse(reader.danglingTables().isEmpty, "rows are missing in it")
      if try reader.schemaVersions().contains(ArchiveReader.newestSchema) {
        let isSealed = try reader.brokenSeals().isEmpty && reader.brokenRowSeals().isEmpty
        try refuse(isSealed, "rows in it are not what was taken in")
      }
      let status = try reader.status(fingerprint: "")
      return Found(imports: status.imports, comments: status.comments, files: files)
    }
  }

  private func refuse(_ isFine: Bool, _ what: String) throws {
    guard isFine else {
      throw WorkflowError("\(path): \(what); run 'minbar doctor', and take another backup where this is one")
    }
  }
}
