import GRDB

/// Every schema change in the order of release; never edited, only added to.
enum AllMigrations {
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.add("1", SchemaV1.statements)
    migrator.add("2-coding", SchemaV2.statements)
    migrator.add("3-observation-indexes", SchemaV3.statements)
    migrator.add("4-programme-records", ProgrammeRecordsSchema.statements)
    migrator.add("5-durability", DurabilitySchema.statements, sealing: DurabilitySchema.parts)
    migrator.add("6-column-mappings", ColumnMappingSchema.statements)
    // What is there is sealed when all changes are made: see SealRenewal.
    migrator.add("7-row-seals", RowSealSchema.statements)
    migrator.add("8-locality", LocalitySchema.statements)
    migrator.add("9-copies", CopiesSchema.statements)
    migrator.add("10-talk-words", TalkWordsSchema.statements)
    migrator.add("11-coding-measures", CodingMeasureSchema.statements)
    migrator.add("12-hand-record-seals", HandRecordsSchema.statements, sealing: HandRecordsSchema.parts)
    migrator.add("13-same-posts", SamePostSchema.statements)
    migrator.add("14-figure-notes", FigureNotesSchema.statements)
    migrator.add("15-sealed-months", SealedMonthSchema.statements)
    migrator.add("16-waiting-imports", WaitingImportSchema.statements)
    migrator.add("17-coding-rounds", CodingRoundsSchema.statements)
    migrator.add("18-talk-search", TalkSearchSchema.statements)
    migrator.add("19-registers", RegistersSchema.statements)
    migrator.add("20-report-rollups", ReportRollupSchema.statements)
    migrator.add("21-read-again", ReadAgainSchema.statements)
    return migrator
  }()
}

extension DatabaseMigrator {
  /// One change of the schema.
  /// - Parameter parts: kinds of rows that are sealed from then on; those of files taken in before are sealed with it.
  fileprivate mutating func add(_ name: String, _ statements: [String], sealing parts: Set<String> = []) {
    registerMigration(name) { db in
      for statement in statements { try db.execute(sql: statement) }
      guard !parts.isEmpty else { return }
      for source in try Int64.fetchAll(db, sql: "SELECT id FROM source_file") {
        try SourceSeal.write(db, source, only: parts)
      }
    }
  }
}
