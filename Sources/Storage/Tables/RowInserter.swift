import Foundation
import GRDB
import GRDBSQLite

/// Runs one statement for many rows, binding through SQLite's own interface: GRDB's conveniences cost as much again as
/// the insert itself.
struct RowInserter {
  private let db: Database
  private let statement: Statement
  private var raw: OpaquePointer? { statement.sqliteStatement }

  /// Compiled once a connection, whoever asks for it.
  init(_ db: Database, sql: String) throws {
    self.db = db
    statement = try db.cachedStatement(sql: sql)
  }

  /// Binds the values of a row and runs the statement.
  /// - Returns: whether a row was written.
  /// - Throws: `ArchiveError` with what SQLite says.
  @discardableResult
  func insert(_ bind: (inout RowValues) -> Void) throws -> Bool {
    sqlite3_reset(raw)
    var values = RowValues(statement: raw)
    bind(&values)
    let result = sqlite3_step(raw)
    guard result == SQLITE_DONE else { throw failure() }
    sqlite3_reset(raw)
    return sqlite3_changes(db.sqliteConnection) == 1
  }

  private func failure() -> ArchiveError {
    let message = sqlite3_errmsg(db.sqliteConnection).map { String(cString: $0) } ?? "unknown"
    sqlite3_reset(raw)
    return .cannotOpen("minbar.db", reason: message)
  }
}

/// The values of a row, in the order of its placeholders.
struct RowValues {
  private let statement: OpaquePointer?
  private var index: Int32 = 0
  /// SQLite copies the bytes (a nil destructor would mean that they live on).
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(statement: OpaquePointer?) {
    self.statement = statement
  }

  mutating func add(_ value: Int64) {
    index += 1
    sqlite3_bind_int64(statement, index, value)
  }

  mutating func add(_ value: Int) { add(Int64(value)) }

  mutating func add(_ value: Double) {
    index += 1
    sqlite3_bind_double(statement, index, value)
  }

  mutating func add(_ text: String) {
    index += 1
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        _ = sqlite3_bind_text(statement, index, characters.baseAddress, Int32(characters.count), Self.transient)
      }
    }
  }

  /// Text that lives as long as the program.
  mutating func add(_ text: StaticString) {
    index += 1
    text.withUTF8Buffer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        _ = sqlite3_bind_text(statement, index, characters.baseAddress, Int32(characters.count), nil)
      }
    }
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    index += 1
    sqlite3_bind_blob(statement, index, bytes.baseAddress, Int32(bytes.count), Self.transient)
  }

  mutating func add(_ data: Data) { data.withUnsafeBytes { add($0) } }

  mutating func addNull() {
    index += 1
    sqlite3_bind_null(statement, index)
  }
}
