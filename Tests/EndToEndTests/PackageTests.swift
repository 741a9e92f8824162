import Foundation
import TestSupport
import Testing

@Suite struct PackageTests {
  private let sample: SampleProgramme

  init() throws {
    sample = try SampleProgramme.shared.get()
  }

  private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  @Test func aPackageIsAFolderAndAZipAndIsNotWrittenTwice() throws {
    let (own, program) = try sample.copy()
    for month in ["2026-07", "2026-08", "2026-09", "2026-10"] { try SealedMonthTests.approve(month, program) }
    let reports = own.path + "/packages"
    let run = try program.run("report", "donor", "sample", "2026-Q3", "-o", reports)
    #expect(run.status == 0, "\(run.errors)")
    #expect(lines(run.output) == [reports + "/package-sample-2026-Q3", reports + "/package-sample-2026-Q3.zip"])
    let files = FileManager.default
    let sums = try String(contentsOfFile: reports + "/package-sample-2026-Q3/SHA256SUMS", encoding: .utf8)
    let listed = Set(lines(sums).map { String($0.dropFirst(66)) } + ["SHA256SUMS"])
    let there = try files.subpathsOfDirectory(atPath: reports + "/package-sample-2026-Q3").filter {
      $0.contains(".") || $0 == "SHA256SUMS"
    }
    #expect(listed == Set(there) && listed.contains("iati/result.xml") && listed.contains("excel/summary.xlsx"))

    let again = try program.run("report", "donor", "sample", "2026-Q3", "-o", reports)
    #expect(again.output == run.output)
    let next = try program.run("report", "donor", "sample", "2026-10", "-o", reports)
    #expect(next.output.contains("package-sample-2026-10\n"))
    #expect(try files.contentsOfDirectory(atPath: reports).count == 4)
  }

  @Test func anUnknownCodeOrPeriodIsToldApart() throws {
    let code = try sample.program.run("report", "donor", "nobody", "2026-Q3")
    #expect(code.status == 1 && code.errors.contains("donors/nobody.yaml") && code.errors.contains("sample"))
    let period = try sample.program.run("report", "donor", "sample", "2026-Q5")
    #expect(period.status == 1 && period.errors.contains("2026-Q3"))
    let path = try sample.program.run("report", "donor", "../x", "2026-Q3")
    #expect(path.status == 1 && path.errors.contains("letters, digits"))
  }

  @Test func authorsWithoutAnEntryAreNamed() throws {
    let own = try TemporaryFolder()
    let program = Program(folder: own.path)
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
    let folder = program.home + "/donors"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = "example: true\nauthors: [K01, K99]\nindicators:\n  - {code: a, indicator: views}\n"
    try text.write(toFile: folder + "/A1.yaml", atomically: true, encoding: .utf8)
    let run = try program.run("report", "donor", "A1", "2026-Q3")
    #expect(run.status == 1 && run.errors.contains("K99") && !run.errors.contains("K01,"))
  }
}
