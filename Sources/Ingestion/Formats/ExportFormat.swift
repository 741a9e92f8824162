package import Records

/// One kind of file that can be read. It knows how the file looks and which records it holds, and nothing of
/// what becomes of them.
package protocol ExportFormat: Sendable {
  /// Stable, such as `youtube-studio-table`.
  var id: String { get }
  /// For people, in English.
  var title: String { get }
  /// Names of columns that the format cannot do without, for those whose file is of no known kind.
  var neededColumns: [String] { get }

  /// How sure it is that a file is of this kind: 0 not at all, 100 beyond doubt. Names are hints, content
  /// decides.
  func score(_ probe: Probe) -> Int

  /// Reads the file, from its first byte behind the byte order mark.
  ///
  /// Calls `output.begin` once, before any record. A file that is of this kind but cannot be read is reported
  /// as a problem that refuses the file.
  /// - Throws: what the output or the source of the bytes throws, nothing else.
  func read(_ input: FormatInput, into output: RecordOutput) throws
}

extension ExportFormat {
  package var neededColumns: [String] { [] }
}

/// A file that is to be read, with all that is known of it.
package struct FormatInput {
  package var text: any TextSource
  package var probe: Probe
  package var hints: SourceHints

  /// The period that the user gave, else the one in the names around the file.
  package var period: Period? { hints.period ?? ExportName.period(hints.names) }

  /// What a person said about the columns of this header.
  package var mapping: ColumnMapping? { probe.mapping }

  /// The hint of the user, with the platform filled in.
  package func account(_ platform: Platform?) -> AccountHint {
    var account = hints.account
    account.platform = platform ?? account.platform
    return account
  }

  func table() -> TableReader { TableReader(text, dialect: probe.table.dialect) }
}
