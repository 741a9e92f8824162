import GRDB

extension Database {
  /// Runs a statement that comes once a file or more often: it is compiled once a connection, which takes longer than to run
  /// it, since the triggers of its tables are compiled with it.
  func run(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
