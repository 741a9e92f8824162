import Records
import Workflows

/// What somebody chose for the unknown columns of a table. Columns are named by their place; their names come from the file.
struct ColumnsChoice {
  let table: TableListing
  let fields: FormFields

  static func field(_ index: Int) -> String { "column\(index)" }

  /// The meaning of each column that had none, by its key.
  var roles: [(key: String, role: String)] {
    table.unknown.enumerated().compactMap { index, column in
      fields[Self.field(index)].map { (column.key, $0) }
    }
  }

  /// Keys of words that say what is wrong.
  var faults: [String] {
    let chosen = roles.map(\.role)
    let known = chosen.allSatisfy { ColumnRoles.role($0) != nil }
    let numbers = chosen.filter { $0 != "ignored" } + table.columns.compactMap(\.role).filter { $0 != "ignored" }
    return [
      chosen.count == table.unknown.count && known ? nil : "fault.columns.all",
      Set(numbers).count == numbers.count ? nil : "fault.columns.twice",
      numbers.contains { Metric(rawValue: $0) != nil || $0 == "watch_minutes" } ? nil : "fault.columns.numbers",
    ].compactMap { $0 }
  }
}
