import Foundation
import Records

/// `datapackage.json` by Data Package 2.0, of the plain tables in `data/`.
struct DataPackage: Encodable {
  struct Field: Encodable {
    var name: String
    var type: String
  }

  struct Schema: Encodable {
    var fields: [Field]
    var missingValues = [""]
    /// Columns that tell rows apart; nil where nothing promises it.
    var primaryKey: [String]?
  }

  struct Resource: Encodable {
    var name: String
    var path: String
    var type = "table"
    var format = "csv"
    var mediatype = "text/csv"
    var encoding = "utf-8"
    var bytes: Int
    var hash: String
    var schema: Schema

    init(_ table: PackageTable, path: String, bytes content: [UInt8], hash sha256: String) {
      name = table.name
      self.path = path
      bytes = content.count
      hash = "sha256:" + sha256
      // `fieldsMatch` is left out: the published profile of 2.0 wants another type than the text of the standard.
      schema = Schema(
        fields: table.columns.map { Field(name: $0.name, type: $0.kind.rawValue) },
        primaryKey: table.name == "indicators" ? ["indicator_code"] : nil)
    }
  }

  /// What the tables were made from.
  struct Source: Encodable {
    var title: String
  }

  var schemaAddress = "https://datapackage.org/profiles/2.0/datapackage.json"
  /// The same for the same tables, and for no others.
  var id: String
  var name: String
  var title: String
  var description: String
  var sources: [Source]
  var version: String
  var created: String
  var resources: [Resource]

  enum CodingKeys: String, CodingKey {
    case schemaAddress = "$schema"
    case id, name, title, description, sources, version, created, resources
  }

  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }
}
