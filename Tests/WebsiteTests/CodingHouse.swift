import Foundation
import Hummingbird
import HummingbirdTesting
import Records
import Reporting
import Testing
import Workflows

@testable import Website

/// Comments and sentences of one month, of one creator.
let sampleComments = "Samples/exports/2026-10/Comments/K01"

extension DeskHouse {
  /// A round of the sample month for two coders, made as the page's job makes it.
  func round(_ first: String, _ second: String, size: Int = 20) throws -> Int64 {
    let month = try #require(Month("2026-10"))
    return try workspace.makeRound(RoundOptions(month: month, size: size, coders: [first, second])).round
  }

  func room(_ round: Int64) throws -> CodingRoom { try #require(try CodingRoom(round, desk)) }

  /// What somebody codes: the kinds of texts want different fields.
  func form(_ item: CodingItem, response: String = "formula", sentiment: String = "positive") -> String {
    item.kind == .talk ? "theme-peace=promotes" : "response=\(response)&sentiment=\(sentiment)&variety=ky"
  }
}

extension Browser {
  /// Codes everything that one coder has left, from page to page.
  /// - Returns: how many texts that were.
  func codeAll(
    _ round: Int64, as coder: String, cookie: String, response: (CodingItem) -> String = { _ in "formula" }
  ) async throws -> Int {
    var place = try await get("/coding/\(round)", cookie: cookie).headers[.location] ?? ""
    var count = 0
    while place.contains("/texts/"), count < 100 {
      let seat = try #require(CodingSeat(try house.room(round), coder: coder))
      let item = try #require(seat.item(at: Int(place.split(separator: "/").last ?? "") ?? 0))
      let answer = try await post(place, house.form(item, response: response(item)), cookie: cookie)
      #expect(answer.status == .seeOther)
      place = answer.headers[.location] ?? ""
      count += 1
    }
    return count
  }
}
