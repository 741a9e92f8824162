import Records
import Storage

/// Finds out whose account a record belongs to: from ids seen before, handles and names of the registry, the words of
/// file and folder names, or the user. A file that fits two creators is held, not guessed.
struct AccountResolver {
  private let accounts: [Known]
  /// Set by `--creator`.
  private let chosen: String?

  private struct Known {
    let account: Int64
    let creator: String
    let platform: Platform
    let externalID: String?
    let handle: String?
    let displayName: String?
    let personName: String
  }

  init(registry: Registry, cards: [AccountCard], chosen: String?) {
    self.chosen = chosen
    self.accounts = cards.map { card in
      let person = registry.person(card.creator)
      let entry = person?.accounts.first { $0.account == card.id }
      return Known(
        account: card.id, creator: card.creator, platform: card.platform, externalID: entry?.externalID,
        handle: entry?.handle.map(Self.fold), displayName: entry?.displayName.map(Self.fold),
        personName: Self.fold(person?.name ?? ""))
    }
  }

  /// The account that a record names.
  /// - Parameter learnt: looks ids up that earlier imports taught.
  func account(of hint: AccountHint, learnt: (Platform, String) throws -> Int64?) throws -> Int64? {
    if let id = hint.externalID {
      if let known = accounts.first(where: { $0.externalID == id && fits($0, hint.platform) }) { return known.account }
      if let platform = hint.platform, let account = try learnt(platform, id) { return account }
    }
    if let handle = hint.username.map(Self.fold) {
      let named = accounts.filter { fits($0, hint.platform) && ($0.handle == handle || $0.displayName == handle) }
      if let account = only(named) { return account }
    }
    if let name = hint.displayName.map(Self.fold), !name.isEmpty {
      return only(accounts.filter { fits($0, hint.platform) && ($0.displayName == name || $0.personName == name) })
    }
    return nil
  }

  /// The platform's id of an account, where the registry has it: its owner's own comments are told by it.
  func externalID(of account: Int64) -> String? { accounts.first { $0.account == account }?.externalID }

  /// The account that the user named, for a platform.
  func chosenAccount(_ platform: Platform?) -> Int64? {
    guard let chosen else { return nil }
    return only(accounts.filter { $0.creator == chosen && fits($0, platform) })
  }

  /// The accounts that a handle or display name fits: several when two creators go by one name.
  func accounts(named hint: AccountHint) -> Set<Int64> {
    let names = [hint.username, hint.displayName].compactMap { $0 }.map(Self.fold).filter { !$0.isEmpty }
    let meant = accounts.filter { known in
      fits(known, hint.platform)
        && names.contains { $0 == known.handle || $0 == known.displayName || $0 == known.personName }
    }
    return Set(meant.map(\.account))
  }

  /// The account that names of file, archive and folders point to; nil when they point to none, or to several.
  func account(inNames names: [String], platform: Platform?) -> Int64? {
    let meant = accounts(inNames: names, platform: platform)
    return meant.count == 1 ? meant.first : nil
  }

  /// The accounts that the innermost name speaks of that speaks of any. An account called `Ош` is not meant where a file
  /// says `Ош маҳалласи` and there is an account of that name.
  func accounts(inNames names: [String], platform: Platform?) -> Set<Int64> {
    for name in names.map(Self.fold) {
      let pointed = accounts.filter { fits($0, platform) }.map { ($0, longestName(of: $0, in: name)) }
        .filter { !$0.1.isEmpty }
      let meant = pointed.filter { _, word in !pointed.contains { $0.1 != word && Self.contains($0.1, word) } }
      if !meant.isEmpty { return Set(meant.map(\.0.account)) }
    }
    return []
  }

  /// The code of an account's creator.
  func creator(of account: Int64) -> String? { accounts.first { $0.account == account }?.creator }

  /// The longest of an account's names that stands in a text as whole words; empty when none does.
  private func longestName(of known: Known, in text: String) -> String {
    [Self.fold(known.creator), known.handle ?? "", known.displayName ?? "", known.personName]
      .filter { !$0.isEmpty && Self.contains(text, $0) }.max { $0.utf8.count < $1.utf8.count } ?? ""
  }

  /// The platform that the names of file and folders speak of, where just one is named or one account is meant.
  func platform(inNames names: [String]) -> Platform? {
    for name in names.map(Self.fold) {
      let named = Platform.allCases.filter { Self.contains(name, $0.rawValue) }
      if named.count == 1 { return named.first }
    }
    let platforms = Set(
      accounts(inNames: names, platform: nil).compactMap { id in
        accounts.first { $0.account == id }?.platform
      })
    return platforms.count == 1 ? platforms.first : nil
  }

  private func fits(_ known: Known, _ platform: Platform?) -> Bool { platform == nil || known.platform == platform }

  private func only(_ found: [Known]) -> Int64? { found.count == 1 ? found.first?.account : nil }

  /// Whole words only, so that code `K1` is not found in `K12`.
  private static func contains(_ text: String, _ word: String) -> Bool {
    (" " + text + " ").utf8.contains(sequence: (" " + word + " ").utf8)
  }

  /// Small letters and digits, all else one space.
  private static func fold(_ text: String) -> String {
    var words = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        words.unicodeScalars.append(scalar)
      } else if !words.isEmpty, words.utf8.last != 0x20 {
        words += " "
      }
    }
    return words.trimmingSpaces
  }
}

extension Sequence where Element == UInt8 {
  func contains(sequence needle: some Sequence<UInt8>) -> Bool {
    let bytes = Array(self)
    let wanted = Array(needle)
    guard wanted.count <= bytes.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { start in
      bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
  }
}
