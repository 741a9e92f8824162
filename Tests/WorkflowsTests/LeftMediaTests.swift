import Records
import Testing

@testable import Workflows

/// Pictures and videos in a whole download are one line of its receipt.
@Suite struct LeftMediaTests {
  private func receipt(_ name: String, format: String = "", code: String? = nil) -> FileReceipt {
    let problems = code.map { [ProblemReceipt(Problem($0, .fileRefused))] } ?? []
    return FileReceipt(
      name: name, format: format, encoding: "", dialect: "", accepted: format.isEmpty ? 0 : 3, unchanged: 0,
      restated: 0,
      refused: 0, problems: problems)
  }

  @Test(arguments: ["file.image", "file.media"]) func thoseOfADownloadAreCounted(code: String) {
    let media = (1...412).map { receipt("\($0).jpg", code: code) }
    let gathered = LeftMedia.gathered(
      [receipt("posts_1.json", format: "instagram-posts"), receipt("x.json", code: "refused.instagram-private")]
        + media,
      name: "download.zip")
    #expect(gathered.map(\.name) == ["posts_1.json", "x.json", "download.zip"])
    #expect(gathered[2].problems.map(\.code) == ["archive.media-left"])
    #expect(gathered[2].problems[0].found.hasPrefix("412 ") && !gathered[2].isRefused)
    #expect(Receipt.statusOfNothingTaken(gathered.dropFirst() + []) == .refused)
  }

  @Test func screenshotsHandedInAsSuchStay() {
    let shots = (1...3).map { receipt("\($0).png", code: "file.image") }
    #expect(LeftMedia.gathered(shots, name: "shots.zip").count == 3)
    #expect(Receipt.statusOfNothingTaken(shots) == .byHand)
    let mixed = [receipt("Table data.csv", format: "youtube-studio-table")] + shots
    #expect(LeftMedia.gathered(mixed, name: "october.zip").count == 4)
  }
}
