import TestSupport
import Testing

/// A call that no room may make, and the rooms in which it is allowed all the same.
private struct Rule {
  let name: String
  let words: [String]
  let exceptRooms: Set<String>
  let why: String
}

private let rules = [
  Rule(
    name: "traps", words: ["try!", "fatalError(", "preconditionFailure(", "as!"], exceptRooms: [],
    why: "bad input must end in a problem, not in a crash"),
  Rule(name: "printing", words: ["print("], exceptRooms: [], why: "only Output writes to a terminal"),
  Rule(
    name: "clock", words: ["Date()", "Date.now", "ContinuousClock", "clock_gettime", "time(nil)"],
    exceptRooms: ["Workflows", "Website", "minbar"], why: "the time is passed in, so that runs can be repeated"),
  Rule(
    name: "environment", words: ["ProcessInfo", "getenv("], exceptRooms: ["Workflows", "Website", "minbar"],
    why: "settings are passed in"),
  Rule(
    name: "chance", words: [".random(", "SystemRandomNumberGenerator", "UUID()"], exceptRooms: ["Website"],
    why: "results must not depend on chance"),
  Rule(
    name: "patterns", words: ["Regex", "NSRegularExpression"], exceptRooms: [], why: "regular expressions can hang"),
]

private func offences(in text: String, room: String) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
    let code = line.drop { $0 == " " }
    if code.hasPrefix("//") || code.hasPrefix("///") { return [String]() }
    return rules.filter { rule in
      !rule.exceptRooms.contains(room) && rule.words.contains { occurs($0, in: String(code)) }
    }.map { "line \(index + 1): \($0.name): \($0.why)" }
  }
}

/// Whole words: `print(` is not found in `fingerprint(`.
private func occurs(_ word: String, in line: String) -> Bool {
  var rest = Substring(line)
  while let range = rest.firstRange(of: word) {
    let before = rest[..<range.lowerBound].last
    if word.hasPrefix(".") || before.map({ !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." }) ?? true {
      return true
    }
    rest = rest[range.upperBound...]
  }
  return false
}

@Suite struct ForbiddenCallTests {
  @Test func noRoomCallsWhatItMayNot() throws {
    for file in try ProjectFolder.files(below: "Sources", endings: [".swift"]) {
      let room = String(file.split(separator: "/")[1])
      let found = offences(in: try ProjectFolder.text(file), room: room)
      #expect(found.isEmpty, "\(file): \(found.joined(separator: "; "))")
    }
  }

  @Test(arguments: [
    ("let a = try! read()", "Storage", 1), ("print(name)", "minbar", 1), ("let f = fingerprint(a)", "Storage", 0),
    ("let now = Date()", "Figures", 1), ("let now = Date()", "Workflows", 0), ("// print(a)", "Storage", 0),
    ("let n = Int.random(in: 0..<3)", "Figures", 1), ("let r = try Regex(text)", "Ingestion", 1),
  ])
  func eachRuleBites(line: String, room: String, count: Int) {
    #expect(offences(in: line, room: room).count == count)
  }
}

@Suite struct SourcePurityTests {
  /// SQL lives in Storage, HTML and SVG text in Drawing.
  private func foreign(in text: String, room: String) -> [String] {
    var found: [String] = []
    let holdsSQL = ["\"SELECT ", "\"INSERT ", "\"DELETE ", "\"UPDATE "].contains { text.contains($0) }
    if room != "Storage", holdsSQL { found.append("SQL outside Storage") }
    let holdsMarkup = ["<div", "<svg", "<td", "</", "<span"].contains { text.contains("\"" + $0) }
    if room != "Drawing", holdsMarkup { found.append("markup outside Drawing") }
    return found
  }

  @Test func everythingLivesInItsRoom() throws {
    for file in try ProjectFolder.files(below: "Sources", endings: [".swift"]) {
      let found = foreign(in: try ProjectFolder.text(file), room: String(file.split(separator: "/")[1]))
      #expect(found.isEmpty, "\(file): \(found)")
    }
  }

  @Test func strayStatementsAreNoticed() {
    #expect(foreign(in: "let a = \"SELECT 1\"", room: "Workflows").count == 1)
    #expect(foreign(in: "let a = \"<div>\"", room: "Reporting").count == 1)
    #expect(foreign(in: "let a = \"SELECT 1\"", room: "Storage").isEmpty)
  }
}
