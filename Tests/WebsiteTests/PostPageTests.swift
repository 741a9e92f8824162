import Foundation
import GRDB
import Hummingbird
import HummingbirdTesting
import Records
import Reporting
import TestSupport
import Testing
import Workflows

@testable import Website

/// A desk with a month of the sample programme, read.
private enum PostHouse {
  static func make() throws -> DeskHouse {
    let house = try DeskHouse(ingest: "Samples/exports/2026-10")
    _ = try AnalyseWorkflow(house.workspace, engine: try house.workspace.makeReadingEngine()).run()
    return house
  }
}

@Suite("Posts, search and themes on the desk")
struct PostPageTests {
  private struct Found {
    let id: Int64
    let creator: String
  }

  /// A post with a transcript by each creator who has one.
  private func posts(_ house: DeskHouse) throws -> [Found] {
    let archive = try DatabaseQueue(path: house.workspace.places.home + "/minbar.db")
    return try archive.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT max(post.id), code FROM post JOIN account ON account.id = post.account
          JOIN creator ON creator.id = account.creator
          WHERE same_as IS NULL AND EXISTS (SELECT 1 FROM transcript WHERE post = post.id) GROUP BY code ORDER BY code
          """
      ).map { Found(id: $0[0], creator: $0[1]) }
    }
  }

  @Test("Every page opens in every language for whom it is, and only for them", arguments: Desk.languages)
  func open(language: ReportLanguage) async throws {
    let house = try PostHouse.make()
    let post = try #require(try posts(house).first { $0.creator != "K03" })
    let users = [
      try house.user("A1", .administrator), try house.user("S1", .staff), try house.user("C1", .coder),
      try house.user("Y1", .creator, for: post.creator), try house.user("D1", .donor, for: "sample"),
    ]
    let team = [
      "/posts", "/posts?theme=peace&creator=\(post.creator)", "/posts/\(post.id)", "/search",
      "/search?q=%D0%B1%D0%B8%D0%BB%D0%B8%D0%BC",
      "/themes", "/themes/girls-education", "/themes/against-violence",
    ]
    let own = ["/me/posts", "/me/posts?month=2026-10", "/me/posts/\(post.id)"]
    try await house.visit { browser in
      for user in users {
        let cookie = try house.cookie(of: user, language.rawValue)
        for (paths, isTheirs) in [
          (team, [.administrator, .staff].contains(user.role)), (own, user.role == .creator),
        ] {
          for path in paths {
            let page = try await browser.get(path, cookie: cookie)
            #expect(page.status == (isTheirs ? .ok : .notFound), "\(path) as \(user.role)")
            guard isTheirs else { continue }
            #expect(page.text.contains("<html lang=\"\(language.tag)\">"))
            #expect(!page.text.contains("<script") && !page.text.contains(" style=") && !page.text.contains("{"))
            #expect(!page.text.contains("counter-extremism"), "\(path)")
          }
        }
      }
    }
  }

  @Test("A creator sees the own posts alone; those of others are answered like missing ones")
  func foreign() async throws {
    let house = try PostHouse.make()
    let all = try posts(house)
    let (mine, theirs) = (try #require(all.first), try #require(all.last))
    try #require(mine.creator != theirs.creator)
    let user = try house.user("Y1", .creator, for: mine.creator)
    try await house.visit { browser in
      let cookie = try house.cookie(of: user)
      let own = try await browser.get("/me/posts/\(mine.id)", cookie: cookie)
      #expect(own.status == .ok && own.text.contains("class=\"talk\""))
      let foreign = try await browser.get("/me/posts/\(theirs.id)", cookie: cookie)
      let missing = try await browser.get("/me/posts/999999", cookie: cookie)
      #expect(foreign.status == .notFound && foreign.text == missing.text && foreign.headers == missing.headers)
      let list = try await browser.get("/me/posts", cookie: cookie).text
      #expect(list.contains("/me/posts/\(mine.id)\"") && !list.contains("/me/posts/\(theirs.id)\""))
      let asked = try await browser.get("/me/posts?creator=\(theirs.creator)", cookie: cookie).text
      #expect(asked.contains("/me/posts/\(mine.id)\"") && !asked.contains("/me/posts/\(theirs.id)\""))
    }
  }

  @Test("A post shows its talk with marks and times, its numbers, and where they come from")
  func post() async throws {
    let house = try PostHouse.make()
    let archive = try DatabaseQueue(path: house.workspace.places.home + "/minbar.db")
    let found = try archive.read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT post.id, external_id FROM post JOIN talk_finding f ON f.post = post.id AND f.part = 'transcript'
          JOIN transcript t ON t.post = post.id JOIN cue ON cue.transcript = t.id AND start_ms > 0
          JOIN talk_index i ON i.post = post.id WHERE post.platform = 'youtube' AND stance = 'promotes' LIMIT 1
          """)
    }
    let row = try #require(found)
    let (id, video): (Int64, String) = (row[0], row[1])
    try await house.visit { browser in
      let page = try await browser.get("/posts/\(id)", cookie: try house.cookie()).text
      #expect(page.contains("<mark>") && page.contains("class=\"tag promotes\""))
      #expect(page.contains("https://www.youtube.com/watch?v=\(video)&amp;t="))
      #expect(page.contains("id=\"c-times\"") && page.contains("id=\"numbers\"") && page.contains("/imports/"))
    }
  }

  @Test("Words of an author who does not agree to passages being shown stay closed to the team, not to the author")
  func consent() async throws {
    let house = try PostHouse.make()
    let archive = try DatabaseQueue(path: house.workspace.places.home + "/minbar.db")
    let post = try #require(try posts(house).first)
    let user = try house.user("Y1", .creator, for: post.creator)
    try await archive.write { db in try db.execute(sql: "UPDATE consent SET revoked_on = 20000 WHERE what = 'talks'") }
    try await house.visit { browser in
      let staff = try house.cookie()
      let closed = try await browser.get("/posts/\(post.id)", cookie: staff).text
      #expect(!closed.contains("class=\"talk\"") && closed.contains("does not agree to passages"))
      let own = try await browser.get("/me/posts/\(post.id)", cookie: try house.cookie(of: user)).text
      #expect(own.contains("class=\"talk\""))
      let search = try await browser.get("/search?q=%D0%B1%D0%B8%D0%BB%D0%B8%D0%BC", cookie: staff).text
      #expect(!search.contains("/posts/") || !search.contains("class=\"title\""))
      #expect(try await !browser.get("/themes/education", cookie: staff).text.contains("/posts/\(post.id)\""))
    }
  }

  @Test("No page shows a comment or who wrote it, and none can be ordered or filtered by whoever did")
  func commenters() async throws {
    let house = try PostHouse.make()
    let file = "Samples/exports/2026-10/Comments/comments other letters.csv"
    let rows = try ProjectFolder.text(file).split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    let canaries = rows.filter { $0.count > 3 }.flatMap { [String($0[1]), String($0[3])] }.filter { $0.count > 8 }
    try #require(canaries.count > 10)
    let archive = try DatabaseQueue(path: house.workspace.places.home + "/minbar.db")
    let ids = try await archive.read { db in
      try Int64.fetchAll(
        db, sql: "SELECT DISTINCT post FROM comment_batch WHERE post IN (SELECT id FROM post) LIMIT 60")
    }
    try await house.visit { browser in
      let cookie = try house.cookie()
      for path in ids.map({ "/posts/\($0)" }) + ["/posts", "/themes", "/search?q=%D0%B1%D0%B8%D0%BB%D0%B8%D0%BC"] {
        let plain = try await browser.get(path, cookie: cookie).text
        for canary in canaries { #expect(!plain.contains(canary), "\(path)") }
      }
      for path in ["/posts?", "/themes?", "/search?q=%D0%B1%D0%B8%D0%BB%D0%B8%D0%BC&", "/posts/\(ids[0])?"] {
        let plain = try await browser.get(path, cookie: cookie).text
        for more in ["order=commenter", "sort=author", "commenter=1", "author=x", "by=commenter", "pseudonym=0"] {
          #expect(try await browser.get(path + more, cookie: cookie).text == plain, "\(path)\(more)")
        }
      }
    }
  }

  @Test("Search leafs through by links that stay, marks words and takes hostile questions as words")
  func search() async throws {
    let house = try PostHouse.make()
    try await house.visit { browser in
      let cookie = try house.cookie()
      let page = try await browser.get("/search?q=%D0%B1%D0%B8%D0%BB%D0%B8%D0%BC", cookie: cookie).text
      #expect(page.contains("<mark>") && page.contains("value=\"билим\""))
      for question in [
        "%22", "%22%22", "*", "a*", "NEAR(a+b)", "title%3Aa", "a+AND", "a+OR+b", "NOT", "%28", "%00", "a%27--",
        "%3Cscript%3Ealert%281%29%3C%2Fscript%3E", "%FF%FE", String(repeating: "%22a", count: 2_000), "-", "%2Bq",
      ] {
        let page = try await browser.get("/search?q=" + question, cookie: cookie)
        #expect(page.status == .ok && !page.text.contains("<script"), "\(question.prefix(20))")
      }
      for wrong in [
        "&creator=x", "&theme=x", "&from=x&to=y", "&after=x", "&after=999999", "&part=-1", "&part=99999999999999999999",
      ] {
        let page = try await browser.get("/search?q=a" + wrong, cookie: cookie)
        #expect(page.status == .ok, "\(wrong)")
      }
    }
  }
}
