import GRDB
package import Records

extension ArchiveWriter {
  /// Remembers what the columns of a header mean, in place of what was said before.
  package func save(_ mapping: Records.ColumnMapping) throws {
    try forgetMapping(mapping.signature)
    for (key, role) in mapping.columns {
      try db.execute(
        sql: "INSERT INTO column_mapping (signature, column_key, role) VALUES (?, ?, ?)",
        arguments: [mapping.signature, key, role])
    }
  }

  /// - Returns: whether there was one.
  @discardableResult
  package func forgetMapping(_ signature: String) throws -> Bool {
    try db.execute(sql: "DELETE FROM column_mapping WHERE signature = ?", arguments: [signature])
    return db.changesCount > 0
  }
}

extension ArchiveReader {
  /// All mappings by the signature of their header.
  package func columnMappings() throws -> [String: Records.ColumnMapping] {
    let rows = try Row.fetchAll(db.cachedStatement(sql: "SELECT signature, column_key, role FROM column_mapping"))
    return rows.reduce(into: [:]) { found, row in
      let signature: String = row[0]
      found[signature, default: Records.ColumnMapping(signature: signature, columns: [:])].columns[row[1]] = row[2]
    }
  }
}
