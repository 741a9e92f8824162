import Foundation
import TestSupport
import Testing

/// Files that cannot say whose they are, handed in for a creator who has an account on each of two platforms.
@Suite struct NamedOwnerTests {
  private let folder: TemporaryFolder
  private let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.path)
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
  }

  private func ingest(_ name: String, _ text: String, utf16: Bool = false) throws -> String {
    let bytes = utf16 ? [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } : Array(text.utf8)
    return try program.run("ingest", "--creator", "K01", try folder.write(name, bytes)).output
  }

  private func dump(_ kind: String) throws -> [String] {
    try program.run("dump", "--logical").output.split(separator: "\n").map(String.init).filter {
      $0.hasPrefix(kind + "\t")
    }
  }

  @Test func aDailySeriesIsOfTheInstagramAccount() throws {
    let text = "sep=,\n\"Instagram reach\"\n\"Date\",\"Primary\"\n\"2026-10-01T00:00:00\",\"120\"\n"
    #expect(try !ingest("Reach.csv", text, utf16: true).contains("--creator"))
    #expect(try dump("account_observation").count + dump("observation").count == 1)
  }

  @Test func anAudienceIsOfTheInstagramAccount() throws {
    let text = "sep=,\n\"Age & gender\"\n\"\",\"Women\",\"Men\"\n\"18-24\",\"12.5%\",\"30.1%\"\n"
    #expect(try ingest("Audience.csv", text, utf16: true).contains("taken as import"))
  }

  @Test func captionsOfANewTalkAreOfTheChannel() throws {
    let said = try ingest("T [AAAAAAAAAAA].ru.srt", "1\n00:00:01,000 --> 00:00:02,000\nСалам\n")
    #expect(!said.contains("--creator"))
    #expect(try dump("post").filter { $0.contains("AAAAAAAAAAA") && $0.contains("youtube") }.count == 1)
  }

  /// An export lists what an account made together with another; it is not the creator's own.
  @Test func aPostOfAnotherAccountIsLeftOut() throws {
    let text = """
      "Post ID","Account ID","Account username",Description,"Duration (sec)","Publish time",Permalink,"Post type",Date,Views
      17900000000000001,17841497651882487,aiyl.imamy.ulgu,a,1,"10/16/2026 21:30",https://www.instagram.com/reel/AAAAAAAAAAA/,"IG reel",Lifetime,4993
      17900000000000002,17841499999999999,guest.collab,b,1,"10/06/2026 01:10",https://www.instagram.com/p/AAAAAAAAAAC/,"IG image",Lifetime,490
      """
    #expect(try ingest("Oct-01-2026_Oct-31-2026_1.csv", text).contains("A post of another account"))
    #expect(try dump("post").count == 1)
    #expect(try !program.run("dump", "--logical").output.contains("17841499999999999"))
  }

  @Test func figuresByHandSayWhatToCorrect() throws {
    let header = "creator,platform,period,metric,value,entered by,evidence\n"
    let said = try ingest(
      "f.csv", header + "K77,YouTube,2026-10,views,5,A.,a.png\nK01,YouTube,2026-10,views,,A.,a.png\n")
    #expect(said.contains("No creator has this code or name") && said.contains("This cell is empty"))
    #expect(!said.contains("--creator"))
  }
}
