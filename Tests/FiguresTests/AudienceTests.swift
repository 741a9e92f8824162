import Figures
import Records
import Testing

@Suite("Audience")
struct AudienceTests {
  private let month = Month(year: 2026, month: 10)

  private func part(_ account: Int64, _ metric: Metric, _ dimensions: String, _ value: Double) -> AudiencePart {
    AudiencePart(account: account, month: month, metric: metric, dimensions: dimensions, value: value)
  }

  /// Two channels of 1,000 and 3,000 views, and a third whose audience is not known.
  private func book(_ parts: [AudiencePart]) -> FigureBook {
    var data = ProgrammeData(months: [month])
    for (id, views) in [(Int64(1), 1_000.0), (2, 3_000), (3, 5_000)] {
      data.creators.append(
        CreatorCard(code: "K0\(id)", languages: [.kyrgyz], country: id == 2 ? "UZ" : "KG", sharedWithDonors: []))
      data.accounts.append(AccountCard(id: id, creator: "K0\(id)", platform: .youtube))
      data.metrics.append(
        MonthlyMetric(account: id, month: month, metric: .views, basis: .month, value: views, known: 1, of: 1))
    }
    data.audience = parts
    return FigureBook(data)
  }

  /// 1,000 views at 40 % and 3,000 at 20 %: (400 + 600) / 4,000 = 25 %.
  @Test("Shares are weighted by views; channels that tell nothing weigh nothing and are counted")
  func weighted() throws {
    let book = book([
      part(1, .viewerPercent, "age=18-24;gender=female", 40), part(2, .viewerPercent, "age=18-24;gender=female", 20),
      part(2, .viewerPercent, "age=25-34;gender=male", 30), part(1, .viewerPercent, "age=25-34;gender=male", 60),
    ])
    let mix = try #require(book.audience(by: .ageAndSex, on: .youtube, in: month))
    #expect(mix.known == 2 && mix.of == 3)
    #expect(mix.parts.map(\.code) == ["18-24;female", "25-34;male"])
    #expect(mix.parts[0].share.value == 0.25)
    // (600 + 900) / 4,000
    #expect(mix.parts[1].share.value == 0.375)
    #expect(mix.parts[0].share.cautions == [.missing(1)])
    #expect(book.audience(by: .country, on: .youtube, in: month) == nil)
    #expect(book.audience(by: .ageAndSex, on: .instagram, in: month) == nil)
  }

  @Test("Shares of viewers and of followers are never mixed: that of the most channels counts")
  func oneMetric() throws {
    let book = book([
      part(1, .viewerPercent, "age=18-24", 90), part(1, .followersPercent, "age=18-24", 10),
      part(2, .followersPercent, "age=18-24", 10),
    ])
    let mix = try #require(book.audience(by: .age, on: .youtube, in: month))
    #expect(mix.metric == .followersPercent && mix.parts[0].share.value == 0.1)
  }

  @Test("Views of a list of countries that is cut off are parts of all views")
  func countries() throws {
    let book = book([part(1, .views, "country=KG", 600), part(1, .views, "country=RU", 200)])
    let mix = try #require(book.audience(by: .country, on: .youtube, in: month))
    #expect(mix.parts.map(\.code) == ["KG", "RU"])
    #expect(mix.parts.map(\.share.value) == [0.6, 0.2])
  }

  /// K01 (KG): 1,000 views, 700 KG, 200 RU. K02 (UZ): 3,000 views, 1,500 UZ, 900 RU, 300 KG. Home (700 + 1,500) / 4,000;
  /// Russia 1,100 / 4,000; the rest 700 / 4,000.
  @Test("Home is each author's own country")
  func home() throws {
    let book = book([
      part(1, .views, "country=KG", 700), part(1, .views, "country=RU", 200), part(2, .views, "country=UZ", 1_500),
      part(2, .views, "country=RU", 900), part(2, .views, "country=KG", 300),
    ])
    let home = try #require(book.homeAudience(on: .youtube, in: month))
    #expect(home.home.value == 0.55 && home.known == 2)
    #expect(home.migration.map(\.code) == ["RU"])
    #expect(home.migration[0].share.value == 0.275)
    #expect(abs((home.elsewhere.value ?? 0) - 0.175) < 1e-12)
  }

  @Test("Cities are told by name, with or without their country")
  func cities() throws {
    let book = book([
      part(1, .views, "city=0x1:0x2;city_name=Osh;country=KG", 250), part(1, .views, "country=KG", 600),
    ])
    let mix = try #require(book.audience(by: .city, on: .youtube, in: month))
    #expect(mix.parts.map(\.code) == ["Osh"] && mix.parts[0].share.value == 0.25)
  }

  @Test("A group that no band fits names the nearest, at least and at most")
  func youth() throws {
    let bands = [("13-17", 10.0), ("18-24", 30), ("25-34", 25), ("35-44", 20), ("65+", 5)]
    let book = book(bands.map { part(1, .viewerPercent, "age=\($0.0)", $0.1) })
    let law = TargetGroup(id: "youth", ages: AgeRange(from: 14, through: 28), country: "KG")
    let youth = try #require(book.audience(law, on: .youtube, in: month))
    #expect(!youth.fits && youth.inside == ["18-24"] && youth.touching == ["13-17", "18-24", "25-34"])
    #expect(youth.share.value == nil)
    #expect(youth.share.range == FigureRange(lower: 0.3, upper: 0.65, kind: .bounds))
    let adults = TargetGroup(id: "adults", ages: AgeRange(from: 35, through: nil))
    let fitting = try #require(book.audience(adults, on: .youtube, in: month))
    #expect(fitting.fits && fitting.share.value == 0.25)
    #expect(
      book.audience(TargetGroup(id: "none", ages: AgeRange(from: 50, through: 60)), on: .youtube, in: month) == nil)
  }

  @Test(
    "Ages",
    arguments: [("18-24", 18, 24), ("65+", 65, nil), ("x", nil, nil), ("24-18", nil, nil), ("", nil, nil)]
      as [(String, Int?, Int?)])
  func ages(code: String, from: Int?, through: Int?) {
    let range = AgeRange(code)
    #expect(range?.from == from && range?.through == through)
  }
}
