package import Figures
package import Records

/// `audience/groups.tsv`: groups by age that an officer writes down, a line each: word, country or `*`, ages.
package enum TargetGroupFile {
  /// Groups, and the lines that say none.
  package static func read(
    _ bytes: [UInt8], name: String = "audience/groups.tsv"
  ) -> (groups: [TargetGroup], problems: [Problem]) {
    var groups: [TargetGroup] = []
    var problems: [Problem] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let cells = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      if cells.count == 3, let ages = AgeRange(cells[2]), cells[1] == "*" || cells[1].utf8.count == 2 {
        groups.append(TargetGroup(id: cells[0], ages: ages, country: cells[1] == "*" ? nil : cells[1]))
      } else {
        problems.append(
          Problem(
            "audience.group-line", .rowRefused, file: name, line: index + 1, found: "\(cells.count) columns",
            expected: "a word, a country as two capital letters or *, and ages such as 14-28",
            remedy: "write the line anew; the other groups are used"))
      }
    }
    return (groups, problems)
  }
}
