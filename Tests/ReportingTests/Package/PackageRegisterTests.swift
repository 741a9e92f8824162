import Figures
import Records
import Testing

@testable import Reporting

/// Registers in a package: people by sex and age, small cells hidden so that no subtraction brings them back.
@Suite struct PackageRegisterTests {
  private func data(_ rows: [RegisterRow]) -> ProgrammeData {
    var data = SampleTallies.data()
    data.registers = rows
    data.today = SampleTallies.preparedOn
    return data
  }

  private func row(_ kind: RegisterKind, _ code: String, _ values: [RegisterField: String]) throws -> RegisterRow {
    RegisterRow(
      kind: kind, day: try #require(Day(year: 2026, month: 10, day: 9)), values: values.merging([.code: code]) { $1 })
  }

  private func tables(_ rows: [RegisterRow], _ indicators: [PlannedIndicator]) throws -> (
    whole: [[String: String]], parts: [[String: String]]
  ) {
    let files = try PackageSupport.files(PackageSupport.package(data(rows), indicators))
    return (
      try PackageSupport.table(files["data/indicators.csv"]), try PackageSupport.table(files["data/disaggregation.csv"])
    )
  }

  private let trained = PackageSupport.indicator(
    "1.1", .register(.personsTrained), .output, by: [.sex, .age])

  /// 18-24: 22 women, 31 men; 25-34: 4 women, 40 men. All 97; women 26, men 71.
  @Test func peopleAreRoundedAndToldApart() throws {
    let rows = [
      try row(.trainings, "T-1", [.age: "18-24", .women: "22", .men: "31"]),
      try row(.trainings, "T-1", [.age: "25-34", .women: "4", .men: "40"]),
    ]
    let (whole, parts) = try tables(rows, [trained])
    #expect(whole[0]["actual"] == "95" && whole[0]["status"] == "published" && whole[0]["additive"] == "yes")
    let byPart = Dictionary(parts.map { ($0["category"] ?? "", $0["actual"] ?? "") }) { first, _ in first }
    #expect(byPart == ["female": "25", "male": "70", "18-24": "55", "25-34": "45"])
  }

  /// 9 women of 60: hidden, and with them the men, since 60 less 51 would tell.
  @Test func fewPeopleAreHiddenAndCannotBeSubtracted() throws {
    let rows = [try row(.trainings, "T-1", [.age: "18-24", .women: "9", .men: "51"])]
    let (whole, parts) = try tables(rows, [trained])
    #expect(whole[0]["actual"] == "60")
    let sexes = parts.filter { $0["dimension"] == "sex" }
    #expect(sexes.map { $0["status"] } == ["suppressed", "suppressed"] && sexes.allSatisfy { $0["actual"] == "" })
  }

  @Test func aSurveyShareHasItsIntervalAndNeedsFiftyPeople() throws {
    let survey = PackageSupport.indicator("4.2", .register(.survey("Q1")), .impact, by: [.sex])
    let rows = [
      try row(.surveys, "S-1", [.question: "Q1", .sex: "female", .asked: "70", .agreed: "20"]),
      try row(.surveys, "S-1", [.question: "Q1", .sex: "male", .asked: "30", .agreed: "10"]),
    ]
    let (whole, parts) = try tables(rows, [survey])
    // 30/100: .2189 ... .3958, outwards to whole per cent.
    #expect(whole[0]["actual"] == "30" && whole[0]["low"] == "21" && whole[0]["high"] == "40" && whole[0]["n"] == "100")
    #expect(parts.first { $0["category"] == "male" }?["status"] == "suppressed")
  }

  @Test func nothingHandedInIsNoData() throws {
    let (whole, _) = try tables([], [trained])
    #expect(whole[0]["status"] == "no-data" && whole[0]["actual"] == "")
  }

  @Test func theMethodsNoteTellsOfTalksInTwoReports() throws {
    let package = try PackageSupport.package(elsewhere: ["K01"])
    let methods = String(decoding: try #require(try PackageSupport.files(package)["methods.html"]), as: UTF8.self)
    #expect(methods.contains("Talks counted in two reports"))
    let alone = try PackageSupport.files(PackageSupport.package())["methods.html"]
    #expect(!String(decoding: try #require(alone), as: UTF8.self).contains("Talks counted in two reports"))
  }
}
