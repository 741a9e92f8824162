import Foundation
import TestSupport
import Testing

/// Figures are opened down to rows of files, on the sample programme.
@Suite struct ExplainTests {
  private let sample: SampleProgramme

  init() throws { sample = try SampleProgramme.shared.get() }

  private func explained(_ figure: String) throws -> [String: Any] {
    let run = try sample.program.run("explain", figure, "--format", "json")
    #expect(run.status == 0, "\(figure): \(run.errors)")
    return try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  private func list(_ explained: [String: Any], _ key: String) -> [[String: Any]] {
    explained[key] as? [[String: Any]] ?? []
  }

  private func sum(_ statements: [[String: Any]], _ use: String) -> Double {
    statements.filter { $0["use"] as? String == use }.compactMap { $0["value"] as? Double }.reduce(0, +)
  }

  @Test func rowsThatCountMakeEachChannelsNumber() throws {
    for metric in ["views", "watch_hours"] {
      let explained = try explained("\(metric)/all/2026-10")
      let statements = list(explained, "statements")
      var checked = 0
      for channel in list(explained, "channels") {
        guard let value = channel["value"] as? Double else { continue }
        let own = statements.filter {
          $0["author"] as? String == channel["author"] as? String
            && $0["platform"] as? String == channel["platform"] as? String
        }
        let counted = sum(own, "counts") + sum(own, "end") - sum(own, "start")
        #expect(abs(counted - value) < 0.001, "\(channel)")
        checked += 1
      }
      #expect(checked > 5)
    }
  }

  @Test func everyCountedRowNamesItsFileAndLine() throws {
    // September was stated anew in October.
    let statements = list(try explained("views/all/2026-09"), "statements")
    for statement in statements where statement["value"] != nil {
      let file = try #require(statement["file"] as? [String: Any])
      #expect((file["importNumber"] as? Int ?? 0) > 0 && file["row"] is Int)
      #expect((file["name"] as? String)?.isEmpty == false)
    }
    let restated = try #require(statements.first { $0["firstValue"] != nil })
    #expect(restated["firstValue"] as? Double != restated["value"] as? Double)
    #expect(restated["firstFile"] is [String: Any])
  }

  @Test func themesAreQuotedWithTheirWordsMarked() throws {
    let talks = list(try explained("theme.education.promotes/all/2026-10"), "talks")
    let sentences = talks.flatMap { list($0, "sentences") }
    #expect(sentences.count > 3)
    for sentence in sentences {
      let words = list(sentence, "words")
      #expect(words.contains { $0["isMarked"] as? Bool == true }, "\(sentence)")
    }
  }

  @Test func commentsAreCountedAndNeverQuoted() throws {
    let explained = try explained("constructive_share/all/all/2026-10")
    #expect(list(explained, "statements").isEmpty && list(explained, "talks").isEmpty)
    let answers = list(explained, "answers")
    let inFigure = answers.filter { $0["isInFigure"] as? Bool == true }.compactMap { $0["comments"] as? Int }
    #expect(inFigure.reduce(0, +) > 0)
    let keys = Set(answers.flatMap(\.keys))
    #expect(keys == ["author", "platform", "kind", "isInFigure", "comments"])
    #expect(
      Set(list(explained, "commentFiles").flatMap(\.keys)).isSubset(of: ["author", "platform", "file", "comments"]))
  }

  @Test(arguments: ["en", "ru", "ky", "uz", "uz-Cyrl"])
  func theTextHasNoBareKeys(language: String) throws {
    for figure in [
      "people_reached/all/2026-10", "theme.peace/all/2026-10", "theme_hours.any/all/2026-10",
      "talks_published/K01/2026-10", "constructive_share/all/2026-10", "engagement_by_views/youtube/2026-10",
    ] {
      let run = try sample.program.run("explain", figure, "--language", language, "--limit", "5")
      #expect(run.status == 0, "\(run.errors)")
      for key in ["explain.", "basis.", "use.", "definition.", "{", "column."] {
        #expect(!run.output.contains(key), "\(figure) \(key)")
      }
    }
  }

  @Test func whatIsNoFigureIsSaid() throws {
    let bad = try sample.program.run("explain", "views/2026-10")
    #expect(bad.status == 1 && bad.errors.contains("views/K01.youtube/2026-10"))
    let nobody = try sample.program.run("explain", "views/X99/2026-10")
    #expect(nobody.status == 1 && nobody.errors.contains("no such creator"))
    let waiting = try sample.program.run("explain", "theme.peace.opposes/all/2026-10")
    #expect(waiting.status == 1 && waiting.errors.contains("wait for a person"))
  }
}
