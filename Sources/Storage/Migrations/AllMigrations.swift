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
      for source in try Int64.fetchAll(db, sql: "SELECT id FROM source_file") {
        try SourceSeal.write(db, source, only: DurabilitySchema.parts)
      }
    }
    migrator.registerMigration("6-column-mappings") { db in
      for statement in ColumnMappingSchema.statements { try db.execute(sql: statement) }
    }
    migrator.registerMigration("7-row-seals") { db in
      // What is there is sealed when all changes are made: see SealRenewal.
      for statement in RowSealSchema.statements { try db.execute(sql: statement) }
    }
    migrator.registerMigration("8-locality") { db in
      for statement in LocalitySchema.statements { try db.execute(sql: statement) }
    }
    migrator.registerMigration("9-copies") { db in
      for statement in CopiesSchema.statements { try db.execute(sql: statement) }
    }
    migrator.registerMigration("10-talk-words") { db in
      for statement in TalkWordsSchema.statements { try db.execute(sql: statement) }
    }
    migrator.registerMigration("11-coding-measures") { db in
      for statement in CodingMeasureSchema.statements { try db.execute(sql: statement) }
    }
    migrator.registerMigration("12-hand-record-seals") { db in
      for statement in HandRecordsSchema.statements { try db.execute(sql: statement) }
      for source in try Int64.fetchAll(db, sql: "SELECT id FROM source_file") {
        try SourceSeal.write(db, source, only: HandRecordsSchema.parts)
      }
    }
    migrator.registerMigration("13-same-posts") { db in
      for statement in SamePostSchema.statements { try db.execute(sql: statement) }
    }
    migrator.registerMigration("14-figure-notes") { db in
      for statement in FigureNotesSchema.statements { try db.execute(sql: statement) }
    }
    return migrator
  }()
}
