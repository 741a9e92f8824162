import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// Rounds of coding: one's own with how far they are; for the team all of them, and a form for one more.
enum CodingPage {
  static let page = Page(.get, "/coding", for: .coders) { visit in try answer(visit) }

  /// - Parameter faults: keys of words.
  static func answer(_ visit: Visit, faults: [String] = []) throws -> Response {
    let words = visit.words()
    let rooms = try visit.desk.archive.codingRounds().map { try CodingRoom($0, visit.desk) }
    let own = rooms.compactMap { CodingSeat($0, coder: visit.who) }
    let isTeam = Audience.staff.admits(visit.session)
    let form = isTeam ? try RoundForm(visit: visit, words: words, faults: faults).html() : .empty
    return visit.page(
      words["coding.title"], path: "/coding", words: words, status: faults.isEmpty ? .ok : .badRequest
    ) {
      HTML(.p, .class("lead"), text: words["coding.lead"])
      if own.isEmpty { HTML(.p, .class("empty"), text: words["coding.none"]) }
      own.map { mine($0, words) }
      if isTeam {
        all(rooms, words)
        form
      }
    }
  }

  /// Lines for the first page: rounds that are coded and wait for somebody else's last word.
  static func reminder(_ visit: Visit, _ words: PageWords) throws -> [[HTML]] {
    try visit.desk.archive.codingRounds().filter { !$0.coders.contains(visit.who) }.compactMap { round in
      let room = try CodingRoom(round, visit.desk)
      let open = room.disagreements.count
      guard open > 0, round.coders.allSatisfy({ room.isOver(for: $0) }) else { return nil }
      return [Anchor.html("/coding/\(round.id)/results", words("coding.waits", n: open))]
    }
  }

  private static func mine(_ seat: CodingSeat, _ words: PageWords) -> HTML {
    let round = seat.room.round
    let isOver = seat.room.isOver(for: seat.coder)
    return HTML(.section) {
      HTML(.h2, text: words.title(round))
      CodingProgress.html(seat.done, of: seat.room.items.count, words)
      if !isOver {
        HTML(.p) { Anchor.button("/coding/\(round.id)", words[seat.done == 0 ? "coding.begin" : "coding.goOn"]) }
      } else if let last = seat.last(before: .max) {
        HTML(.p) {
          words["coding.over"]
          " "
          Anchor.html("/coding/\(round.id)/texts/\(last)", words["coding.back"])
        }
      }
    }
  }

  private static func all(_ rooms: [CodingRoom], _ words: PageWords) -> HTML {
    guard !rooms.isEmpty else { return .empty }
    var table = Table([
      words["coding.round"], words["coding.coders"], words["coding.done"], words["coding.differ"],
    ])
    for room in rooms {
      let done = room.round.coders.map { "\($0): " + words.number(room.done(by: $0)) }
      table.add([
        Anchor.html("/coding/\(room.round.id)/results", words.title(room.round)),
        HTML(text: done.joined(separator: ", ")), HTML(text: words.number(room.items.count)),
        HTML(text: words.number(room.disagreements.count)),
      ])
    }
    return HTML(.section) {
      HTML(.h2, text: words["coding.rounds"])
      table.html()
    }
  }
}

/// How far somebody is.
enum CodingProgress {
  static func html(_ done: Int, of all: Int, _ words: PageWords) -> [HTML] {
    let text = words("coding.step", ["done": words.number(done), "of": words.number(all)])
    return [
      HTML(.progress, .maximum(max(all, 1)), .value(String(done)), .label(words["coding.progress"])),
      HTML(.p, .class("small"), text: text),
    ]
  }
}

extension PageWords {
  /// What a round is called.
  func title(_ round: CodingRound) -> String {
    let number = String(round.id)
    return round.month.map { self("coding.month", ["number": number, "month": month($0)]) }
      ?? self("coding.objected", ["number": number])
  }
}

/// The form that makes a round.
private struct RoundForm {
  let visit: Visit
  let words: PageWords
  let faults: [String]

  func html() throws -> HTML {
    let coders = try visit.codersOfRounds()
    guard coders.count > 1 else {
      return HTML(.section) {
        HTML(.h2, text: words["coding.make"])
        HTML(.p, text: words["coding.make.two"])
      }
    }
    let what = try subjects()
    guard let first = what.first else { return .empty }
    let options = [("", words["form.choose"])] + coders.map { ($0, $0) }
    return HTML(.section) {
      HTML(.h2, text: words["coding.make"])
      if !faults.isEmpty { HTML(.ul, .class("faults")) { faults.map { HTML(.li, text: words[$0]) } } }
      Form.html("/coding") {
        Form.select("what", words["coding.what"], what, chosen: first.value)
        Form.select(
          "size", words["coding.size"], MakeRoundPage.sizes.map { (String($0), words.number($0)) }, chosen: "200",
          hint: words["coding.size.hint"])
        Form.select("first", words["coding.first"], options, chosen: "")
        Form.select("second", words["coding.second"], options, chosen: "", hint: words["coding.second.hint"])
        Form.button(words["coding.make.button"])
        HTML(.p, .class("hint"), text: words["coding.make.hint"])
      }
    }
  }

  /// Months that texts may be drawn from, and what creators objected to.
  private func subjects() throws -> [(value: String, text: String)] {
    let open = try visit.desk.book.objections().count { $0.settledAt == nil && $0.reason != .notMine }
    let objections = open == 0 ? [] : [(MakeRoundPage.objections, words("coding.objections", n: open))]
    guard let last = try visit.desk.archive.counts().lastMonth else { return objections }
    let months = (0..<12).map { visit.today.month + -$0 }.filter { $0 <= last }
    return months.map { ($0.description, words.month($0)) } + objections
  }
}

extension Visit {
  /// Who may be asked to code: the team's accounts, and whoever holds the machine where no account is needed.
  func codersOfRounds() throws -> [String] {
    let users = try desk.book.users().filter { Audience.coders.admits($0.role) }.map(\.code)
    return users + (session?.user == nil ? [DeskSession.owner] : [])
  }
}

/// Makes a round, by a job: texts are opened to draw from them.
enum MakeRoundPage {
  static let sizes = [20, 50, 100, 200, 400]
  static let objections = "objections"

  static let page = Page(.post, "/coding", for: .staff) { visit in
    let fields = try await FormFields.read(visit.request, clock: visit.desk.clock)
    let (what, coders) = (fields["what"] ?? "", [fields["first"] ?? "", fields["second"] ?? ""])
    let month = Month(what)
    let isKnown = month.map { $0.year >= 2005 && $0 <= visit.today.month } ?? (what == objections)
    guard isKnown, let size = Int(fields["size"] ?? ""), sizes.contains(size) else { throw HTTPError(.badRequest) }
    guard coders[0] != coders[1], try Set(coders).isSubset(of: visit.codersOfRounds()) else {
      return try CodingPage.answer(visit, faults: ["fault.coders"])
    }
    try visit.note(.roundAsked, what)
    let work = DeskWork.codingRound(month, size: size, coders: coders)
    guard let job = try await visit.desk.jobs.submit(.coding, subject: what, work) else {
      throw HTTPError(.serviceUnavailable, headers: [.retryAfter: "60"])
    }
    return Answer.see("/jobs/\(job)")
  }
}
