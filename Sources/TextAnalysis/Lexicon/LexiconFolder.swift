/// The files of a lexicon as bytes, by path inside its folder (`languages/ky/classes/GIRL.tsv`). Workflows reads them.
package struct LexiconFolder: Sendable {
  package var files: [String: [UInt8]]

  package init(files: [String: [UInt8]]) {
    self.files = files
  }

  /// Paths that start with `prefix`, sorted, so that loading never depends on the order of a directory.
  package func paths(below prefix: String) -> [String] {
    files.keys.filter { $0.utf8.starts(with: prefix.utf8) }.sorted()
  }
}
