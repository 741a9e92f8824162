import ArgumentParser

/// The root of the command line.
struct Minbar: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "minbar",
    abstract: "Measures what talks for tolerance, peace and education reach, from the files that platforms export.",
    discussion: """
      A first run:
        minbar init
        minbar creators import creators.csv
        minbar ingest exports/
        minbar report month 2026-10 --language ru

      Exit codes: 0 done, 1 done with problems or not done, 2 wrong use.
      """,
    subcommands: AllCommands.list)
}

/// Every command, one line each.
enum AllCommands {
  static let list: [any ParsableCommand.Type] = [
    InitCommand.self, CreatorsCommand.self, IngestCommand.self, HeldCommand.self, ImportsCommand.self,
    AnalyseCommand.self, InspectCommand.self, WatchCommand.self, CollectCommand.self, FormatsCommand.self,
    FiguresCommand.self, TemplateCommand.self, ReportCommand.self, MonthCommand.self, ExplainCommand.self,
    NotesCommand.self,
    StatusCommand.self, SearchCommand.self, CodingCommand.self, LexiconCommand.self, TextCommand.self, DumpCommand.self,
    KeyCommand.self, RetentionCommand.self, SettingsCommand.self, PurgeCommand.self, BackupCommand.self,
    RestoreCommand.self, DoctorCommand.self, HandoverCommand.self, PanicCommand.self,
    ServeCommand.self, UsersCommand.self,
  ]
}
