import Ingestion
import Records
import Testing

@Suite struct SourceReaderTests {
  private static func read(
    _ text: String, _ names: [String], period: Period? = nil, account: AccountHint = AccountHint()
  ) throws -> RecordingSink {
    let sink = RecordingSink()
    let hints = SourceHints(names: names, period: period, account: account, receivedOn: Fixture.receivedOn)
    try SourceReader().read(MemorySource(Array(text.utf8)), hints: hints, into: sink)
    return sink
  }

  @Test func problemsHoldNoWordsOfCommenters() throws {
    let secret = "СЛОВА"
    let row = "\(secret) сегодня,\(secret),\(secret) \(secret),\(secret),\"\(secret)"
    for text in [
      "Date,Author,Comment,Likes\n\(row)\n\(row),,\(row)\n", "\(row)\n\(row)\n",
      "{\"cid\":\"\(secret)\",\"text\":\"\(secret)\\q\"}\n",
    ] {
      let sink = try Self.read(text, ["x.csv"])
      #expect(!sink.problems.isEmpty)
      for problem in sink.problems { #expect(!problem.description.contains(secret), "\(problem)") }
    }
  }

  @Test func theUsersPeriodWinsOverNames() throws {
    let table = "Content,Video title,Views\nAAAAAAAAAAA,T,5\n"
    let september = Month(year: 2026, month: 9).period
    let sink = try Self.read(table, ["Table data.csv", "Content 2026-10-01_2026-10-31 X.zip"], period: september)
    #expect(sink.lines.contains { $0.contains("2026-09-01/2026-09-30") })
    #expect(!sink.lines.contains { $0.contains("2026-10") })
  }

  @Test func creatorsAreKnownByIdOrName() throws {
    let account = AccountHint(platform: .youtube, externalID: "UCAAAAAAAAAAAAAAAAAAAAAA", username: "imam")
    let sink = try Self.read(
      "Date,Author,Comment\n2026-10-01,@imam,Рахмат\n2026-10-01,@other,Рахмат\n", ["x.csv"], account: account)
    #expect(sink.comments.map(\.authorIsCreator) == [true, false])
  }

  @Test func floodsOfProblemsAreCounted() throws {
    let text = "Date,Author,Comment\n" + String(repeating: "2026-10-01,a,\n", count: 1_500) + "2026-10-01,a,b\n"
    let sink = try Self.read(text, ["x.csv"])
    #expect(sink.problems.count == 1_001)
    #expect(sink.problems.last?.found == "500 more of comment.no-text")
    #expect(sink.comments.count == 1)
  }

  @Test func errorsOfTheSinkComeThrough() {
    struct Full: Error {}
    final class FullSink: RecordSink {
      func begin(_ source: SourceDescription) {}
      func post(_ post: PostSighting) {}
      func observation(_ observation: Observation) {}
      func comment(_ comment: RawComment) throws { throw Full() }
      func transcript(_ head: TranscriptHead) {}
      func cue(_ cue: Cue) {}
      func handFigure(_ figure: HandFigure) {}
      func talkCard(_ card: TalkCard) {}
      func registerRow(_ row: RegisterRow) {}
      func problem(_ problem: Problem) {}
    }
    #expect(throws: Full.self) {
      try SourceReader().read(
        MemorySource(Array("Date,Author,Comment\n2026-10-01,a,b\n".utf8)),
        hints: SourceHints(names: ["x.csv"], receivedOn: Fixture.receivedOn), into: FullSink())
    }
  }

  @Test func errorsOfTheSourceComeThrough() {
    struct Broken: Error {}
    final class BrokenSource: ByteSource {
      func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int { throw Broken() }
    }
    #expect(throws: Broken.self) {
      try SourceReader().read(
        BrokenSource(), hints: SourceHints(names: ["x.csv"], receivedOn: Fixture.receivedOn), into: RecordingSink())
    }
    #expect(throws: FileError.self) { try FileSource(path: "/does/not/exist") }
  }

  @Test func commentsBeyondTheHeadAreRead() throws {
    let row = "2026-10-01,author,\"Рахмат, \"\"устаз\"\" 🙏 жакшы сабак\"\n"
    let sink = try Self.read("Date,Author,Comment\n" + String(repeating: row, count: 20_000), ["x.csv"])
    #expect(sink.comments.count == 20_000)
    #expect(sink.comments.allSatisfy { $0.text == "Рахмат, \"устаз\" 🙏 жакшы сабак" })
    #expect(sink.comments.last?.row == 20_001)
  }

  @Test func idsAfterTheirCommentsAreWaitedFor() throws {
    let comments = (0..<50).map { "{\"id\":\"c\($0)\",\"text\":\"x\"}" }.joined(separator: ",")
    let sink = try Self.read(
      "{\"comments\":[\(comments)],\"extractor_key\":\"Youtube\",\"view_count\":1,\"channel_id\":\"UCx\",\"id\":\"AAAAAAAAAAA\"}",
      ["x.info.json"])
    #expect(sink.comments.count == 50)
    #expect(sink.comments.allSatisfy { $0.postID == "AAAAAAAAAAA" && $0.account.externalID == "UCx" })
  }

  @Test func namesOfZipsStandBeforeTheirMembers() throws {
    let sink = try Self.read("", ["Table data.csv", "Content.zip", "folder"])
    #expect(sink.problems.first?.file == "Content.zip!/Table data.csv")
    #expect(try Self.read("", ["Table data.csv", "folder"]).problems.first?.file == "Table data.csv")
  }
}
