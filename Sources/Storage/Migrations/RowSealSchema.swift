/// Seals over rows that belong to no one file: readings, codes, tallies that cannot be worked out again, releases.
enum RowSealSchema {
  static let statements = [tables] + watched.flatMap(triggers)

  private static let tables = """
    -- SHA-256 over rows of one kind that belong together: those of a post, an import, a release; 0 where there is one.
    CREATE TABLE row_seal (
      part TEXT NOT NULL,
      subject INTEGER NOT NULL,
      rows INTEGER NOT NULL,
      sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
      PRIMARY KEY (part, subject)
    ) STRICT, WITHOUT ROWID;

    -- Rows that changed since they were sealed. Empty between two transactions of Minbar: who else changed rows shows.
    CREATE TABLE seal_due (
      part TEXT NOT NULL,
      subject INTEGER NOT NULL,
      PRIMARY KEY (part, subject)
    ) STRICT, WITHOUT ROWID;
    """

  /// A table, the part that it belongs to, and whose rows are sealed together; `@` stands for the row.
  struct Watched {
    var table: String
    var part: String
    var subject: String
    var condition = "1"
  }

  private static let watched = [
    Watched(table: "post", part: "posts", subject: "@.id"),
    Watched(table: "import", part: "imports", subject: "@.id"),
    Watched(table: "source_file", part: "imports", subject: "@.import"),
    Watched(
      table: "problem", part: "imports", subject: "(SELECT import FROM source_file WHERE id = @.source_file)"),
    Watched(table: "talk_reading", part: "talk readings", subject: "@.post"),
    Watched(table: "talk_language", part: "talk readings", subject: "@.post"),
    Watched(table: "talk_finding", part: "talk readings", subject: "@.post"),
    Watched(table: "comment_reading", part: "comment readings", subject: "@.post"),
    Watched(table: "comment_finding", part: "comment readings", subject: "@.post"),
    Watched(table: "coded_text", part: "codes", subject: "@.post"),
    Watched(table: "label", part: "codes", subject: "(SELECT post FROM coded_text WHERE id = @.text)"),
    Watched(table: "comment_rollup", part: "frozen tallies", subject: "@.post", condition: "@.frozen = 1"),
    Watched(table: "creator", part: "creators", subject: "0"),
    Watched(table: "consent", part: "creators", subject: "0"),
    Watched(table: "account", part: "creators", subject: "0"),
    Watched(table: "release", part: "releases", subject: "@.id"),
    Watched(table: "release_cell", part: "releases", subject: "@.release"),
    Watched(table: "release_part", part: "releases", subject: "@.release"),
  ]

  /// Where a parent's row went first, its own trigger has named the subject; the null of the child is left out. That a
  /// subject stands there is asked: an upsert outside would turn a trigger's "or ignore" into a failure.
  static func triggers(_ watched: Watched) -> [String] {
    let events = [("insert", ["NEW"]), ("update", ["OLD", "NEW"]), ("delete", ["OLD"])]
    return events.map { event, rows in
      let marks = rows.map { row in
        let subject = subject(watched, row)
        return """
            INSERT INTO seal_due (part, subject) SELECT '\(watched.part)', \(subject)
              WHERE \(watched.condition.replacing("@", with: row)) AND \(subject) IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = '\(watched.part)' AND subject = \(subject));
          """
      }
      return """
        CREATE TRIGGER \(watched.table)_\(event)_unseals AFTER \(event.uppercased()) ON \(watched.table) BEGIN
        \(marks.joined(separator: "\n"))
        END;
        """
    }
  }

  private static func subject(_ watched: Watched, _ row: String) -> String {
    watched.subject.replacing("@", with: row)
  }
}
