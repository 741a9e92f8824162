/// How bad a problem is for the file it was found in.
package enum Severity: String, Sendable, Hashable, CaseIterable {
  /// Worth knowing; nothing was lost.
  case note
  /// The row was left out; the rest was read.
  case rowRefused = "row-refused"
  /// The file was left out; other files were read.
  case fileRefused = "file-refused"
}

/// What went wrong, where, and what to do. Never holds words that a commenter wrote.
package struct Problem: Error, Sendable, Hashable {
  /// Stable, machine-readable, such as `csv.unclosed-quote`; messages in all languages hang on it.
  package var code: String
  package var severity: Severity
  /// File name as the user knows it, with the name inside an archive after `!/`.
  package var file: String
  /// Line from 1, where one can be named.
  package var line: Int?
  /// Column header or JSON path, where one can be named.
  package var column: String?
  /// What stands there. Structure only: headers, numbers, dates; no names, no texts.
  package var found: String
  package var expected: String
  /// What the user can do next.
  package var remedy: String

  package init(
    _ code: String, _ severity: Severity, file: String = "", line: Int? = nil,
    column: String? = nil, found: String = "", expected: String = "", remedy: String = ""
  ) {
    self.code = code
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.found = found
    self.expected = expected
    self.remedy = remedy
  }
}

extension Problem: CustomStringConvertible {
  package var description: String {
    let place = [file, line.map(String.init), column].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: ":")
    let parts = [
      found.isEmpty ? nil : "found \(found)", expected.isEmpty ? nil : "expected \(expected)",
      remedy.isEmpty ? nil : remedy,
    ]
    return "\(place): \(code): " + parts.compactMap { $0 }.joined(separator: "; ")
  }
}
