import Foundation
import TestSupport
import Testing

/// Figures are frozen, checked and approved before they leave the house, and what changes later is a numbered correction.
@Suite struct SealedMonthTests {
  /// Takes a month through all steps.
  static func approve(_ month: String, _ program: Program) throws {
    for (step, name) in [("prepare", "A"), ("check", "A"), ("approve", "B")] {
      let run = try program.run("month", step, month, "--by", name)
      #expect(run.status == 0, "\(step): \(run.errors)")
    }
  }

  private let folder: TemporaryFolder
  private let program: Program

  init() throws { (folder, program) = try SampleProgramme.shared.get().copy() }

  private func refused(_ arguments: String...) throws -> String {
    let run = try program.run(arguments)
    #expect(run.status == 1, "\(arguments)")
    return run.errors
  }

  @Test func stepsNeedOneAnotherAndTwoPeople() throws {
    #expect(try refused("month", "check", "2026-10", "--by", "A").contains("prepare 2026-10"))
    #expect(try refused("month", "prepare", "2026-11", "--by", "A").contains("has not ended"))
    #expect(try refused("month", "prepare", "2026-10", "--by", "Some Name").contains("code name"))
    try program.run("month", "prepare", "2026-10", "--by", "A")
    #expect(try refused("month", "prepare", "2026-10", "--by", "A").contains("nothing has changed"))
    #expect(try refused("month", "approve", "2026-10", "--by", "B").contains("check 2026-10"))
    let list = try program.run("month", "check", "2026-10")
    #expect(list.status == 0 && list.output.contains("to look at"))
    try program.run("month", "check", "2026-10", "--by", "A")
    #expect(try refused("month", "approve", "2026-10", "--by", "A").contains("somebody else"))
    let status = try program.run("month", "approve", "2026-10", "--by", "B")
    #expect(status.status == 0 && status.output.hasPrefix("2026-10: approved"))
  }

  @Test func onlyApprovedMonthsAreHandedOutAndDraftsAreMarkedAllOver() throws {
    let reports = folder.path + "/out"
    let refusal = try refused("report", "donor", "sample", "2026-10", "-o", reports)
    #expect(refusal.contains("2026-10: not prepared") && refusal.contains("--draft"))
    #expect(!FileManager.default.fileExists(atPath: reports))
    let before = try program.run("dump", "--logical").output
    let run = try program.run("report", "donor", "sample", "2026-10", "--draft", "-o", reports)
    #expect(run.status == 0, "\(run.errors)")
    let draft = reports + "/draft-sample-2026-10"
    let files = try FileManager.default.subpathsOfDirectory(atPath: draft)
    let tables = files.filter { $0.hasSuffix(".csv") }
    #expect(tables.count >= 20)
    for name in tables {
      let text = try String(contentsOfFile: draft + "/" + name, encoding: .utf8)
      let rows = text.split(separator: "\r\n").drop { !$0.hasSuffix("draft") && !$0.contains("draft") }
      #expect(rows.dropFirst().allSatisfy { $0.hasPrefix("DRAFT") || $0.hasPrefix("#meta+draft") }, "\(name)")
    }
    for name in ["README.html", "methods.html", "iati/result.xml", "datapackage.json"] {
      #expect(try String(contentsOfFile: draft + "/" + name, encoding: .utf8).contains("DRAFT"), "\(name)")
    }
    // A draft tells nobody anything: later packages are not held against it.
    #expect(try program.run("dump", "--logical").output == before)
    try Self.approve("2026-10", program)
    let package = try program.run("report", "donor", "sample", "2026-10", "-o", reports)
    #expect(package.status == 0, "\(package.errors)")
    let readme = try String(contentsOfFile: reports + "/package-sample-2026-10/README.html", encoding: .utf8)
    #expect(!readme.contains("body class=\"package draft\""))
  }

  @Test func aLaterChangeIsANumberedErratum() throws {
    var program = program
    let reports = folder.path + "/out"
    try Self.approve("2026-10", program)
    try program.run("report", "donor", "sample", "2026-10", "-o", reports)
    program.now = "1793944800"
    // An import that is taken out again changes what the figures rest on.
    let imports = try program.run("imports", "list").output.split(separator: "\n")
    let given = reports + "/package-sample-2026-10/data/indicators.csv"
    let draft = reports + "/draft-sample-2026-10/data/indicators.csv"
    var changed = false
    for number in (1...imports.count).reversed() where !changed {
      guard try program.run("imports", "undo", "\(number)").status == 0 else { continue }
      try program.run("report", "donor", "sample", "2026-10", "--draft", "-o", reports)
      let figures = try String(contentsOfFile: draft, encoding: .utf8).replacing("DRAFT,", with: "")
      changed = try figures.replacing("draft,", with: "") != String(contentsOfFile: given, encoding: .utf8)
    }
    #expect(changed)
    #expect(try program.run("month", "status", "2026-10").output.contains("changed since"))
    let refusal = try program.run("report", "donor", "sample", "2026-10", "-o", reports)
    #expect(refusal.status == 1 && refusal.errors.contains("changed since it was approved"))
    let silent = try program.run("month", "prepare", "2026-10", "--by", "A")
    #expect(silent.status == 1 && silent.errors.contains("--reason"))
    let again = try program.run("month", "prepare", "2026-10", "--by", "A", "--reason", "A file was wrong.")
    #expect(again.status == 0 && again.output.contains("erratum 1:") && again.output.contains("A file was wrong."))
    try program.run("month", "check", "2026-10", "--by", "C")
    try program.run("month", "approve", "2026-10", "--by", "D")
    let page = try program.run("report", "month", "2026-10", "-o", reports)
    let text = try String(contentsOfFile: String(page.output.dropLast()), encoding: .utf8)
    #expect(text.contains("Corrections of approved figures") && text.contains("A file was wrong."))
    program.now = "1794031200"
    let next = try program.run("report", "donor", "sample", "2026-10", "-o", reports)
    #expect(next.status == 0 && next.output.contains("package-sample-2026-10-v2"), "\(next.errors)")
    let old = try String(contentsOfFile: reports + "/package-sample-2026-10/data/indicators.csv", encoding: .utf8)
    let new = try String(contentsOfFile: reports + "/package-sample-2026-10-v2/data/indicators.csv", encoding: .utf8)
    let errata = try String(contentsOfFile: reports + "/package-sample-2026-10-v2/data/errata.csv", encoding: .utf8)
    #expect(old != new)
    #expect(errata.contains("A file was wrong.") && errata.hasPrefix("erratum,noted_on,month"))
    // The same package asked for once more is the same package.
    let same = try program.run("report", "donor", "sample", "2026-10", "-o", reports)
    #expect(same.output == next.output)
  }

  private struct Summary: Decodable {
    struct Figure: Decodable {
      var figure: String
      var value: Double?
    }
    var figures: [Figure]
  }

  @Test func theJSONSaysWhatThePageSays() throws {
    let json = try program.run("month", "status", "2026-10", "--format", "json")
    let figures = try JSONDecoder().decode(Summary.self, from: Data(json.output.utf8)).figures
    let hours = try #require(figures.first { $0.figure == "watch_hours/youtube" }?.value)
    let reports = folder.path + "/out"
    let page = try program.run("report", "month", "2026-10", "-o", reports)
    let html = try String(contentsOfFile: String(page.output.dropLast()), encoding: .utf8)
    let shown = html.split(separator: "data-figure=\"watch_hours/all/2026-10\"", maxSplits: 1).last?
      .split(separator: "<data value=\"", maxSplits: 1).last?.split(separator: "\"").first
    #expect(shown.flatMap { Double($0) } == (hours * 10).rounded() / 10)
  }
}
