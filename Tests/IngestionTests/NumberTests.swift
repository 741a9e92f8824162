import Ingestion
import Records
import Testing

@Suite struct NumberTests {
  typealias Kind = NumberParser.Kind

  private static func parse(_ text: String, _ kind: Kind, _ mark: DecimalMark = .unknown) -> Reported<Double> {
    text.withBytes { NumberParser(mark: mark, missing: .withheld).parse($0, as: kind) }
  }

  @Test(arguments: [
    ("0", 0), ("123524", 123_524), (" 12 ", 12), ("-5", -5), ("\u{2212}5", -5), ("+7", 7), ("1,520", 1_520),
    ("1.520", 1_520),
    ("1 520", 1_520), ("1\u{A0}520", 1_520), ("1\u{202F}520", 1_520), ("1\u{2009}520", 1_520), ("1'520", 1_520),
    ("12,345,678", 12_345_678), ("12.345.678", 12_345_678), ("12 345,6", 12_345.6), ("1,234.5", 1_234.5),
    ("1.234,5", 1_234.5),
  ])
  func counts(_ text: String, _ value: Double) {
    #expect(Self.parse(text, .count) == .known(value))
  }

  @Test(arguments: [
    ("88.3409", DecimalMark.unknown, 88.3409), ("88,34", .unknown, 88.34), ("3.05", .unknown, 3.05),
    ("0,24", .unknown, 0.24),
    ("88.340", .unknown, 88.34), ("88.340", .comma, 88_340), ("88,340", .unknown, 88.34), ("88,340", .dot, 88_340),
    ("5,2%", .unknown, 5.2), ("5,2\u{A0}%", .unknown, 5.2), ("1 234,5 %", .unknown, 1_234.5),
    ("3.4838847", .unknown, 3.4838847),
  ])
  func decimals(_ text: String, _ mark: DecimalMark, _ value: Double) {
    #expect(Self.parse(text, .decimal, mark) == .known(value))
  }

  @Test(arguments: [
    ("1,2 тыс.", 1_200), ("21 тыс.", 21_000), ("1,2 млн", 1_200_000), ("1,1 млрд", 1_100_000_000), ("1.2K", 1_200),
    ("3.4M", 3_400_000),
    ("1 миң", 1_000), ("2 ming", 2_000), ("1,2 мың", 1_200), ("2,3 mil", 2_300), ("1,2\u{A0}тыс.", 1_200),
  ])
  func abbreviationsAreApproximate(_ text: String, _ value: Double) {
    guard case .approximate(let found) = Self.parse(text, .count) else {
      Issue.record("\(text) is not approximate")
      return
    }
    #expect(abs(found - value) < 0.001)
  }

  @Test(arguments: [
    "", " ", "-", "--", "—", "–", "н/д", "N/A", "NAN", "#Н/Д", "#ЗНАЧ!", "#ССЫЛКА!", "########", "<1 %", "\u{A0}",
  ])
  func missingIsNeverZero(_ text: String) {
    #expect(Self.parse(text, .count) == .withheld)
  }

  @Test(arguments: [
    "3.апр", "17.юни", "авг.9016", "12 34", "1,2,3", "1.2.3", "13.06.2025", "12x", "x", "1e5", "0x10", "1,234,56",
    "..5", "٣",
  ])
  func whatIsNoNumberIsUnreadable(_ text: String) {
    #expect(Self.parse(text, .count) == .unreadable(text))
  }

  @Test func filesVoteOnTheirMark() {
    #expect(DecimalMark.vote(["1.234", "5,6", "7"]) == .comma)
    #expect(DecimalMark.vote(["1,234", "5.6"]) == .dot)
    #expect(DecimalMark.vote(["1.234", "1,234", "7", "x", ""]) == .unknown)
    #expect(DecimalMark.vote(["1.234,5"]) == .comma)
    #expect(DecimalMark.vote(["3.апр", "13.06.2025"]) == .unknown)
  }
}
