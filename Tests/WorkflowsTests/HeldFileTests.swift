import Records
import Testing

@testable import Workflows

@Suite("Files that wait for somebody")
struct HeldFileTests {
  @Test(
    "Numbers, days and codes may be shown; texts may be names or comments and are not",
    arguments: [
      ("1520", true), ("1 520,5", true), ("0:03:29", true), ("Oct 16, 2026", true), ("16 окт. 2026", true),
      ("KG", true),
      ("1,2 тыс.", true), ("98.7%", true), ("2026-10-01", true), ("", true), ("Асан", false), ("@a12", false),
      ("imam_ali77", false), ("Машалла", false), ("Ok", true), ("AAAAAAAAAAA", false),
      ("1234567890123456789012345", false),
    ])
  func samples(cell: String, isShown: Bool) { #expect((SampleGuard.shown(cell) == cell) == isShown) }

  @Test(
    "Names of kept files lead nowhere else",
    arguments: ["../../etc/x", "", "0123456789abcdeF", "0123456789abcde", "0123456789abcde/"])
  func ids(text: String) { #expect(!HeldShelf.isID(text)) }
}
