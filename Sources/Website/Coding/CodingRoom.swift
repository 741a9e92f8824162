import Hummingbird
import HummingbirdCore
import Records
import Workflows

/// A round as the website sees it: what the archive holds, and the answers that are on their way into it.
struct CodingRoom: Sendable {
  let round: CodingRound
  private(set) var items: [CodingItem]

  init?(_ number: Int64, _ desk: Desk) throws {
    guard let round = try desk.archive.codingRounds().first(where: { $0.id == number }) else { return nil }
    try self.init(round, desk)
  }

  init(_ round: CodingRound, _ desk: Desk) throws {
    self.round = round
    // Before the archive is asked: an answer that is taken over meanwhile is seen twice rather than never.
    let answers = try desk.book.codingAnswers(of: round.id)
    items = try desk.archive.codingItems(of: round.id)
    for answer in answers { apply(answer) }
  }

  private mutating func apply(_ answer: CodingAnswer) {
    guard let index = items.firstIndex(where: { $0.places.first == answer.place }) else { return }
    items[index].codings[answer.coder] = answer.coding
    if answer.coding == nil {
      items[index].skippedBy.insert(answer.coder)
    } else {
      items[index].skippedBy.remove(answer.coder)
    }
  }

  func done(by coder: String) -> Int { items.count { $0.isDone(by: coder) } }
  func isOver(for coder: String) -> Bool { done(by: coder) == items.count }

  /// Texts that both coded, and differently, and about which nobody had the last word.
  var disagreements: [CodingItem] {
    items.filter { $0.codings[CodingRound.lastWord] == nil && !questions($0).isEmpty }
  }

  var decided: Int { items.count { $0.codings[CodingRound.lastWord] != nil } }

  /// What the two said of a text; nil where one of them has not coded it.
  func pair(_ item: CodingItem) -> (Coding, Coding)? {
    guard let one = round.coders.first.flatMap({ item.codings[$0] }),
      let other = round.coders.last.flatMap({ item.codings[$0] })
    else { return nil }
    return (one, other)
  }

  /// Questions that the two answered differently, as keys of words.
  func questions(_ item: CodingItem) -> [String] {
    guard let (one, other) = pair(item) else { return [] }
    return [
      ("coding.themes", one.themes.map(Set.init) != other.themes.map(Set.init)),
      ("coding.response", one.response != other.response), ("coding.sentiment", one.sentiment != other.sentiment),
      ("coding.alerts", one.alerts.map(Set.init) != other.alerts.map(Set.init)),
      ("coding.variety", one.variety != nil && other.variety != nil && one.variety != other.variety),
    ].filter(\.1).map(\.0)
  }
}

/// A round in the order of one of its coders.
struct CodingSeat: Sendable {
  let room: CodingRoom
  let coder: String
  private let side: Int

  /// - Returns: nil for somebody who does not code this round.
  init?(_ room: CodingRoom, coder: String) {
    guard let side = room.round.coders.firstIndex(of: coder) else { return nil }
    self.room = room
    self.coder = coder
    self.side = side
  }

  var done: Int { room.done(by: coder) }

  func place(_ item: CodingItem) -> Int { item.places[side] }
  func item(at place: Int) -> CodingItem? { room.items.first { self.place($0) == place } }

  /// The next text that this coder has not coded: behind a place, else from the beginning.
  func next(after place: Int = 0) -> Int? {
    let open = room.items.filter { !$0.isDone(by: coder) }.map(self.place).sorted()
    return open.first { $0 > place } ?? open.first
  }

  /// The text before a place.
  func last(before place: Int) -> Int? { room.items.map(self.place).filter { $0 < place }.max() }

  /// Places in the first coder's order of the texts that come next.
  func ahead(of place: Int) -> [Int] {
    let open = room.items.filter { !$0.isDone(by: coder) && self.place($0) > place }
    return open.sorted { self.place($0) < self.place($1) }.prefix(Workspace.roundTextsAtOnce)
      .compactMap(\.places.first)
  }
}

extension Visit {
  /// The round that the address names, for one of its coders. For everybody else there is none.
  func codingSeat() throws -> CodingSeat {
    guard let room = try CodingRoom(try number("number"), desk), let seat = CodingSeat(room, coder: who) else {
      throw HTTPError(.notFound)
    }
    return seat
  }

  /// The text at the place that the address names.
  func codingPlace(_ seat: CodingSeat) throws -> (place: Int, item: CodingItem) {
    let place = Int(clamping: try number("place"))
    guard let item = seat.item(at: place) else { throw HTTPError(.notFound) }
    return (place, item)
  }

  /// The round that the address names, for somebody of the team who does not code it.
  func decidingRoom() throws -> CodingRoom {
    guard let room = try CodingRoom(try number("number"), desk), !room.round.coders.contains(who) else {
      throw HTTPError(.notFound)
    }
    return room
  }

  /// The words of a text; opening them stands in the log.
  func codingWords(_ round: Int64, _ item: CodingItem, ahead: [Int]) async throws -> RoundText? {
    guard let place = item.places.first else { return nil }
    return try await desk.tray.text(round, at: place, ahead: ahead) { count in
      try note(.textsOpened, "\(round) \(count)")
    }
  }

  /// Keeps an answer, and has it taken over into the archive.
  func keep(_ answer: CodingAnswer) async throws {
    try desk.book.add(answer)
    await desk.courier.call()
  }
}
