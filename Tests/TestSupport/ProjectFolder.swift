import Foundation

/// The project's own files, for tests that read the source.
package enum ProjectFolder {
  /// The folder that holds `Package.swift`.
  package static let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path()

  /// Files below a folder of the project with one of the endings, by their path from the project's folder.
  package static func files(below folder: String, endings: [String]) throws -> [String] {
    let root = path + "/" + folder
    return try FileManager.default.subpathsOfDirectory(atPath: root).filter { name in
      endings.contains { name.hasSuffix($0) } && !name.contains(".build/")
    }.map { folder + "/" + $0 }.sorted()
  }

  package static func text(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path + "/" + file)), as: UTF8.self)
  }
}

/// A folder that is gone when the test ends.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    let base = FileManager.default.temporaryDirectory.path() + "/minbar-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: true)
    path = base
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = path + "/" + name
    let folder = URL(filePath: file).deletingLastPathComponent().path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }
}
