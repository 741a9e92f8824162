import Drawing

/// One part of the dashboard.
protocol DashboardBlock {
  init(context: ReportContext)
  func html() -> HTML
}

/// The parts of the dashboard, in their order. One more is one file and one line.
enum AllBlocks {
  static var list: [any DashboardBlock.Type] {
    [
      GlanceBlock.self,
      SealBlock.self,
      CalendarBlock.self,
      ChangesBlock.self,
      NotesBlock.self,
      ControlBlock.self,
      ReachBlock.self,
      ViewsBlock.self,
      AudienceBlock.self,
      ThemesBlock.self,
      KeynessBlock.self,
      ResponsesBlock.self,
      CopiesBlock.self,
      AuthorsBlock.self,
      HandBlock.self,
      GapsBlock.self,
      QualityBlock.self,
      RestatementsBlock.self,
      ImportsBlock.self,
      ReadingBlock.self,
      SourcesBlock.self,
    ]
  }
}
