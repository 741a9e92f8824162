import Ingestion
import Records
import Testing

@Suite struct ColumnMappingTests {
  private static let names = ["Table data.csv", "Мазмун 2026-10-01_2026-10-31 Имам Үлгү.zip"]
  private static let table = """
    Мазмун,Видеонун аталышы,Видео жарыяланган убакыт,Узактыгы,Көрүүлөр,Көрүү убактысы (саат),Орточо көрүү узактыгы
    Жалпы,,,,1520,88.3409,0:03:29
    AAAAAAAAAAA,Сабак 1,"Oct 16, 2026",1831,1200,80.1,0:04:00
     -xAAAAAAAAA,Сабак 2,"Oct 9, 2026",59,320,8.2409,0:00:45

    """

  private static func probe(_ text: String, _ names: [String] = names) throws -> Probe {
    try SourceReader.probe(ByteReader(MemorySource(Array(text.utf8))), encoding: .utf8, names: names)
  }

  private static func read(
    _ text: String, _ names: [String] = names, columns: [String: String] = [:]
  ) throws -> RecordingSink {
    let signature = try #require(try probe(text, names).headerSketch?.signature)
    let mappings = columns.isEmpty ? [:] : [signature: ColumnMapping(signature: signature, columns: columns)]
    let sink = RecordingSink()
    try SourceReader().read(
      MemorySource(Array(text.utf8)),
      hints: SourceHints(names: names, receivedOn: Fixture.receivedOn, mappings: mappings), into: sink)
    return sink
  }

  @Test func shapesTellWhatTheyCan() throws {
    let sketch = try #require(try Self.probe(Self.table).headerSketch)
    #expect(
      sketch.columns.map(\.roleID) == ["content", "title", "published", "duration", nil, nil, "average_view_seconds"])
    #expect(sketch.columns[4].key == "көрүүлөр")
    #expect(sketch.columns[4].samples == ["1520", "1200", "320"])
  }

  @Test func nothingIsTakenUntilNumbersHaveNames() throws {
    let sink = try Self.read(Self.table)
    #expect(sink.problems.map(\.code) == ["columns.unmapped"])
    #expect(sink.problems.first?.found.contains("Көрүүлөр, Көрүү убактысы (саат)") == true)
    #expect(sink.lines.count == 2)
    let half = try Self.read(Self.table, columns: ["көрүүлөр": "views"])
    #expect(half.problems.map(\.code) == ["columns.unmapped"])
  }

  @Test func aMappingMakesTheTableReadable() throws {
    let sink = try Self.read(Self.table, columns: ["көрүүлөр": "views", "көрүү убактысы (саат)": "watch_minutes"])
    #expect(sink.problems.isEmpty)
    #expect(sink.lines.count { $0.hasPrefix("{\"post\"") } == 2)
    func values(_ metric: String) -> [String] {
      sink.lines.filter { $0.contains("\"metric\": \"\(metric)\"") }
        .compactMap { $0.split(separator: "\"value\": \"").last?.split(separator: "\"").first.map(String.init) }
    }
    #expect(values("views") == ["1520.0", "1200.0", "320.0"])
    #expect(values("average_view_seconds") == ["209.0", "240.0", "45.0"])
    #expect(values("watch_hours").first == "\(88.3409 / 60)")
  }

  @Test func wholeBreakdownsAreMapped() throws {
    let table = "Қурилма тури,Кўришлар\nЖаъми,1520\nТелефон,1300\nТелевизор,120\nКомпьютер,100\n"
    let names = ["Table data.csv", "Қурилма тури 2026-10-01_2026-10-31 Имом Намуна.zip"]
    #expect(try Self.read(table, names).problems.map(\.code) == ["columns.unmapped"])
    let sink = try Self.read(table, names, columns: ["қурилма тури": "device", "кўришлар": "views"])
    #expect(sink.problems.isEmpty)
    // The total is told by adding up, whatever its label; values that no list knows stay as they are.
    #expect(sink.lines.dropFirst().map { $0.contains("dimensions") } == [false, true, true, true])
    #expect(sink.lines.last?.contains("device=computer") == true)
    #expect(sink.lines[2].contains("device=Телефон"))
  }

  @Test func aFirstPartIsNoTotalBecauseItIsLarge() throws {
    let table = "Обуна,Кўришлар\nОбуна эмас,1000\nОбуна бўлган,520\n"
    let sink = try Self.read(table, columns: ["обуна": "subscription", "кўришлар": "views"])
    #expect(sink.lines.dropFirst().allSatisfy { $0.contains("subscription=Обуна") })
  }

  @Test func knownColumnsCanBeCorrectedAndLeftOut() throws {
    let table = "Content,Video title,Views,Karma\nTotal,,5,9\nAAAAAAAAAAA,T,5,9\n"
    let names = ["Table data.csv", "Content 2026-10-01_2026-10-31 X.zip"]
    #expect(try Self.read(table, names).problems.map(\.code) == ["columns.unknown"])
    #expect(try Self.read(table, names, columns: ["karma": "ignored"]).problems.isEmpty)
    let likes = try Self.read(table, names, columns: ["karma": "likes"])
    #expect(likes.lines.count { $0.contains("\"likes\", \"value\": \"9.0\"") } == 2)
    #expect(try Self.read(table, names, columns: ["karma": "nonsense"]).problems.map(\.code) == ["columns.unknown"])
  }

  @Test func signaturesDoNotHangOnOrderCaseOrQuotes() {
    let one = HeaderSketch.signature(["Views", "«Likes»", "Ёлка"])
    #expect(one == HeaderSketch.signature(["елка", "\"likes\"", "VIEWS\u{FEFF}"]))
    #expect(one.utf8.count == 16 && one != HeaderSketch.signature(["Views", "Ёлка"]))
    #expect(HeaderSketch.keys(["A", "B", "a ", "A"]) == ["a", "b", "a#2", "a#3"])
    // The same in every release, or saved mappings would be lost.
    #expect(HeaderSketch.signature(["Views"]) == "36f170c6227678ca")
  }

  @Test func everyRoleCanBeRead() throws {
    for role in ColumnRoles.all {
      let table = "Content,Video title,Views,Mystery\nTotal,,5,\nAAAAAAAAAAA,T,5,\n"
      let sink = try Self.read(
        table, ["Table data.csv", "Content 2026-10-01_2026-10-31 X.zip"], columns: ["mystery": role.id])
      #expect(!sink.problems.contains { $0.code == "columns.unknown" }, "\(role.id) is offered, but not read")
    }
    #expect(Set(ColumnRoles.all.map(\.id)).count == ColumnRoles.all.count)
  }

  @Test func strangersAreNotTakenForStudio() throws {
    // Ids in the first column alone make no table of Studio's, and a first row of data is never shown.
    let sink = try Self.read("dQw4w9WgXcQ,рахмат устаз,5\nAAAAAAAAAAA,жакшы,7\n", ["x.csv"])
    #expect(sink.problems.map(\.code) == ["format.unknown"])
    let named = try Self.read(
      "Айбек,рахмат устаз,5\nНурлан,жакшы,7\n", ["x.csv", "Комментарии 2026-10-01_2026-10-31 Имам.zip"])
    #expect(named.problems.map(\.code) == ["format.unknown"])
    for problem in sink.problems + named.problems { #expect(!problem.description.contains("рахмат")) }
  }

  @Test func dimensionTextsComeApartAgain() {
    let pairs = [(key: "b", value: "x=1;y%"), (key: "a", value: "%3D")]
    let text = DimensionText.join(pairs)
    #expect(text == "a=%253D;b=x%3D1%3By%25")
    #expect(DimensionText.pairs(text).map(\.value) == ["%3D", "x=1;y%"])
  }
}
