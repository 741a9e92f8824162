import Foundation
import Records
import Yams

/// Reads a YAML file that people keep by hand, and gathers everything that is wrong in it: file, line, key, what was
/// found, what is allowed.
final class YAMLReader {
  private let file: String
  private(set) var problems: [Problem] = []

  init(file: String) {
    self.file = file
  }

  /// The document; nil with a problem when it is no YAML.
  func document(_ bytes: [UInt8]) -> Node? {
    do {
      if let node = try compose(yaml: String(decoding: bytes, as: UTF8.self)) { return node }
      problems.append(Problem("yaml.empty", .fileRefused, file: file, found: "nothing", expected: "keys and values"))
    } catch let error as YamlError {
      problems.append(Self.problem(error, file))
    } catch {
      problems.append(Problem("yaml.unreadable", .fileRefused, file: file, expected: "YAML in UTF-8"))
    }
    return nil
  }

  private static func problem(_ error: YamlError, _ file: String) -> Problem {
    var problem = Problem("yaml.syntax", .fileRefused, file: file, expected: "YAML", remedy: "correct the line")
    switch error {
    case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _), .composer(_, let text, let mark, _):
      (problem.line, problem.found) = (mark.line, text)
    case .duplicatedKeysInMapping(let keys, let context):
      problem.line = context.mark.line
      problem.found = "twice the key \(keys.sorted().joined(separator: ", "))"
    default: problem.found = "what is no YAML"
    }
    return problem
  }

  func refuse(_ node: Node?, _ path: String, found: String, expected: String) {
    problems.append(
      Problem(
        "yaml.value", .fileRefused, file: file, line: node?.mark?.line, column: path, found: found, expected: expected,
        remedy: "correct the line"))
  }

  /// - Throws: `WorkflowError` with every problem.
  func check() throws {
    guard problems.isEmpty else { throw WorkflowError(problems.map(\.description).joined(separator: "\n")) }
  }

  // MARK: Values

  /// Keys and values; a key that is not allowed is refused. Nil keys = any.
  func map(_ node: Node?, _ path: String, keys: [String]? = nil) -> [String: Node] {
    guard let node else { return [:] }
    guard case .mapping(let mapping) = node else {
      refuse(node, path, found: Self.kind(node), expected: "keys and values")
      return [:]
    }
    var values: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      guard keys?.contains(name) ?? true else {
        refuse(key, path, found: name, expected: "one of \(keys?.joined(separator: ", ") ?? "")")
        continue
      }
      values[name] = value
    }
    return values
  }

  func list(_ node: Node?, _ path: String) -> [Node] {
    guard let node else { return [] }
    guard case .sequence(let sequence) = node else {
      refuse(node, path, found: Self.kind(node), expected: "a list")
      return []
    }
    return Array(sequence)
  }

  /// Text as it is written, so that `1.10` stays `1.10`.
  func text(_ node: Node?, _ path: String) -> String? {
    guard let node else { return nil }
    guard let text = node.scalar?.string, !text.isEmpty else {
      refuse(node, path, found: Self.kind(node), expected: "text")
      return nil
    }
    return text
  }

  func choice(_ node: Node?, _ path: String, of allowed: [String]) -> String? {
    guard let text = text(node, path) else { return nil }
    guard allowed.contains(text) else {
      refuse(node, path, found: text, expected: "one of \(allowed.joined(separator: ", "))")
      return nil
    }
    return text
  }

  /// A number from 0 on.
  func number(_ node: Node?, _ path: String) -> Double? {
    guard let text = text(node, path) else { return nil }
    guard let value = Double(text), value.isFinite, value >= 0 else {
      refuse(node, path, found: text, expected: "a number such as 1200 or 12.5")
      return nil
    }
    return value
  }

  func whole(_ node: Node?, _ path: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(node, path) else { return nil }
    guard let value = Int(text), range.contains(value) else {
      refuse(node, path, found: text, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return value
  }

  func day(_ node: Node?, _ path: String) -> Day? {
    guard let text = text(node, path) else { return nil }
    if let day = Day(text) { return day }
    refuse(node, path, found: text, expected: "a day, YYYY-MM-DD")
    return nil
  }

  /// A value that must be there.
  func needed<Value>(_ value: Value?, _ node: Node?, _ path: String, in keys: [String: Node], _ key: String) -> Value? {
    if keys[key] == nil { refuse(node, path, found: "no \(key)", expected: key) }
    return value
  }

  private static func kind(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : scalar.string
    case .mapping: "keys and values"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }
}
