import Foundation
import TestSupport
import Testing

/// The brief, the page over all months, and the other forms of pages.
@Suite struct BriefTests {
  private let sample: SampleProgramme

  init() throws { sample = try SampleProgramme.shared.get() }

  private func paths(_ run: Program.Result) -> [String] { run.output.split(separator: "\n").map(String.init) }

  /// A search path without the programs that draw and print.
  private func bare(_ arguments: [String]) throws -> Program.Result {
    var program = sample.program
    program.more = ["PATH": "/nowhere"]
    return try program.run(arguments)
  }

  @Test func theBriefIsAPageAndADocumentAndStandsInTheListOfMonths() throws {
    let folder = sample.folder.path + "/briefs"
    let run = try sample.program.run("report", "brief", "2026-10", "--language", "ru", "--docx", "-o", folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(paths(run) == [folder + "/brief-2026-10.ru.html", folder + "/brief-2026-10.ru.docx"])
    let page = try String(contentsOfFile: folder + "/brief-2026-10.ru.html", encoding: .utf8)
    #expect(!page.contains("{") || page.contains("<style>"))
    #expect(page.contains("K0") && page.contains("<table>"))

    try sample.program.run("report", "month", "2026-10", "--language", "ru", "-o", folder)
    try sample.program.run("report", "month", "2026-09", "--language", "ru", "-o", folder)
    let months = try String(contentsOfFile: folder + "/months.ru.html", encoding: .utf8)
    for name in ["month-2026-10.ru.html", "month-2026-09.ru.html", "brief-2026-10.ru.html"] {
      #expect(months.contains("href=\"\(name)\""))
    }
    let other = try sample.program.run("report", "index", "--language", "uz", "-o", folder)
    #expect(other.status == 1 && other.errors.contains("minbar report month"))
  }

  @Test func targetsComeFromTheReadersFiles() throws {
    let own = try TemporaryFolder()
    let program = Program(folder: own.path)
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
    try program.run("ingest", "Samples/exports/2026-10")
    try FileManager.default.createDirectory(atPath: program.home + "/donors", withIntermediateDirectories: true)
    let text =
      "authors: all\nindicators:\n  - {code: '7.1', indicator: views, target: {period: 2026-Q4, value: 900000}}\n"
    try text.write(toFile: program.home + "/donors/A1.yaml", atomically: true, encoding: .utf8)
    let run = try program.run("report", "brief", "2026-10")
    let page = try String(contentsOfFile: paths(run)[0], encoding: .utf8)
    #expect(page.contains("of 900,000 (2026-Q4; A1 7.1)") && page.contains("1 of 3 months over"))
  }

  @Test func withoutTheirProgramsPicturesAndPDFSayWhatToInstall() throws {
    let folder = sample.folder.path + "/bare"
    let png = try bare(["report", "month", "2026-10", "--png", "-o", folder])
    #expect(png.status == 1 && png.errors.contains("librsvg2-bin"))
    #expect(paths(png) == [folder + "/month-2026-10.en.html"])
    let pdf = try bare(["report", "creator", "K01", "--month", "2026-10", "--pdf", "-o", folder])
    #expect(pdf.status == 1 && pdf.errors.contains("WeasyPrint"))
    #expect(paths(pdf) == [folder + "/page-K01-2026-10.en.html"])
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/rsvg-convert")))
  func everyChartBecomesAPicture() throws {
    let folder = sample.folder.path + "/pictures"
    let run = try sample.program.run("report", "month", "2026-10", "--png", "-o", folder)
    #expect(run.status == 0, "\(run.errors)")
    let pictures = paths(run).dropFirst()
    #expect(pictures.count > 9)
    for path in pictures {
      let data = try #require(FileManager.default.contents(atPath: path))
      #expect(data.starts(with: [0x89, 0x50, 0x4E, 0x47]) && data.count > 2_000)
    }
    let left = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".svg") }
    #expect(left.isEmpty)
  }
}
