import Records
import Reporting
import Testing

@Suite("What a package does not tell")
struct PackageProtectionTests {
  private func table(_ name: String, _ package: ReportPackage) throws -> [[String: String]] {
    try PackageSupport.table(PackageSupport.files(package)["data/\(name).csv"])
  }

  @Test("Who agreed to nothing leaves no trace in any file")
  func consent() throws {
    var refused = SampleTallies.data()
    refused.creators[3].sharedWithDonors = []
    var absent = SampleTallies.data()
    let code = absent.creators.removeLast().code
    absent.accounts.removeAll { $0.creator == code }
    let files = try PackageSupport.files(PackageSupport.package(refused))
    #expect(files == (try PackageSupport.files(PackageSupport.package(absent))))
    #expect(files["data/indicators.csv"] != (try PackageSupport.files(PackageSupport.package()))["data/indicators.csv"])
  }

  @Test("A report about some authors counts theirs alone")
  func authors() throws {
    let rows = try table("indicators", PackageSupport.package(authors: ["K01", "K02", "K03"]))
    #expect(rows.first { $0["indicator_code"] == "3.1" }?["all"] == "3")
  }

  @Test("Small cells are hidden, and one more where the sum would tell them")
  func suppression() throws {
    var data = SampleTallies.data()
    data.comments += SampleTallies.comment(.russian, .supportive)
    let package = try PackageSupport.package(data)
    let rows = try table("disaggregation", package).filter { $0["indicator_code"] == "3.4" }
    let languages = rows.filter { $0["dimension"] == "language" }
    #expect(languages.count == 5 && languages.allSatisfy { $0["actual"] == "" || $0["status"] == "published" })
    #expect(languages.first { $0["category"] == "ru" }?["status"] == "suppressed")
    #expect(languages.first { $0["category"] == "ky" }?["status"] == "suppressed")
    // Two authors on Instagram: their comments are hidden, and so is the other platform beside the sum.
    let platforms = rows.filter { $0["dimension"] == "platform" }
    #expect(platforms.count == 2 && platforms.allSatisfy { $0["status"] == "suppressed" && $0["n"] == "" })
    let reasons = try table("suppression", package)
    #expect(Set(reasons[0].keys) == ["table", "reason", "count"])
    func count(_ reason: String) -> String? {
      reasons.first { $0["table"] == "disaggregation" && $0["reason"] == reason }?["count"]
    }
    #expect(count("complementary") == "3" && count("too-few") == "5" && count("small-base") == "4")
  }

  @Test("A platform's own indicator beside the one of all does not tell the rest")
  func rest() throws {
    let indicators = [
      PackageSupport.indicator("1", .comments, .engagement),
      PackageSupport.indicator("2", .comments, .engagement, platform: .youtube),
    ]
    let rows = try table("indicators", PackageSupport.package(SampleTallies.data(), indicators))
    #expect(rows.map { $0["status"] } == ["published", "suppressed"])
  }

  @Test("Talks that another report counts too are told")
  func elsewhere() throws {
    let package = try PackageSupport.package(elsewhere: ["K01", "K09"])
    let rows = try table("outputs", package)
    #expect(
      rows.map { $0["counted_elsewhere_too"] } == ["3", "3"] && rows.map { $0["talks_published"] } == ["12", "6"])
    let page = WordsSupport.text(try PackageSupport.files(package)["README.html"] ?? [])
    #expect(page.contains("6 talks of these are counted in another report too"))
  }

  @Test("A quarter that has not ended is known in part")
  func partial() throws {
    let rows = try table("indicators", PackageSupport.package(period: "2026-Q4"))
    let views = rows.first { $0["indicator_code"] == "2.1" }
    #expect(views?["status"] == "incomplete" && views?["low"] == "34200" && views?["actual"] == "")
    #expect(views?["target"] == "")
  }

  @Test("No file, path or text names an author or what must not be named")
  func safe() throws {
    for (path, bytes) in try PackageSupport.files(PackageSupport.package()) {
      let text = (path + "\n" + WordsSupport.text(bytes)).lowercased()
      for word in ["extremis", "donor", "programme", "influencer", "k01"] {
        #expect(!text.contains(word), "\(path): \(word)")
      }
    }
  }

  @Test("Changes: another period, a correction, and what cannot be compared")
  func changes() throws {
    func earlier(_ code: String, _ period: String, _ value: Double?, _ definition: String) -> EarlierIndicator {
      EarlierIndicator(code: code, period: period, status: "published", value: value, definition: definition)
    }
    let now = try table("indicators", PackageSupport.package())
    let definition = try #require(now.first { $0["indicator_code"] == "2.1" }?["definition"])
    func kinds(_ earlier: [EarlierIndicator]) throws -> [[String: String]] {
      let files = try PackageSupport.files(PackageSupport.package(earlier: earlier))
      return try PackageSupport.table(files["CHANGES.csv"])
    }
    let rows = try kinds([
      earlier("2.1", "2026-09", 30_000, definition), earlier("2.2", "2026-09", nil, ""), earlier("9", "2026-09", 1, ""),
    ])
    #expect(rows.map { $0["kind"] } == ["other-period", "not-comparable"] && rows[0]["difference"] == "4200")
    #expect(try kinds([earlier("2.1", "2026-10", 34_000, definition)]).map { $0["kind"] } == ["restated"])
    #expect(try kinds([earlier("2.1", "2026-10", 34_200, "other")])[0]["difference"] == "")
  }

  @Test("Corrections by platforms are told for months of the period, summed")
  func restatements() throws {
    var data = SampleTallies.data()
    data.restatements = [(1, 0), (2, 0), (3, -1)].map { account, step in
      Restatement(
        account: account, month: SampleTallies.month + step, metric: .views, firstReported: 100, latest: 90)
    }
    let rows = try table("restatements", PackageSupport.package(data))
    #expect(rows.count == 1 && rows[0]["channels_corrected"] == "2" && rows[0]["difference"] == "-20")
  }
}
