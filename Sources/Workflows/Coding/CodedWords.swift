import Records
import Storage

/// Words of texts that the archive holds.
struct CodedWords {
  private let reader: ArchiveReader
  private let opener: CommentOpener

  init(_ reader: ArchiveReader, opener: CommentOpener) {
    self.reader = reader
    self.opener = opener
  }

  /// Comments of a post by identity, each with the mark of its words, opened; only those asked for.
  func comments(of post: Int64, _ wanted: Set<[UInt8]>) throws -> [[UInt8]: (textMark: Int64, text: [UInt8])] {
    var found: [[UInt8]: (textMark: Int64, text: [UInt8])] = [:]
    try reader.forEachBlock(of: post, month: nil, zoneOffset: 0) { block in
      guard block.comments.contains(where: { wanted.contains(Array($0.identity)) }) else { return }
      for (comment, text) in try opener.open(block) where wanted.contains(Array(comment.identity)) {
        found[Array(comment.identity)] = (comment.textMark, text)
      }
    }
    return found
  }

  /// Words by place and post, of those texts whose words are still the same.
  func words(of texts: [CodedText]) throws -> [CodedText.Place: [Int64: [UInt8]]] {
    var words: [CodedText.Place: [Int64: [UInt8]]] = [:]
    for (post, texts) in Dictionary(grouping: texts, by: \.post) {
      let talk = try reader.talk(post).map(TalkParts.init)
      let wanted = Set(texts.compactMap(\.identity))
      let comments = wanted.isEmpty ? [:] : try comments(of: post, wanted)
      for text in texts {
        switch text.place {
        case .comment(let identity):
          guard let comment = comments[identity], comment.textMark == text.textMark else { continue }
          words[text.place, default: [:]][post] = comment.text
        case .sentence(let part, let range):
          guard let whole = talk?.text(part), Fingerprint.hash(whole.utf8) == text.textMark else { continue }
          words[text.place, default: [:]][post] = Array(whole.part(range).utf8)
        }
      }
    }
    return words
  }
}

extension CodedText {
  var identity: [UInt8]? {
    if case .comment(let identity) = place { return identity }
    return nil
  }
}

extension String {
  /// The stretch at UTF-16 offsets, which lie inside.
  func part(_ range: Range<Int>) -> String {
    let units = utf16
    let start = units.index(units.startIndex, offsetBy: range.lowerBound)
    return String(decoding: units[start..<units.index(start, offsetBy: range.count)], as: UTF16.self)
  }
}
