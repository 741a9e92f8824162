import Records
import Reporting
import TestSupport
import Testing

/// What the summary says of an author hangs on what that author agreed to.
@Suite("Consent in the summary")
struct SummaryConsentTests {
  private func table(_ data: ProgrammeData) throws -> SummaryTable {
    SummaryTable(
      data: data, from: SampleTallies.month, through: SampleTallies.month,
      words: try WordsSupport.words()[.english], preparedOn: SampleTallies.preparedOn)
  }

  /// Lines of the plain form: those of themes, or all others.
  private func lines(_ data: ProgrammeData, themes: Bool) throws -> [Substring] {
    WordsSupport.text(try table(data).csv()).split(separator: "\r\n")
      .filter { $0.hasPrefix("theme_time") == themes }
  }

  private func cells(_ indicator: String, _ data: ProgrammeData) throws -> [Substring] {
    let line = try lines(data, themes: indicator.hasPrefix("theme_time"))
      .first { $0.hasPrefix(indicator + ",") && $0.contains(",youtube,all,") }
    return line?.split(separator: ",", omittingEmptySubsequences: false) ?? []
  }

  private func sharing(_ what: Set<ConsentSubject>, from index: Int = 3) -> ProgrammeData {
    var data = SampleTallies.data()
    for author in index..<4 { data.creators[author].sharedWithDonors = what }
    return data
  }

  /// As if the last author had never been there.
  private func withoutLast() -> ProgrammeData {
    var data = SampleTallies.data()
    let code = data.creators.removeLast().code
    data.accounts.removeAll { $0.creator == code }
    return data
  }

  @Test("Who agreed to nothing leaves no trace in any cell of any form")
  func nothing() throws {
    let refused = try table(sharing([]))
    let absent = try table(withoutLast())
    #expect(refused.csv() == absent.csv())
    #expect(refused.excelCSV() == absent.excelCSV())
    let folder = try TemporaryFolder()
    try refused.writeXLSX(to: folder.path + "/a.xlsx")
    try absent.writeXLSX(to: folder.path + "/b.xlsx")
    #expect(try FileBytes.read(folder.path + "/a.xlsx") == FileBytes.read(folder.path + "/b.xlsx"))
    #expect(try table(SampleTallies.data()).csv() != absent.csv())
  }

  @Test("Consent to figures says nothing of themes, and the other way round")
  func subjects() throws {
    let all = SampleTallies.data()
    #expect(try lines(sharing([.figures]), themes: false) == lines(all, themes: false))
    #expect(try lines(sharing([.figures]), themes: true) == lines(withoutLast(), themes: true))
    #expect(try lines(sharing([.themes]), themes: false) == lines(withoutLast(), themes: false))
    #expect(try lines(sharing([.themes]), themes: true) == lines(all, themes: true))
    #expect(try lines(sharing([.talks]), themes: true) == lines(withoutLast(), themes: true))
  }

  @Test("Numbers stand on the channels of those who agreed")
  func channels() throws {
    let views = try cells("views", sharing([]))
    #expect(views[8] == "6600" && views[13] == "3" && views[14] == "3")
    #expect(try cells("comments", sharing([]))[8] == "255")
    #expect(try cells("theme_time.education", sharing([.figures]))[13...14] == ["6", "9"])
  }

  @Test("Themes of fewer than three authors are hidden, whatever they agreed to")
  func authors() throws {
    let hidden = try cells("theme_time.education", sharing([.figures], from: 2))
    #expect(hidden[8...14].allSatisfy(\.isEmpty) && hidden[17] == "suppressed")
    #expect(try cells("views", sharing([.figures], from: 2))[14] == "4")
  }

  @Test("Themes read in fewer than five talks are hidden", arguments: [(4, "suppressed"), (5, "published")])
  func talks(count: Int, status: String) throws {
    var data = SampleTallies.data()
    for index in data.talks.indices {
      data.talks[index].transcribed = data.talks[index].account == 1 ? count - 3 : 1
    }
    #expect(try cells("theme_time.education", data)[17] == status)
  }

  @Test("Themes that are nearly all of one author's time are hidden")
  func dominance() throws {
    var data = SampleTallies.data()
    for index in data.talks.indices where data.talks[index].account == 1 {
      data.talks[index].transcribedSeconds = 60_000
    }
    #expect(try cells("theme_time.education", data)[17] == "suppressed")
  }

  @Test("Without anybody's consent there is a header and no row")
  func nobody() throws {
    #expect(try lines(sharing([], from: 0), themes: false).count == 1)
    #expect(try lines(sharing([], from: 0), themes: true).isEmpty)
  }
}
