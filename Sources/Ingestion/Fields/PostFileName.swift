package import Records

/// What the name of a transcript or comment file tells: `<title> [<id>].<language>.vtt`, `<id>.jsonl`.
package struct PostFileName: Sendable, Hashable {
  package var postID: String?
  /// As written: `ru`, `ky-orig`.
  package var language: String?
  /// Who wrote it down, as far as the name says so.
  package var source: TranscriptSource?

  package init(_ name: String) {
    let stem = name.utf8.prefix { $0 != ASCII.dot }
    // Of a workbook the sheet may be named by the id (`book.xlsx!/<id>`), or the file.
    let sheet = name.withBytes { bytes in
      bytes.position(of: ".xlsx!/").map { bytes.part($0 + 7..<bytes.count).string }
    }
    postID =
      PostFileName.bracketed(name) ?? PostFileName.asked(name) ?? sheet.flatMap(PostFileName.alone)
      ?? PostFileName.alone(String(Substring(stem)))
    let caption = CaptionName(name)
    language = caption.language
    source = caption.source
  }

  /// The 11 letters in the last square brackets that hold so many.
  static func bracketed(_ name: String) -> String? {
    name.withBytes { bytes in
      for close in bytes.indices.reversed() where close >= 12 && bytes[close] == ASCII.closeBracket {
        let id = bytes.part(close - 11..<close)
        if bytes[close - 12] == ASCII.openBracket, Identifier.isVideo(id) { return id.string }
      }
      return nil
    }
  }

  /// A name that is nothing but an id; ordinary words of 11 letters are none.
  private static func alone(_ stem: String) -> String? {
    stem.withBytes { bytes in
      guard Identifier.isVideo(bytes) else { return nil }
      let isWord = bytes.dropFirst().allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 == 0x5F || $0 == ASCII.minus }
      return isWord ? nil : stem
    }
  }

  /// The id in `v=…`, as in the address that captions are fetched from.
  private static func asked(_ name: String) -> String? {
    name.withBytes { bytes in
      guard let place = bytes.position(of: "v="), place == 0 || !ASCII.isLetter(bytes[place - 1]) else { return nil }
      let id = bytes.part(place + 2..<min(place + 13, bytes.count))
      return Identifier.isVideo(id) ? id.string : nil
    }
  }
}
