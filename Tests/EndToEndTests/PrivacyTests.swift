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

  @Test func theSearchFindsWhatIsThere() throws {
    // Ids of formats lie open: were none found, the other tests would say nothing.
    let files = try dataDirectory()
    #expect(TextSearch(["youtube-studio-table"]).hits(in: files).contains { $0.hasSuffix("minbar.db") })
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
    #expect(TextSearch(people.filter { $0.utf8.count >= 10 }).hits(in: files) == [])
  }

  @Test func noWordOfACommentLiesOpen() throws {
    let files = try dataDirectory()
    var texts: [String] = []
    let varieties = ["ky", "ru", "uz-Latn", "uz-Cyrl"]
    // Greetings are words of talks too, and talks are public.
    let talks = try varieties.map { try ProjectFolder.text("Samples/texts/\($0)/talks.txt") }.joined()
    for variety in varieties {
      for line in try ProjectFolder.text("Samples/texts/\(variety)/comments.tsv").split(separator: "\n") {
        let text = line.split(separator: "\t", omittingEmptySubsequences: false)[1]
        if text.utf8.count >= 60, !talks.contains(text) { texts.append(String(text)) }
      }
    }
    #expect(texts.count > 300)
    #expect(TextSearch(texts).hits(in: files) == [])
  }

  @Test func noCreatorsNameLiesOpen() throws {
    let files = try dataDirectory()
    let names = try ProjectFolder.text("Samples/creators.csv").split(separator: "\n").dropFirst().flatMap { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return [String(cells[1]), String(cells[6])]
    }
    #expect(names.count == 24)
    #expect(TextSearch(names.filter { $0.utf8.count >= 8 }).hits(in: files) == [])
  }

  @Test func onlyTheOwnerMayRead() throws {
    for name in try FileManager.default.subpathsOfDirectory(atPath: sample.program.home) {
      let attributes = try FileManager.default.attributesOfItem(atPath: sample.program.home + "/" + name)
      let mode = try #require(attributes[.posixPermissions] as? Int)
      #expect(mode & 0o077 == 0, "\(name) has mode \(String(mode, radix: 8))")
    }
  }
}

/// Looks for many texts in many bytes in one pass: by their first eight bytes, then whole.
private struct TextSearch {
  private var texts: [UInt64: [[UInt8]]] = [:]

  /// - Parameter texts: each of eight bytes or more.
  init(_ texts: [String]) {
    for text in texts {
      let bytes = Array(text.utf8)
      self.texts[bytes.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }, default: []].append(bytes)
    }
  }

  /// `text in file` for each text that was found, once a file.
  func hits(in files: [(name: String, bytes: Data)]) -> [String] {
    var found: Set<String> = []
    for file in files {
      file.bytes.withUnsafeBytes { bytes in
        for place in 0..<max(0, bytes.count - 7) {
          guard let candidates = texts[bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)] else { continue }
          for text in candidates where bytes[place...].prefix(text.count).elementsEqual(text) {
            found.insert("\(String(decoding: text, as: UTF8.self)) in \(file.name)")
          }
        }
      }
    }
    return found.sorted()
  }
}
