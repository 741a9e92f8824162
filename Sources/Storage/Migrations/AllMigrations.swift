import GRDB

/// Every schema change in the order of release; never edited, only added to.
enum AllMigrations {
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      for statement in SchemaV1.statements { try db.execute(sql: statement) }
    }
    migrator.registerMigration("2-coding") { db in
      for statement in SchemaV2.statements { try db.execute(sql: statement) }
    }
    migrator.registerMigration("3-column-mappings") { db in
      for statement in ColumnMappingSchema.statements { try db.execute(sql: statement) }
    }
    return migrator
  }()
}
