package import Records

/// Character n-grams with their weights for each variety, read from `languages/<code>/profile*.tsv`.
///
/// One hash look-up of an n-gram serves all varieties of its script: a row of weights in tenths of nats.
package final class LanguageProfiles: Sendable {
  /// Varieties of one script; a row's lane is the index into it.
  struct Script: Sendable {
    var varieties: [Variety] = []
    /// Prior of each lane in tenths of nats.
    var priors: [Int32] = []
  }

  let cyrillic: Script
  let latin: Script
  let table: GramTable
  package let problems: [Problem]

  package init(_ folder: LexiconFolder) {
    let paths = folder.paths(below: "languages/").filter(Self.isProfile)
    var reader = ProfileReader(bytes: paths.reduce(0) { $0 + (folder.files[$1]?.count ?? 0) })
    for path in paths {
      if let bytes = folder.files[path] { reader.read(path: path, bytes: bytes) }
    }
    cyrillic = reader.cyrillic
    latin = reader.latin
    table = GramTable(reader.weights)
    problems = reader.problems
  }

  private static func isProfile(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.hasPrefix("profile") && name.hasSuffix(".tsv")
  }
}
