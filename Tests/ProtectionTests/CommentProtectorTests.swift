import Crypto
import Protection
import Records
import TestSupport
import Testing

@Suite struct CommentProtectorTests {
  private let folder: TemporaryFolder
  private let keys: KeyRing
  private let autumn = Quarter(year: 2026, month: 10)

  init() throws {
    folder = try TemporaryFolder()
    keys = try KeyRing.create(directory: folder.path + "/keys", dataDirectory: folder.path + "/data")
  }

  private func protect(
    _ comments: [RawComment], quarter: Quarter? = nil, post: String = "AAAAAAAAAAA"
  ) throws -> (comments: [ProtectedComment], blocks: [SealedBlock], key: ImportKey) {
    let key = try ImportKey(textKey: try keys.key(.text))
    let protector = try CommentProtector(keys: keys, quarter: quarter ?? autumn, importKey: key.key)
    var blocks: [SealedBlock] = []
    let protected = try comments.map {
      try protector.protect($0, post: 1, postID: post, platform: .youtube) { blocks.append($0) }
    }
    try protector.finish { blocks.append($0) }
    return (protected, blocks, key)
  }

  @Test func aCommentIsFoundAgainWhateverTheQuarter() throws {
    let comment = RawComment(id: "UgxA", author: "UCabc", text: "рахмат", row: 2)
    let first = try protect([comment]).comments[0]
    let later = try protect([comment], quarter: Quarter(year: 2027, month: 1)).comments[0]
    #expect(first.identity == later.identity)
    #expect(first.textMark == later.textMark)
    #expect(first.author != nil && first.author != later.author)
  }

  /// Marks lie in archives for years: they are what the standards say, whoever works them out.
  @Test(arguments: ["UgxA", "", String(repeating: "ж", count: 500)]) func marksAreHMACsOfTheirKeys(id: String) throws {
    let comment = RawComment(id: id, author: "@Aida", text: "рахмат", row: 2)
    let protected = try protect([comment]).comments[0]
    func mark(_ text: String, _ key: SymmetricKey) -> [UInt8] {
      Array(Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key)).prefix(16))
    }
    let ofPost = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: try keys.key(.identity), info: Array("comment|youtube|AAAAAAAAAAA".utf8), outputByteCount: 32)
    #expect(protected.identity.withBytes { Array($0) } == mark(id, ofPost))
    #expect(protected.author?.withBytes { Array($0) } == mark("youtube|aida", try keys.key(.author(autumn))))
  }

  @Test func textsOfPostsThatTakeTurnsComeBackFromTheirBlocks() throws {
    let key = try ImportKey(textKey: try keys.key(.text))
    let protector = try CommentProtector(keys: keys, quarter: autumn, importKey: key.key)
    var blocks: [SealedBlock] = []
    // Long enough for several blocks a post.
    let words = String(repeating: "сөз ", count: 400)
    let places = try (0..<120).map { index in
      let post = Int64(index % 3)
      return try protector.protect(
        RawComment(id: "\(index)", text: "\(index) \(words)", row: index), post: post, postID: "\(post)",
        platform: .youtube
      ) { blocks.append($0) }
    }
    try protector.finish { blocks.append($0) }
    #expect(blocks.count > 3 && Set(blocks.map(\.number)).count == blocks.count)
    let opened = try Dictionary(
      uniqueKeysWithValues: blocks.map {
        ($0.number, (post: $0.post, texts: try TextBlocks.open($0.sealed, number: $0.number, key: key.key)))
      })
    for (index, place) in places.enumerated() {
      let block = try #require(opened[place.block])
      #expect(block.post == Int64(index % 3))
      #expect(String(decoding: block.texts[Int(place.slot)], as: UTF8.self) == "\(index) \(words)")
    }
  }

  @Test func marksOfTwoPostsCannotBeCompared() throws {
    let comment = RawComment(id: "UgxA", author: "UCabc", text: "рахмат", row: 2)
    #expect(try protect([comment]).comments[0].identity != protect([comment], post: "BBBBBBBBBBB").comments[0].identity)
  }

  @Test func oneAuthorIsOneHoweverSpelt() throws {
    let spellings = ["@Aida-12", "aida-12", " AIDA-12 "]
    let marks = try protect(spellings.map { RawComment(author: $0, text: "a", row: 1) }).comments.map(\.author)
    #expect(Set(marks).count == 1)
  }

  @Test func textsComeBackFromTheirBlocks() throws {
    let texts = (0..<3_000).map { "пикир \($0) @birov" }
    let (comments, blocks, key) = try protect(texts.enumerated().map { RawComment(id: "\($0)", text: $1, row: $0) })
    let opened = try Dictionary(
      uniqueKeysWithValues: blocks.map { ($0.number, try TextBlocks.open($0.sealed, number: $0.number, key: key.key)) })
    for (index, comment) in comments.enumerated() {
      let text = try #require(opened[comment.block])[Int(comment.slot)]
      #expect(String(decoding: text, as: UTF8.self) == "пикир \(index) [mention]")
    }
  }

  @Test func aChangedBlockDoesNotOpen() throws {
    let (_, blocks, key) = try protect([RawComment(id: "a", text: "сыр", row: 1)])
    var sealed = blocks[0].sealed
    sealed[0] ^= 1
    #expect(throws: KeyError.self) { try TextBlocks.open(sealed, number: 0, key: key.key) }
    #expect(throws: KeyError.self) { try TextBlocks.open(blocks[0].sealed, number: 1, key: key.key) }
    #expect(throws: KeyError.self) { try TextBlocks.open([], number: 0, key: key.key) }
  }

  @Test func anImportsKeyOpensOnlyWithTheTextKey() throws {
    let key = try ImportKey(textKey: try keys.key(.text))
    let again = try ImportKey(wrapped: key.wrapped, textKey: try keys.key(.text))
    #expect(again.key == key.key)
    #expect(throws: KeyError.self) { try ImportKey(wrapped: key.wrapped, textKey: try keys.key(.identity)) }
  }
}

@Suite struct KeyRingTests {
  @Test func keysInsideTheDataDirectoryAreRefused() throws {
    let folder = try TemporaryFolder()
    #expect(throws: KeyError.self) {
      try KeyRing.create(directory: folder.path + "/keys", dataDirectory: folder.path)
    }
  }

  @Test func keysThatOthersCanReadAreRefused() throws {
    let folder = try TemporaryFolder()
    let keys = folder.path + "/keys"
    _ = try KeyRing.create(directory: keys, dataDirectory: folder.path + "/data")
    let path = try folder.write("keys/text.key", "minbar-key 1 AAAA\n".utf8)
    #expect(throws: KeyError.self) {
      try KeyRing(directory: keys, dataDirectory: folder.path + "/data").key(.text)
    }
    #expect(path.hasSuffix("text.key"))
  }

  @Test func aMissingKeyIsSaidToBeMissing() throws {
    let folder = try TemporaryFolder()
    let ring = try KeyRing.create(directory: folder.path + "/keys", dataDirectory: folder.path + "/data")
    let quarter = Quarter(year: 2026, month: 12)
    #expect(quarter.description == "2026-Q4")
    #expect(throws: KeyError.self) { try ring.key(.author(quarter)) }
    let made = try ring.makeIfMissing(.author(quarter))
    #expect(
      try KeyRing(directory: folder.path + "/keys", dataDirectory: folder.path + "/data").key(.author(quarter)) == made)
  }

  @Test func sealedFilesComeBackWholeAndNeedTheirKey() throws {
    let folder = try TemporaryFolder()
    let file = SealedFile(path: folder.path + "/a", key: SymmetricKey(size: .bits256), context: "test")
    #expect(try file.read() == nil)
    try file.write([1, 2, 3])
    #expect(try file.read() == [1, 2, 3])
    let other = SealedFile(path: folder.path + "/a", key: SymmetricKey(size: .bits256), context: "test")
    #expect(throws: KeyError.self) { try other.read() }
  }
}
