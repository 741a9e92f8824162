import Foundation
import GRDB
import Hummingbird
import HummingbirdTesting
import Records
import Reporting
import Testing
import Workflows

@testable import Website

@Suite("Coding on the desk")
struct CodingPageTests {
  @Test("Two code the same texts alone; where they differ a third has the last word; all of it lands in the archive")
  func round() async throws {
    let house = try DeskHouse(ingest: sampleComments)
    let (a, b, c) = (try house.user("A1", .coder), try house.user("B2", .staff), try house.user("C3", .staff))
    try await house.visit { browser in
      let (one, other, third) = (try house.cookie(of: a), try house.cookie(of: b), try house.cookie(of: c))
      let form = "what=2026-10&size=20&first=A1&second=B2"
      #expect(try await browser.post("/coding", form, cookie: third).status == .seeOther)
      await browser.settle()
      #expect(try await browser.get("/coding", cookie: one).text.contains("/coding/1\""))
      let all = try house.room(1).items.count
      #expect(all >= 15)
      #expect(try await browser.codeAll(1, as: "A1", cookie: one) == all)
      // Whoever codes the round sees nothing of the other before the end, and never what to decide.
      let early = try await browser.get("/coding/1/results", cookie: other).text
      #expect(!early.contains("agree-h") && !early.contains("/decide/"))
      _ = try await browser.codeAll(1, as: "B2", cookie: other) { $0.places[0] == 3 ? "question" : "formula" }
      #expect(try await browser.get("/coding/1/results", cookie: other).text.contains("agree-h"))
      await browser.settle()
      let codings = try house.room(1).items.filter { $0.codings["A1"] != nil && $0.codings["B2"] != nil }
      let waits = try house.desk.book.hasCodingAnswers()
      #expect(codings.count == all && !waits)
      let differ = try house.room(1).disagreements.compactMap(\.places.first)
      let isComment = try house.room(1).items.contains { $0.places[0] == 3 && $0.kind == .comment }
      #expect(differ == (isComment ? [3] : []))
      try await decide(differ, browser, third)
    }
  }

  private func decide(_ differ: [Int], _ browser: Browser, _ third: String) async throws {
    let house = browser.house
    #expect(try await browser.get("/coding/1/results", cookie: third).text.contains("agree-h"))
    for place in differ {
      let path = "/coding/1/decide/\(place)"
      #expect(try await browser.get(path, cookie: third).text.contains("class=\"pair\""))
      #expect(try await browser.post(path, "response=question&sentiment=neutral", cookie: third).status == .seeOther)
    }
    await browser.settle()
    let room = try house.room(1)
    #expect(room.disagreements.isEmpty && room.decided == differ.count)
    let scores = try house.workspace.scoreCoding(ScoreOptions(replicates: 100)).scores
    #expect(scores.texts == room.items.count && scores.coders.contains("A1"))
    // The last word is no third opinion: agreement stays that of the two.
    #expect(scores.agreement.allSatisfy { $0.n <= room.items.count })
  }

  @Test("A text's page shows its words and choices, and nothing of whose they are", arguments: Desk.languages)
  func page(language: ReportLanguage) async throws {
    let house = try DeskHouse(ingest: sampleComments)
    let user = try house.user("A1", .coder)
    let round = try house.round("A1", "B2")
    try await house.visit { browser in
      let cookie = try house.cookie(of: user, language.rawValue)
      let seat = try #require(CodingSeat(try house.room(round), coder: "A1"))
      for kind in TextKind.allCases {
        guard let item = seat.room.items.first(where: { $0.kind == kind }) else { continue }
        let page = try await browser.get("/coding/\(round)/texts/\(seat.place(item))", cookie: cookie)
        #expect(page.status == .ok && page.text.contains("<html lang=\"\(language.tag)\">"))
        #expect(page.text.contains("class=\"words\"") && page.text.contains("accesskey=\"n\""))
        #expect(page.text.contains("name=\"theme-against-violence\"") && page.text.contains("name=\"skip\""))
        #expect(page.text.contains("name=\"response\"") == (kind == .comment))
        for word in ["<script", " style=", "B2", "extremis", "K01"] {
          #expect(!page.text.contains(word), "\(word)")
        }
        // Nothing is chosen beforehand but "no" for each theme.
        let chosen = page.text.split(separator: " checked").dropLast()
        #expect(chosen.allSatisfy { $0.hasSuffix("value=\"\"") })
      }
    }
  }

  @Test("Going back shows one's own codes; the same form twice is one answer; what is missing is asked for")
  func steps() async throws {
    let house = try DeskHouse(ingest: sampleComments)
    let user = try house.user("A1", .coder)
    let round = try house.round("A1", "B2")
    try await house.visit { browser in
      let cookie = try house.cookie(of: user)
      let seat = try #require(CodingSeat(try house.room(round), coder: "A1"))
      let item = try #require(seat.room.items.first { $0.kind == .comment })
      let path = "/coding/\(round)/texts/\(seat.place(item))"
      let missing = try await browser.post(path, "response=hostile&theme-peace=opposes", cookie: cookie)
      #expect(missing.status == .badRequest && missing.text.contains("class=\"faults\""))
      #expect(missing.text.contains("value=\"hostile\" accesskey=\"2\" checked"))
      for wrong in ["response=x&sentiment=mixed", "response=other&sentiment=mixed&alert=x&variety=xx"] {
        #expect(try await browser.post(path, wrong, cookie: cookie).status == .badRequest)
      }
      #expect(try house.room(round).done(by: "A1") == 0)
      for _ in 0..<2 {
        let form = "response=hostile&sentiment=negative&alert=violence&theme-peace=opposes"
        #expect(try await browser.post(path, form, cookie: cookie).status == .seeOther)
      }
      #expect(try house.room(round).done(by: "A1") == 1)
      await browser.settle()
      let kept = try house.room(round).items.first { $0.places == item.places }?.codings["A1"]
      #expect(kept?.alerts == [.extremist] && kept?.themes == [ThemeStance(theme: "peace", stance: .opposes)])
      #expect(try await browser.get(path, cookie: cookie).text.contains("value=\"hostile\" accesskey=\"2\" checked"))
      // Who cannot tell after all takes the codes back.
      #expect(try await browser.post(path, "skip=yes", cookie: cookie).status == .seeOther)
      await browser.settle()
      let skipped = try house.room(round).items.first { $0.places == item.places }
      #expect(skipped?.codings["A1"] == nil && skipped?.skippedBy == ["A1"])
    }
  }

  @Test("Rounds of others, and what only others may decide, are answered like missing ones")
  func foreign() async throws {
    let house = try DeskHouse(ingest: sampleComments)
    let (coder, stranger) = (try house.user("A1", .coder), try house.user("X9", .coder))
    let staff = try house.user("B2", .staff)
    let round = try house.round("A1", "B2")
    try await house.visit { browser in
      let (own, foreign, second) = (
        try house.cookie(of: coder), try house.cookie(of: stranger), try house.cookie(of: staff)
      )
      let paths = ["/coding/\(round)", "/coding/\(round)/texts/1", "/coding/\(round)/results"]
      let missing = try await browser.get("/coding/999", cookie: foreign)
      for path in paths {
        let answer = try await browser.get(path, cookie: foreign)
        #expect(
          answer.status == .notFound && answer.text == missing.text && answer.headers == missing.headers, "\(path)")
      }
      #expect(try await browser.post(paths[1], "skip=yes", cookie: foreign).text == missing.text)
      #expect(try await browser.get(paths[2], cookie: own).status == .notFound)
      #expect(try await browser.get("/coding/\(round)/texts/999", cookie: own).status == .notFound)
      #expect(try await browser.get("/coding/\(round)/decide/1", cookie: second).status == .notFound)
      #expect(try await browser.post("/coding/\(round)/decide/1", "response=other", cookie: second).status == .notFound)
      #expect(try house.room(round).items.allSatisfy { $0.codings.isEmpty && $0.skippedBy.isEmpty })
      let same = "what=2026-10&size=20&first=A1&second=A1"
      #expect(try await browser.post("/coding", same, cookie: second).status == .badRequest)
      #expect(try await browser.post("/coding", same, cookie: own).status == .notFound)
    }
  }

  @Test("When a comment's words expire, its codes and its place in the round go; answers under way are dropped")
  func expiry() async throws {
    let house = try DeskHouse(ingest: sampleComments)
    let round = try house.round("A1", "B2")
    let items = try house.room(round).items
    let comment = try #require(items.first { $0.kind == .comment })
    let answer = CodingAnswer(
      round: round, place: comment.places[0], coder: "A1", coding: Coding(sentiment: .mixed, response: .other))
    try house.desk.book.add(answer)
    let later = Workspace(
      places: house.workspace.places, now: Instant(seconds: Clocks.start + 95 * 86_400), user: "tester")
    let outcome = try later.deliverCoding()
    #expect(outcome.kept == 0 && outcome.gone == 1)
    let left = try house.room(round).items
    #expect(left.count == items.count { $0.kind == .talk } && left.allSatisfy { $0.codings.isEmpty })
    #expect(try house.workspace.roundTexts(round, at: [comment.places[0]]).isEmpty)
  }

  @Test("What creators object to is coded too, blind as everything else, and is kept out of the scores")
  func objections() async throws {
    let house = try DeskHouse(ingest: sampleComments)
    let (first, second) = (try house.user("A1", .coder), try house.user("B2", .coder))
    #expect(try await house.desk.child.run(["analyse"]).status == 0)
    let archive = try DatabaseQueue(path: house.workspace.places.home + "/minbar.db")
    let row = try archive.read { db in
      try Row.fetchOne(db, sql: "SELECT post, theme FROM talk_finding ORDER BY post LIMIT 1")
    }
    let finding = try #require(row)
    let (post, theme) = (finding[0] as Int64, finding[1] as String)
    try house.desk.book.add(
      DeskObjection(
        creator: "K01", post: post, theme: theme, reason: .notSaid, madeAt: Instant(seconds: Clocks.start)))
    try await house.visit { browser in
      let staff = try house.cookie()
      #expect(try await browser.get("/coding", cookie: staff).text.contains("value=\"objections\""))
      let form = "what=objections&size=20&first=A1&second=B2"
      #expect(try await browser.post("/coding", form, cookie: staff).status == .seeOther)
      await browser.settle()
      #expect(try house.room(1).round.kind == .objections)
      for user in [first, second] {
        let cookie = try house.cookie(of: user)
        #expect(try await browser.codeAll(1, as: user.code, cookie: cookie) > 0)
      }
      let open = try house.room(1).items.count { !$0.isDone(by: "A1") || !$0.isDone(by: "B2") }
      #expect(open == 0)
      await browser.settle()
      #expect(throws: WorkflowError.self) { _ = try house.workspace.scoreCoding(ScoreOptions(replicates: 100)) }
      // A second round finds nothing more to code.
      #expect(throws: WorkflowError.self) {
        _ = try house.workspace.makeRound(RoundOptions(month: nil, coders: ["A1", "B2"]))
      }
    }
  }
}
