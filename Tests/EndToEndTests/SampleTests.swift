import Foundation
import TestSupport
import Testing

@Suite struct SampleTests {
  private let sample: SampleProgramme

  init() throws {
    sample = try SampleProgramme.shared.get()
  }

  @Test func theReceiptNamesWhatWasNotTaken() throws {
    #expect(sample.receipt.status == 1)
    #expect(sample.receipt.output.contains("taken before"))
    for stranger in ["tiktok", "watch-history"] {
      let line = sample.receipt.output.split(separator: "\n").first {
        $0.hasPrefix("x  ") && $0.lowercased().contains(stranger)
      }
      #expect(line != nil, "\(stranger) is refused")
    }
  }

  @Test func theFiguresOfAMonthAreThoseOfTheExports() throws {
    let dump = try sample.program.run("dump", "--logical").output.split(separator: "\n")
    let month = 2026 * 12 + 9
    let rows = try ProjectFolder.text("Samples/expected-2026-10.csv").split(separator: "\n").dropFirst()
    #expect(rows.count == 12)
    for row in rows {
      let cells = row.split(separator: ",").map(String.init)
      let wanted = [
        ("youtube", "views", cells[1]), ("youtube", "watch_hours", cells[2]), ("youtube", "subscribers_net", cells[3]),
        ("instagram", "views", cells[4]),
      ]
      for (platform, metric, value) in wanted {
        let line = dump.first {
          $0.hasPrefix("metric\tcode=\"\(cells[0])\"\tplatform=\"\(platform)\"")
            && $0.contains("month=\(month)\tmetric=\"\(metric)\"")
        }
        let found = line.flatMap { number("value", in: $0) }
        let expected = try #require(Double(value))
        #expect(
          found.map { abs($0 - expected) < 0.001 } == true,
          "\(cells[0]) \(platform) \(metric): \(value), \(line ?? "nothing")")
      }
    }
  }

  private func number(_ name: String, in line: Substring) -> Double? {
    line.split(separator: "\t").first { $0.hasPrefix(name + "=") }.flatMap { Double($0.dropFirst(name.utf8.count + 1)) }
  }

  @Test func takingTheSameFilesAgainChangesNothing() throws {
    let before = try sample.program.run("dump", "--logical").output
    let again = try sample.program.run("ingest", "Samples/exports", "--format", "json")
    #expect(again.output.utf8.count > 0)
    #expect(!again.output.contains("\"status\" : \"taken\""))
    let after = try sample.program.run("dump", "--logical").output
    let different = zip(before.split(separator: "\n"), after.split(separator: "\n")).first { $0 != $1 }
    #expect(before == after, "\(different.map { "was \($0), is \($1)" } ?? "one has lines the other lacks")")
  }

  @Test func theSummaryIsTheSameToTheByte() throws {
    let reports = sample.folder.path + "/reports"
    let run = try sample.program.run("report", "donor", "--from", "2026-05", "--to", "2026-10", "-o", reports)
    #expect(run.status == 0, "\(run.errors)")
    let made = try Data(contentsOf: URL(filePath: reports + "/summary-2026-05--2026-10.csv"))
    let golden = URL(filePath: ProjectFolder.path + "/Tests/EndToEndTests/Fixtures/summary-2026-05--2026-10.csv")
    if ProcessInfo.processInfo.environment["MINBAR_RECORD"] != nil { try made.write(to: golden) }
    #expect(made == (try Data(contentsOf: golden)), "run with MINBAR_RECORD=1 and read the difference")
  }

  @Test(arguments: ["en", "ru", "ky", "uz", "uz-Cyrl"])
  func pagesNeedNoNetworkAndSayNothingUnsafe(language: String) throws {
    let reports = sample.folder.path + "/pages-" + language
    let month = try sample.program.run("report", "month", "2026-10", "--language", language, "-o", reports)
    let page = try sample.program.run(
      "report", "creator", "K01", "--month", "2026-10", "--language", language, "-o", reports)
    #expect(month.status == 0 && page.status == 0, "\(month.errors)\(page.errors)")
    for path in (month.output + page.output).split(separator: "\n") {
      let bytes = try Data(contentsOf: URL(filePath: String(path)))
      let text = String(decoding: bytes, as: UTF8.self)
      // Patterns of the charts are named by fragment; nothing else may be fetched.
      let low = text.lowercased().replacing("url(#", with: "")
      for word in [
        "<script", "http://", "https://", "src=", "@import", "url(", "extremis", "donor", "influencer", "донор",
      ] {
        #expect(!low.contains(word), "\(path) holds \(word)")
      }
    }
    let own = try #require(page.output.split(separator: "\n").first)
    #expect(try Data(contentsOf: URL(filePath: String(own))).count < 60_000)
  }
}
