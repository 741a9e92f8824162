package import Records
import Reporting

/// A message to one creator, in the creator's language, without name, programme or reason.
package struct Reminder: Sendable, Codable {
  package var creator: String
  package var language: String
  package var text: String
}

extension Workspace {
  /// One message for each creator who has not sent everything that only the creator can send.
  package func reminders(_ collection: MonthCollection) throws -> [Reminder] {
    let folder = try ReportFolder(places)
    var sentences: [String: Sentences] = [:]
    let byCreator = Dictionary(grouping: collection.accounts, by: \.creator)
    return try byCreator.sorted { $0.key < $1.key }.compactMap { creator, accounts in
      let language = accounts.first?.language ?? "en"
      let words = try sentences[language] ?? folder.sentences(language)
      sentences[language] = words
      let lines = Workspace.lines(accounts, words)
      guard !lines.isEmpty, let month = Month(collection.month) else { return nil }
      let parts = [words("reminder.hello", ["month": .text(words.name(month))])] + lines + [words["reminder.thanks"]]
      return Reminder(creator: creator, language: language, text: parts.joined(separator: "\n"))
    }
  }

  /// What to send; comments are fetched by the office.
  private static func lines(_ accounts: [AccountCollection], _ words: Sentences) -> [String] {
    var lines: [String] = []
    for account in accounts {
      let kinds = account.due.map(\.kind)
      for item in account.due where item.kind != .comments && !isBroughtAlong(item.kind, account.platform, kinds) {
        let key =
          "reminder.\(account.platform).\(item.kind == .geography && account.platform == "instagram" ? "audience" : item.kind.rawValue)"
        let since = item.since.flatMap { Day($0) }.map {
          ", " + words("reminder.from", ["date": .text(words.date($0))])
        }
        let line = "• " + words[key] + (since ?? "")
        if !lines.contains(line) { lines.append(line) }
      }
    }
    return lines
  }

  private static func isBroughtAlong(_ kind: CollectionKind, _ platform: String, _ due: [CollectionKind]) -> Bool {
    platform == Platform.youtube.rawValue && kind == .series && due.contains(.content)
  }

  /// The last month that is over, in the programme's zone.
  package func lastWholeMonth() throws -> Month {
    let archive = try openForReading()
    return today(in: try zone(archive)).month + -1
  }
}
