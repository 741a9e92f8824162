internal import Records

/// A stable hash of everything that readings depend on: the bytes of all tables and the version of the engine. Pages for
/// people beside the tables change no reading.
enum Fingerprint {
  /// Goes up with every change of the code that changes a reading.
  private static let engineVersion = 4

  /// 16 hexadecimal digits, over paths and bytes in the order of paths.
  static func of(_ folder: LexiconFolder) -> String {
    var hash = StableHash()
    hash.add("engine \(engineVersion)".utf8)
    for path in folder.files.keys.sorted() where path.utf8.suffix(4).elementsEqual(".tsv".utf8) {
      hash.add(path.utf8)
      hash.add(0)
      hash.add(folder.files[path] ?? [])
    }
    return hash.hexadecimal
  }
}
