import Foundation
import Ingestion
import Records
import Testing

@Suite struct DimensionTests {
  private static func dimensions(_ text: String, _ name: String = "Table data.csv") throws -> [String] {
    let sink = RecordingSink()
    let hints = SourceHints(names: [name, "X 2026-10-01_2026-10-31 Y.zip"], receivedOn: Fixture.receivedOn)
    try SourceReader().read(MemorySource(Array(text.utf8)), hints: hints, into: sink)
    return sink.lines.compactMap { line in
      guard let start = line.range(of: "\"dimensions\": \"") else { return nil }
      return line[start.upperBound...].split(separator: "\"").first.map(String.init)
    }
  }

  /// One code for what Studio writes in two languages, queries by name and bulk reports by number.
  @Test(arguments: [
    ("Traffic source", "Источник трафика", "YouTube search", "Поиск на YouTube", "YT_SEARCH"),
    ("Traffic source", "Источник трафика", "Suggested videos", "Рекомендуемые видео", "RELATED_VIDEO"),
    ("Traffic source", "Источники трафика", "External", "Внешние источники", "EXT_URL"),
    ("Viewer gender", "Пол зрителя", "Female", "Женский", "female"),
    ("Device type", "Тип устройства", "Mobile phone", "Мобильный телефон", "MOBILE"),
    ("Device type", "Тип устройства", "TV", "Телевизор", "TV"),
    ("Subscription status", "Статус подписки", "Not subscribed", "Не подписаны", "UNSUBSCRIBED"),
    ("Content type", "Тип контента", "Live streams", "Прямые трансляции", "liveStream"),
    ("Viewer age", "Возраст зрителя", "65+ years", "65+ лет", "AGE_65_"),
    ("Viewer age", "Возраст зрителя", "13–17 years", "13–17 лет", "age13-17"),
  ])
  func oneCode(_ english: String, _ russian: String, _ value: String, _ russianValue: String, _ program: String) throws
  {
    let codes = try [(english, "Views", value), (russian, "Просмотры", russianValue), (english, "Views", program)]
      .flatMap { try Self.dimensions("\($0),\($1)\n\($2),5\n") }
    #expect(codes.count == 3 && Set(codes).count == 1, "\(codes)")
  }

  @Test func bulkReportsAgreeWithStudio() throws {
    let rows = [("5", "YouTube search"), ("7", "Suggested videos"), ("9", "External"), ("24", "Shorts feed")]
    for (number, name) in rows {
      let bulk = try Self.dimensions("date,channel_id,traffic_source_type,views\n20261001,UCx,\(number),5\n")
      #expect(try Self.dimensions("Traffic source,Views\n\(name),5\n") == bulk)
    }
  }

  @Test func valuesThatNobodyKnowsStayAsTheyAre() throws {
    #expect(try Self.dimensions("Device type,Views\n Холодильник\u{A0} X ,5\n") == ["device=Холодильник X"])
    #expect(try Self.dimensions("Viewer age,Views\nunder 13,5\n") == ["age=under 13"])
  }

  @Test func onlyWholesStandForTheChannel() throws {
    // A playlist's total is not the channel's, nor is that of one traffic source.
    let playlist = try Self.dimensions("Playlist,Views\nTotal,9\nPLx,9\n")
    #expect(playlist == ["playlist=PLx"])
    let sink = RecordingSink()
    let hints = SourceHints(names: ["X 2026-10-01_2026-10-31 Y.csv"], receivedOn: Fixture.receivedOn)
    let text = "Traffic source,Source type,Views\nTotal,,9\nYT_SEARCH.сабр,Search,9\n"
    try SourceReader().read(MemorySource(Array(text.utf8)), hints: hints, into: sink)
    #expect(sink.lines.count == 2)
  }

  @Test func longTablesMayBeCutOff() throws {
    let rows = (0..<500).map { "0x\(String($0, radix: 16)):0x1,City \($0),1\n" }.joined()
    let sink = RecordingSink()
    let hints = SourceHints(names: ["X 2026-10-01_2026-10-31 Y.csv"], receivedOn: Fixture.receivedOn)
    try SourceReader().read(
      MemorySource(Array("Cities,City name,Views\n\(rows)".utf8)), hints: hints, into: sink)
    #expect(sink.problems.map(\.code) == ["studio.row-limit"])
    #expect(sink.lines.count == 502)
  }
}
