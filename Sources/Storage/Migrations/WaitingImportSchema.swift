/// Imports of which some rows could not be taken, since nobody knew yet whose they are: such a file may be read again.
enum WaitingImportSchema {
  static let statements = [
    """
    -- What the archive knew of accounts and posts when rows were left out (see ArchiveReader.knowledge); null when none were.
    ALTER TABLE import ADD COLUMN waits_since INTEGER;
    """,
    """
    UPDATE import SET waits_since = 0 WHERE id IN (
      SELECT f.import FROM source_file f JOIN problem p ON p.source_file = f.id
      WHERE p.code IN ('account.unknown', 'account.several', 'account.platform-unknown', 'comments.under-others'));
    """,
  ]
}
