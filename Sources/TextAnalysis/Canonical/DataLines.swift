internal import Records

/// The lines of one of our tab-separated data files: comments and empty lines left out, numbered as an editor
/// shows them.
struct DataLines {
  struct Line {
    let number: Int
    let fields: [ArraySlice<UInt8>]
  }

  let path: String
  private let bytes: [UInt8]

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  func forEach(_ body: (Line) -> Void) {
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let text = line.last == 0x0D ? line.dropLast() : line
      if text.isEmpty || text.first == 0x23 { continue }
      body(Line(number: number, fields: text.split(separator: 0x09, omittingEmptySubsequences: false)))
    }
  }

  func problem(_ code: String, line: Int, found: String, expected: String) -> Problem {
    Problem(
      code, .rowRefused, file: path, line: line, found: found, expected: expected,
      remedy: "correct the line")
  }
}

extension ArraySlice<UInt8> {
  /// The field as UTF-16 units.
  var units: [UInt16] { Array(String(decoding: self, as: UTF8.self).utf16) }
  /// The field as a word of the file's own vocabulary.
  var word: String { String(decoding: self, as: UTF8.self) }
  /// Pieces between spaces.
  var pieces: [ArraySlice<UInt8>] { split(separator: 0x20) }
}
