import Foundation
import Ingestion
import Records
import Storage

/// A format that is read, as `minbar formats` shows it.
package struct FormatListing: Sendable, Codable {
  package let id: String
  package let title: String
  /// Columns it cannot do without; empty where its content tells.
  package let needs: [String]
}

/// A table's column and what it means.
package struct ColumnListing: Sendable, Codable {
  /// As written in the file.
  package let name: String
  package let key: String
  /// Up to three cells, for the eyes of the person who asks.
  package let samples: [String]
  /// What its name, its shape or a person tells; nil when nothing does.
  package let role: String?
}

/// A table in a file or archive, as a person is asked about it.
package struct TableListing: Sendable, Codable {
  package let name: String
  package let signature: String
  package let columns: [ColumnListing]

  package var unknown: [ColumnListing] { columns.filter { $0.role == nil } }
}

/// What somebody said about a header.
package struct MappingListing: Sendable, Codable {
  package let signature: String
  package let columns: [String: String]
}

extension Workspace {
  /// Every format that is read.
  package static var formats: [FormatListing] {
    AllFormats.list.map { FormatListing(id: $0.id, title: $0.title, needs: $0.neededColumns) }
  }

  /// The tables in a file or zip, with what is known of their columns.
  /// - Throws: `WorkflowError` when there is no file, or no table in it.
  package func tables(in path: String) throws -> [TableListing] {
    var found: [TableListing] = []
    for file in try InputFiles.list(path) {
      guard let full = file.path else { continue }
      found += try tables(in: FileSource(path: full), names: file.names)
    }
    guard !found.isEmpty else { throw WorkflowError("\(path): no table in it; a mapping names the columns of a table") }
    return found
  }

  /// The tables in the bytes of one file or archive.
  func tables(in bytes: any ByteSource, names: [String]) throws -> [TableListing] {
    let known = try mappings()
    var found: [TableListing] = []
    try sourceFiles(
      bytes, names: names, { try found.append(contentsOf: self.table($0.bytes, names: $0.names, known)) },
      problem: { _ in })
    return found
  }

  private func table(
    _ bytes: any ByteSource, names: [String], _ known: [String: ColumnMapping]
  ) throws -> [TableListing] {
    let reader = ByteReader(bytes)
    let head = try reader.peek()
    guard case .certain(let encoding, let mark) = EncodingDetector.detect(head, isWhole: reader.hasPeekedAll) else {
      return []
    }
    reader.skip(mark)
    guard let sketch = try SourceReader.probe(reader, encoding: encoding, names: names).headerSketch else { return [] }
    let said = known[sketch.signature]?.columns ?? [:]
    let columns = sketch.columns.map {
      ColumnListing(name: $0.name, key: $0.key, samples: $0.samples, role: said[$0.key] ?? $0.roleID)
    }
    return [TableListing(name: names.first ?? "", signature: sketch.signature, columns: columns)]
  }

  private func mappings() throws -> [String: ColumnMapping] {
    try Archive.openAsItIs(directory: places.home)?.read { try $0.columnMappings() } ?? [:]
  }

  /// Mappings that were saved, by signature.
  package func columnMappings() throws -> [MappingListing] {
    try openForReading().read { try $0.columnMappings() }.values
      .map { MappingListing(signature: $0.signature, columns: $0.columns) }.sorted { $0.signature < $1.signature }
  }

  /// Remembers what columns of a table mean. What was said of its other columns before stays.
  /// - Parameter roles: role ids by column, as written in the file or by its key.
  /// - Throws: `WorkflowError` naming a column or role that does not exist.
  package func map(_ table: TableListing, roles: [String: String]) throws {
    var columns: [String: String] = [:]
    for (name, role) in roles {
      guard let column = table.columns.first(where: { $0.key == name || $0.name == name }) else {
        throw WorkflowError(
          "\(name): no such column; the file has: " + table.columns.map(\.name).joined(separator: ", "))
      }
      guard ColumnRoles.role(role) != nil else {
        throw WorkflowError("\(role): no such meaning; 'minbar formats roles' lists them")
      }
      columns[column.key] = role
    }
    let earlier = try openForReading().read { try $0.columnMappings() }[table.signature]?.columns ?? [:]
    let mapping = ColumnMapping(signature: table.signature, columns: earlier.merging(columns) { $1 })
    try openForWriting("formats map").write { try $0.save(mapping) }
  }

  /// - Throws: `WorkflowError` when nothing was said about such a header.
  package func forgetMapping(_ signature: String) throws {
    let wasThere = try openForWriting("formats forget").write { try $0.forgetMapping(signature) }
    guard wasThere else {
      throw WorkflowError("\(signature): no such mapping; 'minbar formats mappings' shows them")
    }
  }
}
