import Foundation
import TestSupport
import Testing

/// Nothing lists people: no command can order or filter by who commented, and no statement sorts by it.
@Suite struct CommenterTests {
  private static let people = ["commenter", "pseudonym", "author", "identity", "username", "handle"]

  /// Options that name a creator's own channel, and the file with the key of a sealed backup.
  private static let harmless: Set<String> = ["youtube-handle", "instagram-handle", "identity"]

  private func names(_ value: Any) -> [String] {
    if let list = value as? [Any] { return list.flatMap(names) }
    guard let object = value as? [String: Any] else { return [] }
    let own = object["kind"] as? String == "option" || object["kind"] as? String == "flag"
    let spelled = own ? (object["names"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String } : []
    return spelled + object.values.flatMap(names)
  }

  @Test func noOptionOfAnyCommandNamesWhoCommented() throws {
    let folder = try TemporaryFolder()
    let help = try Program(folder: folder.path).run("--experimental-dump-help")
    let options = names(try JSONSerialization.jsonObject(with: Data(help.output.utf8)))
    #expect(options.count > 100)
    for option in Set(options).subtracting(Self.harmless) {
      for word in Self.people { #expect(!option.contains(word), "--\(option)") }
    }
  }

  @Test func noStatementOrdersByWhoCommented() throws {
    var seen = 0
    for file in try ProjectFolder.files(below: "Sources/Storage", endings: [".swift"]) {
      for line in try ProjectFolder.text(file).split(separator: "\n") {
        guard let order = line.range(of: "ORDER BY") ?? line.range(of: "PARTITION BY") else { continue }
        seen += 1
        let words = line[order.upperBound...].split { !$0.isLetter && $0 != "_" }
        #expect(!words.contains("author") && !words.contains("commenter"), "\(file): \(line)")
      }
    }
    #expect(seen > 40)
  }
}
