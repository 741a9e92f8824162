/// What people said columns of unknown headers mean.
enum ColumnMappingSchema {
  static let statements = [
    """
    -- One row a column of a header; headers are known by a signature over their names.
    CREATE TABLE column_mapping (
      signature TEXT NOT NULL CHECK (length(signature) = 16),
      column_key TEXT NOT NULL,
      role TEXT NOT NULL CHECK (length(role) > 0),
      PRIMARY KEY (signature, column_key)
    ) STRICT, WITHOUT ROWID;
    """
  ]
}
