import TestSupport
import Testing

/// A function in a source file, with its length in lines from `{` to `}`.
struct SourceFunction: Equatable {
  let line: Int
  let length: Int
}

/// Finds functions by the layout that the formatter enforces: the closing brace stands under the declaration.
enum SourceFunctions {
  static func list(in text: String) -> [SourceFunction] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var open: (indent: Int, line: Int)?
    var waiting: [(indent: Int, line: Int)] = []
    var found: [SourceFunction] = []
    for (index, line) in lines.enumerated() {
      let indent = line.prefix { $0 == " " }.count
      if isDeclaration(line.dropFirst(indent)) { open = (indent, index) }
      if let start = open, line.hasSuffix("{") {
        waiting.append(start)
        open = nil
      } else if open != nil,
        line.dropFirst(indent) == "}" || line.hasSuffix("}") && isDeclaration(line.dropFirst(indent))
      {
        open = nil
      }
      if line.dropFirst(indent) == "}", let start = waiting.last, start.indent == indent {
        waiting.removeLast()
        found.append(SourceFunction(line: start.line + 1, length: index - start.line + 1))
      }
    }
    return found
  }

  private static func isDeclaration(_ line: Substring) -> Bool {
    let words = line.split(separator: " ")
    guard let index = words.firstIndex(where: { $0 == "func" || $0.hasPrefix("init(") || $0.hasPrefix("init?(") })
    else { return false }
    return words[..<index].allSatisfy { modifiers.contains(String($0)) || $0.hasPrefix("@") }
  }

  private static let modifiers: Set<String> = [
    "package", "public", "internal", "private", "fileprivate", "static", "class", "final", "override", "mutating",
    "nonmutating", "borrowing", "consuming", "convenience", "required", "nonisolated",
  ]
}

private let functionLimit = 50
private let fileLimit = 400

/// Files and functions that may be longer, each with its reason.
private let exceptions: [String: String] = [:]

@Suite struct SizeTests {
  @Test func functionsAreShort() throws {
    for file in try swiftFiles() where exceptions[file] == nil {
      for function in SourceFunctions.list(in: try ProjectFolder.text(file)) {
        #expect(function.length <= functionLimit, "\(file):\(function.line) has \(function.length) lines; split it")
      }
    }
  }

  @Test func filesAreShort() throws {
    for file in try swiftFiles() where exceptions[file] == nil {
      let lines = try ProjectFolder.text(file).utf8.count { $0 == 10 }
      #expect(lines <= fileLimit, "\(file) has \(lines) lines; one thing a file")
    }
  }

  @Test func halfOfTheFunctionsAreVeryShort() throws {
    let lengths = try swiftFiles().flatMap { SourceFunctions.list(in: try ProjectFolder.text($0)) }.map(\.length)
      .sorted()
    #expect(lengths.count > 100)
    #expect(lengths[lengths.count / 2] <= 10)
  }

  @Test func longFunctionsAreNoticed() {
    let body = String(repeating: "    work()\n", count: 60)
    let source = "struct A {\n  package func long(\n    a: Int\n  ) {\n\(body)  }\n\n  func short() -> Int { 1 }\n}\n"
    #expect(SourceFunctions.list(in: source) == [SourceFunction(line: 2, length: 64)])
    #expect(SourceFunctions.list(in: "  init?(_ a: Int) {\n    b()\n  }\n") == [SourceFunction(line: 1, length: 3)])
  }

  private func swiftFiles() throws -> [String] { try ProjectFolder.files(below: "Sources", endings: [".swift"]) }
}
