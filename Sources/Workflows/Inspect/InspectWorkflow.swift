import Foundation
import Ingestion
import Records
import Storage

/// Looks at files without taking them in: nothing is written, and no archive is needed.
package final class InspectWorkflow {
  private let options: IngestOptions
  private let archive: Archive?
  private let resolver: AccountResolver
  private let receivedOn: Day
  private let records: RecordLines?
  private let mappings: [String: ColumnMapping]

  /// - Parameter records: where every record goes as a line of JSON; nil when none is asked for.
  /// - Throws: `WorkflowError` when the creator named in `options` is unknown.
  package init(
    _ workspace: Workspace, options: IngestOptions = IngestOptions(), records: (([UInt8]) throws -> Void)? = nil
  ) throws {
    self.options = options
    self.records = records.map(RecordLines.init)
    archive = try Archive.openAsItIs(directory: workspace.places.home)
    let cards = try archive?.read { try $0.accounts() } ?? []
    mappings = try archive?.read { try $0.columnMappings() } ?? [:]
    // Without keys names cannot be opened; ids that were seen before still tell whose a file is.
    let keys = archive == nil ? nil : try? workspace.keyRing()
    let registry = try keys.map { try Registry.load(workspace, keys: $0) } ?? Registry()
    resolver = AccountResolver(registry: registry, cards: cards, chosen: options.creator)
    receivedOn = workspace.today(in: try archive.map(workspace.zone) ?? ProgrammeZone())
    if let creator = options.creator, !cards.contains(where: { $0.creator == creator }) {
      throw WorkflowError("\(creator): no such creator; 'minbar creators list' shows the codes")
    }
  }

  /// - Throws: `WorkflowError` when there is nothing at a path, and what writing the records throws.
  package func inspect(_ paths: [String]) throws -> [Inspection] {
    let files = try paths.flatMap(InputFiles.list)
    let inspections = try files.map { file in
      try archive?.read { try inspect(file, reader: $0) } ?? inspect(file, reader: nil)
    }
    try records?.finish()
    return inspections
  }

  private func inspect(_ file: InputFile, reader: ArchiveReader?) throws -> Inspection {
    do {
      let source = HashingSource(try file.path.map { try FileSource(path: $0) } ?? FileSource(descriptor: 0))
      let files = try read(source, file, reader)
      try source.drain()
      let digest = source.digest
      return Inspection(
        name: file.name, sha256: Hex.text(digest), sameBytesAs: try reader?.importID(sha256: digest), files: files)
    } catch let error as FileError {
      var unreadable = InspectedFile(name: file.name)
      unreadable.problems = [ProblemReceipt(.unreadableFile(error.code))]
      return Inspection(name: file.name, sha256: "", files: [unreadable])
    }
  }

  private func read(_ source: HashingSource, _ file: InputFile, _ reader: ArchiveReader?) throws -> [InspectedFile] {
    let bytes = PeekedSource(source)
    var files: [InspectedFile] = []
    var broken = InspectedFile(name: file.name)
    let isLookedOver = isArchive(head: try bytes.head(8)) && file.path != nil
    let opened: any ByteSource = try isLookedOver ? file.path.map { try FileSource(path: $0) } ?? bytes : bytes
    try sourceFiles(
      opened, names: file.names,
      { member in
        let inside = member.names.dropLast(file.names.count).reversed().joined(separator: "/")
        guard inside.isEmpty || !InputFiles.isClutter(inside) else { return }
        files.append(try self.read(member, reader))
      }, problem: { broken.problems.append(ProblemReceipt($0)) })
    return broken.problems.isEmpty ? files : files + [broken]
  }

  private func read(_ member: SourceFile, _ reader: ArchiveReader?) throws -> InspectedFile {
    let names = member.names
    let hints = SourceHints(
      names: names, period: options.period, account: AccountHint(platform: resolver.platform(inNames: names)),
      receivedOn: receivedOn, mappings: mappings, form: member.form)
    let sink = InspectSink(names: names, resolver: resolver, reader: reader, records: records)
    try SourceReader().read(member.bytes, hints: hints, into: sink)
    return try sink.finish()
  }
}
