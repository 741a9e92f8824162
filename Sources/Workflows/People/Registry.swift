import Foundation
import Protection
import Records

/// Who is who: the names and handles behind the codes. Lies sealed beside the database and is opened in memory only.
struct Registry: Codable, Sendable {
  struct Person: Codable, Sendable {
    var code: String
    var name: String
    var accounts: [Account]
  }

  struct Account: Codable, Sendable {
    /// Row of the account in the archive.
    var account: Int64
    var platform: String
    var externalID: String?
    var displayName: String?
    var handle: String?
  }

  var people: [Person] = []

  static func load(_ workspace: Workspace, keys: KeyRing) throws -> Registry {
    guard let bytes = try file(workspace, keys: keys).read() else { return Registry() }
    return try JSONDecoder().decode(Registry.self, from: Data(bytes))
  }

  func save(_ workspace: Workspace, keys: KeyRing) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try Registry.file(workspace, keys: keys).write(Array(encoder.encode(self)))
  }

  private static func file(_ workspace: Workspace, keys: KeyRing) throws -> SealedFile {
    SealedFile(path: workspace.places.registryFile, key: try keys.key(.registry), context: "creators")
  }

  func person(_ code: String) -> Person? { people.first { $0.code == code } }

  mutating func put(_ person: Person) {
    people.removeAll { $0.code == person.code }
    people.append(person)
    people.sort { $0.code < $1.code }
  }
}
