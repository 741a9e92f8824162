import Workflows

/// Takes this machine's folders out of what commands say.
enum Folders {
  static func hidden(in text: String, _ places: Places) -> String {
    var bytes = Array(text.utf8)
    for folder in [places.desk + "/spool", places.home, places.keys] {
      bytes = replaced(Array(folder.utf8), in: bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func replaced(_ folder: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    guard !folder.isEmpty else { return bytes }
    var result: [UInt8] = []
    var rest = bytes[...]
    while let first = rest.first {
      if first == folder[0], rest.starts(with: folder) {
        result += Array("\u{2026}".utf8)
        rest = rest.dropFirst(folder.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
