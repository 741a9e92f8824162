import Foundation
import TestSupport
import Testing

/// A post of an Instagram download, which names no ids, and the same post in Insights' export count once.
@Suite struct SamePostTests {
  private let folder: TemporaryFolder
  private let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.path)
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
  }

  /// A carousel made on 2026-10-10 at 02:43:30 UTC, with what Instagram says of it.
  private func download(_ created: [Int] = [1_791_600_210]) throws -> String {
    let posts = created.map {
      #"{"media": [{"uri": "media/posts/202610/a.jpg", "creation_timestamp": \#($0)}], "title": "Oqish \#($0)", "#
        + #""creation_timestamp": \#($0)}"#
    }
    let insights = created.map {
      #"{"media_map_data": {"Media Thumbnail": {"uri": "media/posts/202610/a.jpg", "creation_timestamp": \#($0)}}, "#
        + #""string_map_data": {"Creation Timestamp": {"timestamp": \#($0)}, "Likes": {"value": "98"}, "Saves": {"value": "7"}}}"#
    }
    let root = "instagram-aiyl.imamy.ulgu-2026-11-01-AbCdEf12/"
    _ = try folder.write(
      root + "your_instagram_activity/media/posts_1.json", Array("[\(posts.joined(separator: ","))]".utf8))
    _ = try folder.write(
      root + "logged_information/past_instagram_insights/posts.json",
      Array("{\"organic_insights_posts\": [\(insights.joined(separator: ","))]}".utf8))
    return folder.path + "/" + root
  }

  /// The same post by its id, to the minute and in Pacific time; `minutes` after 19:43 another one.
  private func content(_ minutes: [Int] = [0]) throws -> String {
    let rows = minutes.enumerated().map { index, minute in
      "1790000000000000\(index),17841497651882487,aiyl.imamy.ulgu,Text,,\"10/09/2026 19:\(43 + minute)\","
        + "https://www.instagram.com/p/AAAAAAAAAB\(index)/,IG carousel,Lifetime,500,400,98"
    }
    let header = "Post ID,Account ID,Account username,Description,Duration (sec),Publish time,Permalink,Post type,Date,"
    return try folder.write(
      "Oct-01-2026_Oct-31-2026_1.csv",
      Array((header + "Views,Reach,Likes\n" + rows.joined(separator: "\n") + "\n").utf8))
  }

  private func dump() throws -> String { try program.run("dump", "--logical").output }

  private func lines(_ kind: String, _ text: String? = nil) throws -> [String] {
    try dump().split(separator: "\n").map(String.init).filter { line in
      line.hasPrefix(kind + "\t") && text.map { line.contains($0) } ?? true
    }
  }

  private func posts() throws -> Int {
    struct Status: Decodable { let posts: Int }
    let text = try program.run("status", "--format", "json").output
    return try JSONDecoder().decode(Status.self, from: Data(text.utf8)).posts
  }

  /// Likes of October as the months' figures have them, from whichever file came first.
  private func likes() throws -> [String] { try lines("metric", "metric=\"likes\"") }

  @Test(arguments: [true, false]) func theSamePostCountsOnce(downloadFirst: Bool) throws {
    let (download, content) = (try download(), try content())
    let files = downloadFirst ? [download, content] : [content, download]
    for file in files { #expect(try program.run("ingest", file).status == 0) }
    #expect(try posts() == 1)
    let nameless = try lines("post", "created-1791600210")
    #expect(nameless.count == 1 && nameless[0].contains("same_as=\"17900000000000000\""), "\(nameless)")
    let likes = try likes()
    #expect(likes.count == 1 && likes[0].contains("\tknown=1\tof=1"), "\(likes)")
    #expect(likes[0].contains("value=98"), "\(likes)")
  }

  @Test func bothOrdersGiveTheSameFigures() throws {
    let (download, content) = (try download(), try content())
    try program.run("ingest", download)
    try program.run("ingest", content)
    let other = Program(folder: folder.path + "/other")
    try other.run("init")
    try other.run("creators", "import", "Samples/creators.csv")
    try other.run("ingest", content)
    try other.run("ingest", download)
    let figures = { (program: Program) in
      try program.run("dump", "--logical").output.split(separator: "\n")
        .filter { $0.hasPrefix("metric\t") || $0.hasPrefix("post\t") }
    }
    #expect(try figures(program) == figures(other))
    #expect(try figures(program).count > 3)
  }

  @Test(arguments: [true, false]) func undoOfEitherGivesTheDumpOfBefore(downloadFirst: Bool) throws {
    let (download, content) = (try download(), try content())
    let files = downloadFirst ? [download, content] : [content, download]
    try program.run("ingest", files[0])
    let first = try dump()
    let firstImports = try imports()
    try program.run("ingest", files[1])
    let both = try dump()
    #expect(both != first)
    for number in try imports() where !firstImports.contains(number) {
      try program.run("imports", "undo", String(number))
    }
    #expect(try dump() == first)
    // And the other way round: without the first, all is as if only the second had come.
    try program.run("ingest", files[1])
    #expect(try dump() == both)
    for number in firstImports { #expect(try program.run("imports", "undo", String(number)).status == 0) }
    let other = Program(folder: folder.path + "/other")
    try other.run("init")
    try other.run("creators", "import", "Samples/creators.csv")
    try other.run("ingest", files[1])
    #expect(try dump() == other.run("dump", "--logical").output)
  }

  @Test func betweenTwoNothingIsGuessed() throws {
    try program.run("ingest", try download())
    try program.run("ingest", try content([0, 1]))
    #expect(try lines("post", "same_as").isEmpty)
    #expect(try posts() == 3)
  }

  @Test func twoNamelessPostsOfAMinuteStayAsTheyAre() throws {
    try program.run("ingest", try content())
    try program.run("ingest", try download([1_791_600_190, 1_791_600_210]))
    #expect(try lines("post", "same_as").isEmpty)
    #expect(try posts() == 3)
  }

  @Test func aPostOfAnotherTimeIsAnotherPost() throws {
    try program.run("ingest", try download())
    try program.run("ingest", try content([2]))
    #expect(try lines("post", "same_as").isEmpty)
  }

  private struct Listed: Decodable { let number: Int64 }

  private func imports() throws -> [Int64] {
    let list = try program.run("imports", "list", "--format", "json").output
    return try JSONDecoder().decode([Listed].self, from: Data(list.utf8)).map(\.number)
  }
}
