import Foundation
import Ingestion
import Records
import Testing

@Suite struct FormatGoldenTests {
  @Test(arguments: AllFormats.list.map(\.id)) func readsItsFixtures(_ format: String) throws {
    let fixtures = try Fixture.all(in: format)
    #expect(!fixtures.isEmpty, "no fixtures for \(format)")
    var lines: [String] = []
    for fixture in fixtures {
      let sink = try fixture.read()
      #expect(sink.beginnings == 1)
      lines.append("# \(fixture.testDescription)")
      lines += sink.lines
    }
    try Fixture.expect(lines, matches: "\(format)/expected.ndjson")
  }

  @Test(arguments: try Fixture.all(in: "bad")) func saysWhatIsWrong(_ fixture: Fixture) throws {
    let sink = try fixture.read()
    #expect(!sink.problems.isEmpty)
    let name = try #require(fixture.names.first)
    try Fixture.expect(
      sink.problems.map { "\($0.severity.rawValue) \($0.description)" }, matches: "bad/\(name).problems")
  }

  @Test(arguments: AllFormats.list.map(\.id)) func oneFormatClaimsAFile(_ format: String) throws {
    for fixture in try Fixture.all(in: format) {
      let probe = try fixture.probe
      let scores = AllFormats.list.map { ($0.id, $0.score(probe)) }.sorted { $0.1 > $1.1 }
      #expect(scores[0].0 == format, "\(fixture.testDescription): \(scores.prefix(2))")
      #expect(scores[0].1 > scores[1].1, "\(fixture.testDescription): \(scores.prefix(2))")
    }
  }

  @Test func idsAreUnique() {
    #expect(Set(AllFormats.list.map(\.id)).count == AllFormats.list.count)
  }

  @Test(arguments: AllFormats.list.map(\.id) + ["bad"], [1, 2, 3, 4_096])
  func piecesOfAnySizeGiveTheSame(_ folder: String, _ size: Int) throws {
    for fixture in try Fixture.all(in: folder) {
      let whole = try fixture.read().lines
      #expect(try fixture.read(pieceLimit: size).lines == whole, "\(fixture.testDescription)")
      #expect(try fixture.read(pieceSize: size).lines == whole, "\(fixture.testDescription)")
    }
  }

  @Test(arguments: AllFormats.list.map(\.id)) func filesCutAnywhereAreRead(_ folder: String) throws {
    for fixture in try Fixture.all(in: folder) {
      // Each byte of short files and of starts; of the rest every seventh, since a debug build is slow.
      for end in fixture.bytes.indices where end < 300 || end % 7 == 0 {
        let cut = Fixture(bytes: Array(fixture.bytes[..<end]), names: fixture.names)
        let sink = try cut.read()
        #expect(!sink.lines.isEmpty)
      }
    }
  }

  @Test(arguments: AllFormats.list.map(\.id)) func bytesTurnedAnywhereAreRead(_ folder: String) throws {
    var random = Random(seed: 7)
    for fixture in try Fixture.all(in: folder) {
      for _ in 0..<60 {
        var bytes = fixture.bytes
        for _ in 0..<3 {
          bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        _ = try Fixture(bytes: bytes, names: fixture.names).read(pieceLimit: 7)
      }
    }
  }
}

/// A random sequence that is the same in each run (SplitMix64).
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
