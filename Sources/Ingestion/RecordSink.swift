package import Records

/// Where a reader puts what it found, in the order of the file. A sink that throws ends the reading.
package protocol RecordSink: AnyObject {
  /// Called once, before any record, when the format is known.
  func begin(_ source: SourceDescription) throws
  func post(_ post: PostSighting) throws
  func observation(_ observation: Observation) throws
  func comment(_ comment: RawComment) throws
  /// Opens a transcript; the cues that follow belong to it.
  func transcript(_ head: TranscriptHead) throws
  func cue(_ cue: Cue) throws
  /// A number that staff typed in; it is kept apart from those of exports.
  func handFigure(_ figure: HandFigure) throws
  /// What staff say of a talk.
  func talkCard(_ card: TalkCard) throws
  /// A row of a register that staff keep.
  func registerRow(_ row: RegisterRow) throws
  /// A row or a whole file that could not be taken, or a note about it.
  func problem(_ problem: Problem) throws
}

/// What is known about a source before its bytes are read.
package struct SourceHints: Sendable, Hashable {
  /// File name first, then what encloses it, innermost first: zip member, zip, folder, folder above.
  package var names: [String]
  /// Given by the user; wins over names, loses to dates inside the file.
  package var period: Period?
  package var account: AccountHint
  /// When the export reached us; lifetime numbers without a date of their own speak up to this day.
  package var receivedOn: Day
  /// What people said about the columns of unknown headers, by the header's signature.
  package var mappings: [String: ColumnMapping]
  package var form: SourceForm

  package init(
    names: [String], period: Period? = nil, account: AccountHint = AccountHint(), receivedOn: Day,
    mappings: [String: ColumnMapping] = [:], form: SourceForm = .file
  ) {
    self.names = names
    self.period = period
    self.account = account
    self.receivedOn = receivedOn
    self.mappings = mappings
    self.form = form
  }
}
