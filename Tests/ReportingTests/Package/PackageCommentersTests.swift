import Records
import Reporting
import Testing

/// Shares of opinions are shown when enough different people wrote, however thin they lie under labels.
@Suite("Commenters behind a share")
struct PackageCommentersTests {
  /// Opinions of four people at most under each label and account.
  private func data(counted: Int?) -> ProgrammeData {
    var data = SampleTallies.data()
    for index in data.comments.indices {
      data.comments[index].commentersAtLeast = min(4, data.comments[index].comments)
    }
    guard let counted else { return data }
    for account in data.accounts {
      data.commenters += data.months.map {
        CommenterTally(account: account.id, month: $0, base: .opinion, language: nil, atLeast: counted)
      }
    }
    return data
  }

  private func statuses(_ data: ProgrammeData) throws -> [String: String] {
    let files = try PackageSupport.files(PackageSupport.package(data))
    let rows = try PackageSupport.table(files["data/indicators.csv"])
    return Dictionary(rows.map { ($0["indicator_code"] ?? "", $0["status"] ?? "") }, uniquingKeysWith: { $1 })
  }

  @Test("Ten people under one account's posts are enough, nine are not, and accounts are not added up")
  func counted() throws {
    #expect(try statuses(data(counted: nil))["3.5"] == "suppressed")
    #expect(try statuses(data(counted: 9))["3.5"] == "suppressed")
    let shown = try statuses(data(counted: 10))
    #expect(shown["3.5"] == "published" && shown["4.1"] == "published")
    #expect(shown["3.4"] == "suppressed", "a count of opinions says nothing of all comments")
  }
}
