import Foundation
import TestSupport
import Testing

@Suite struct PrivacyTests {
  private let sample: SampleProgramme

  init() throws {
    sample = try SampleProgramme.shared.get()
  }

  /// Everything below the data directory, as it lies on the disk.
  private func dataDirectory() throws -> [(name: String, bytes: Data)] {
    try FileManager.default.subpathsOfDirectory(atPath: sample.program.home).compactMap { name in
      FileManager.default.contents(atPath: sample.program.home + "/" + name).map { (name, $0) }
    }
  }

  @Test func noCommenterIsNamedInTheDataDirectory() throws {
    let files = try dataDirectory()
    #expect(files.contains { $0.name == "minbar.db" && $0.bytes.count > 100_000 })
    let people = try ["ky", "ru", "uz-Latn", "uz-Cyrl"].flatMap { variety in
      try ProjectFolder.text("Samples/texts/\(variety)/people.tsv").split(separator: "\n").flatMap { line in
        line.split(separator: "\t").map(String.init)
      }
    }
    #expect(people.count > 400)
    // Short first names are words of talks too; whole names and handles are not.
    for person in people where person.utf8.count >= 10 {
      for file in files { #expect(file.bytes.firstRange(of: Data(person.utf8)) == nil, "\(person) in \(file.name)") }
    }
  }

  @Test func noWordOfACommentLiesOpen() throws {
    let files = try dataDirectory()
    var checked = 0
    for variety in ["ky", "ru", "uz-Latn", "uz-Cyrl"] {
      for line in try ProjectFolder.text("Samples/texts/\(variety)/comments.tsv").split(separator: "\n") {
        let text = line.split(separator: "\t", omittingEmptySubsequences: false)[1]
        guard text.utf8.count >= 60 else { continue }
        checked += 1
        for file in files { #expect(file.bytes.firstRange(of: Data(text.utf8)) == nil) }
      }
    }
    #expect(checked > 300)
  }

  @Test func noCreatorsNameLiesOpen() throws {
    let files = try dataDirectory()
    for line in try ProjectFolder.text("Samples/creators.csv").split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      for name in [cells[1], cells[6]] {
        for file in files { #expect(file.bytes.firstRange(of: Data(name.utf8)) == nil, "\(name) in \(file.name)") }
      }
    }
  }

  @Test func onlyTheOwnerMayRead() throws {
    for name in try FileManager.default.subpathsOfDirectory(atPath: sample.program.home) {
      let attributes = try FileManager.default.attributesOfItem(atPath: sample.program.home + "/" + name)
      let mode = try #require(attributes[.posixPermissions] as? Int)
      #expect(mode & 0o077 == 0, "\(name) has mode \(String(mode, radix: 8))")
    }
  }
}
