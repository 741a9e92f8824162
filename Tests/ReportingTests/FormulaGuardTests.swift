import Testing

@testable import Reporting

@Suite("No text becomes a formula")
struct FormulaGuardTests {
  @Test(
    "Texts that a spreadsheet could run get an apostrophe",
    arguments: [
      "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", "\n=1", "\u{0}=1", "=\u{301}1", "-\u{20DD}1", "\u{FF1D}1",
      "\u{FF0B}1", "\u{FF0D}1", "\u{FF20}1", "\u{FEFF}=1", "\u{200B}=1", "\u{A0}=1", "  =1", "\u{2212}1",
      "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x\")",
    ])
  func guarded(text: String) {
    let first = FormulaGuard.text(text).unicodeScalars.first
    #expect(first == "'")
  }

  @Test("Other texts stay as they are", arguments: ["Views", "a=b", "Просмотры", "1-2", "", "«Көрүү»"])
  func untouched(text: String) {
    #expect(FormulaGuard.text(text) == text)
  }

  @Test("Control characters become spaces")
  func controls() {
    #expect(FormulaGuard.text("a\u{0}b\nc\u{85}d") == "a b c d")
  }

  @Test("Delimiters, quotes and breaks are quoted; numbers are not text")
  func csv() {
    var writer = CSVWriter.plain
    writer.write([.text("a,b"), .text("say \"x\""), .text(" s"), .number(-1.5, decimals: 1), .empty, .text("=1")])
    let expected = "\"a,b\",\"say \"\"x\"\"\",\" s\",-1.5,,'=1\r\n"
    #expect(writer.bytes == Array(expected.utf8))
    var excel = CSVWriter.excel
    excel.write([.text("a;b"), .number(1_234.5, decimals: 1)])
    #expect(excel.bytes.dropFirst(3).elementsEqual("\"a;b\";1234,5\r\n".utf8))
  }
}
