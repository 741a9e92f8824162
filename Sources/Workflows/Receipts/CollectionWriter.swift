import Records
package import Reporting

/// What is missing for a month, in words.
package struct CollectionWriter {
  let words: Sentences

  package init(words: Sentences) {
    self.words = words
  }

  /// Only what is missing, account by account.
  package func missing(_ collection: MonthCollection) -> String {
    let month = Month(collection.month).map(words.name) ?? collection.month
    let lines = collection.accounts.filter { !$0.due.isEmpty }.map { account in
      "  " + head(account) + ": " + account.due.map { item($0, account) }.joined(separator: "; ")
    }
    let unread = collection.accounts.compactMap(unread)
    guard !lines.isEmpty || !unread.isEmpty else { return words("missing.nothing", ["month": .text(month)]) }
    let title = lines.isEmpty ? "missing.nothing" : "missing.title"
    return ([words(title, ["month": .text(month)])] + lines + unread).joined(separator: "\n")
  }

  /// All kinds of all accounts: what is there and what is missing.
  package func full(_ collection: MonthCollection) -> String {
    let month = Month(collection.month).map(words.name) ?? collection.month
    let lines = collection.accounts.flatMap { account -> [String] in
      guard account.isActive else { return [head(account) + ": " + words["missing.inactive"]] }
      return [head(account)] + account.items.map { "  " + sign($0) + " " + item($0, account) }
        + [unread(account)].compactMap { $0 }
    }
    return ([words("status.title", ["month": .text(month)])] + lines).joined(separator: "\n")
  }

  private func head(_ account: AccountCollection) -> String {
    account.creator + " · " + (Platform(rawValue: account.platform).map(words.name) ?? account.platform)
  }

  private func sign(_ item: CollectionItem) -> String {
    switch item.state {
    case .complete: "+"
    case .partial: "~"
    case .missing: "-"
    case .nothingDue: "."
    }
  }

  private func item(_ item: CollectionItem, _ account: AccountCollection) -> String {
    var text = words["kind.\(item.kind.rawValue)"]
    if item.known < item.of, item.state == .partial || (item.state == .missing && item.of > 1) {
      text += " " + words("missing.of", ["known": .text(String(item.known)), "of": .text(String(item.of))])
    }
    if let remark = remark(item, account) { text += " (" + remark + ")" }
    return text
  }

  private func remark(_ item: CollectionItem, _ account: AccountCollection) -> String? {
    switch item.remark {
    case "left-out":
      let key = account.platform == Platform.instagram.rawValue ? "missing.leftOutSince" : "missing.leftOut"
      let since = item.since.flatMap { Day($0) }.map(words.date) ?? ""
      return words(key, ["n": .count(item.leftOut ?? 0), "date": .text(since)])
    case "wrong-days": return words("missing.wrongDays", ["found": .text(item.found ?? "")])
    default: return nil
    }
  }

  private func unread(_ account: AccountCollection) -> String? {
    guard !account.unreadTalks.isEmpty else { return nil }
    let names = account.unreadTalks.keys.sorted().map { LanguageTag(rawValue: $0).map(words.name) ?? $0 }
    return "  " + head(account) + ": "
      + words(
        "missing.unread",
        ["n": .count(account.unreadTalks.values.reduce(0, +)), "languages": .text(names.joined(separator: ", "))])
  }
}
