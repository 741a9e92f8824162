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
    migrator.registerMigration("3-observation-indexes") { db in
      for statement in SchemaV3.statements { try db.execute(sql: statement) }
    }
    migrator.registerMigration("4-programme-records") { db in
      for statement in ProgrammeRecordsSchema.statements { try db.execute(sql: statement) }
    }
    migrator.registerMigration("5-durability") { db in
      for statement in DurabilitySchema.statements { try db.execute(sql: statement) }
      for source in try Int64.fetchAll(db, sql: "SELECT id FROM source_file") { try SourceSeal.write(db, source) }
    }
    migrator.registerMigration("6-column-mappings") { db in
      for statement in ColumnMappingSchema.statements { try db.execute(sql: statement) }
    }
    migrator.registerMigration("7-locality") { db in
      for statement in LocalitySchema.statements { try db.execute(sql: statement) }
    }
    migrator.registerMigration("8-report-rollups") { db in
      for statement in ReportRollupSchema.statements { try db.execute(sql: statement) }
      try ArchiveWriter(db).refreshStaleMonths()
    }
    return migrator
  }()
}
