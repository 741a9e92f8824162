import Foundation
import Reporting

/// The files that say what readers outside the house are sent: the register, and one file a reader.
///
/// Readers' files lie in `donors/` of the data directory, where what they tell stays private, or among the report files,
/// which hold an example. A code in both is the data directory's.
struct DonorFiles {
  private let files: [String: (path: String, bytes: [UInt8])]
  private let register: IndicatorRegister
  private let folder: String

  init(_ places: Places) throws {
    let shared = try ResourceFolders.reportFiles(places)
    folder = places.home + "/donors"
    guard let bytes = FileManager.default.contents(atPath: shared + "/indicators.yaml") else {
      throw WorkflowError(
        "\(shared)/indicators.yaml: missing; restore it, or remove the folder to use the built-in one")
    }
    register = try IndicatorRegister(file: shared + "/indicators.yaml", bytes: Array(bytes))
    files = Self.donors(in: shared + "/donors").merging(Self.donors(in: folder)) { $1 }
  }

  private static func donors(in folder: String) -> [String: (path: String, bytes: [UInt8])] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.reduce(into: [:]) { found, name in
      guard name.hasSuffix(".yaml"), let bytes = FileManager.default.contents(atPath: folder + "/" + name) else {
        return
      }
      found[String(name.dropLast(5))] = (folder + "/" + name, Array(bytes))
    }
  }

  /// - Throws: `WorkflowError` when there is no such file, or with what is wrong in it.
  func plan(_ id: String) throws -> DonorPlan {
    guard CodeName.isNeutral(id) else {
      throw WorkflowError("\(id): a report's code is 1 to 24 letters, digits and hyphens; it stands in file names")
    }
    guard files[id] != nil else {
      let known = files.keys.sorted().joined(separator: ", ")
      throw WorkflowError(
        "\(id): no \(folder)/\(id).yaml; known are \(known). Copy the example 'sample' there and change it")
    }
    return try read(id).plan
  }

  /// Codes of all readers' files, examples too.
  var codes: [String] { files.keys.sorted() }

  /// The plans of all readers' files but examples.
  func ownPlans() throws -> [DonorPlan] {
    try files.keys.sorted().map { try read($0) }.filter { !$0.isExample }.map(\.plan)
  }

  /// Codes of authors whom another reader's report counts too; nil in a plan counts all of `everybody`.
  func countedElsewhere(than id: String, everybody: Set<String>) throws -> Set<String> {
    try files.keys.sorted().filter { $0 != id }.map { try read($0) }.filter { !$0.isExample }
      .reduce(into: []) { $0.formUnion($1.plan.authors ?? everybody) }
  }

  private func read(_ id: String) throws -> DonorFile {
    guard let file = files[id] else { throw WorkflowError("\(id): no such file") }
    return try DonorFile(id: id, file: file.path, bytes: file.bytes, register: register)
  }
}
