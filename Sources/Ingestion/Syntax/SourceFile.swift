import Glibc
package import Records

/// What kind of thing the text of a file was taken from.
package enum SourceForm: Sendable, Hashable {
  /// A file as it lies there.
  case file
  /// A sheet of a workbook, as UTF-8 with commas; each row is a line, whatever its cells hold.
  case sheet
  /// The text of a Word document, a paragraph a line.
  case document
}

/// A file to read, found in what was handed in.
package struct SourceFile {
  /// Its own name first (`book.xlsx!/Sheet` for a sheet), then what encloses it, innermost first.
  package var names: [String]
  package var form: SourceForm
  package var bytes: any ByteSource
}

/// A source that tells at its end what it had to leave out.
package protocol ReportingSource: ByteSource {
  var problems: [Problem] { get }
}

/// Visits the files in what was handed in, as streams: the file itself, the files in a zip archive (and in one more
/// inside of it), the sheets of a workbook, the text of a Word document. Nothing is unpacked to disk.
///
/// Entries that are links, encrypted, badly named or archives in the second degree are left out with a problem; what
/// is too large or unpacks to too much ends with a problem. `Problem.file` is left empty for the caller to fill.
/// - Parameter names: of what was handed in: its own first, then what encloses it.
/// - Throws: what `visit`, `problem` or the source threw.
package func sourceFiles(
  _ bytes: any ByteSource, names: [String], limits: ArchiveLimits = ArchiveLimits(),
  _ visit: (SourceFile) throws -> Void, problem: (Problem) throws -> Void
) throws {
  let budget = ArchiveBudget(limits)
  let peeked = PeekedSource(bytes)
  let seekable = bytes as? any SeekableSource
  let place = seekable?.seek(0, SEEK_CUR)
  let head = try peeked.head(64)
  let isSeekable = place.flatMap { seekable?.seek($0, SEEK_SET) } != nil
  let source: any ByteSource = isSeekable ? bytes : peeked
  if OfficeDocument.isStart(head) {
    try OfficeReader(names: names, budget: budget, isOutermost: true).read(source, visit, problem: problem)
  } else if isArchive(head: head) {
    try ArchiveWalk(source, names: names, budget: budget, depth: 0).run(visit, problem: problem)
  } else {
    try visit(SourceFile(names: names, form: .file, bytes: source))
  }
}
