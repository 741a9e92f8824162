import FoundationEssentials
import Records
import Workflows

/// Words of texts that coders are about to read. A child opens them, some at a time; here they lie in memory alone, no longer
/// than somebody may stay signed in without a click.
actor CodingTray {
  private struct Key: Hashable {
    let round: Int64
    let place: Int
  }

  /// Texts that are kept at most: enough for a dozen coders at the same time.
  private static let most = 400

  private let child: ChildCommand
  private let clock: DeskClock
  private var texts: [Key: (text: RoundText, at: Int64)] = [:]

  init(child: ChildCommand, clock: DeskClock) {
    self.child = child
    self.clock = clock
  }

  /// - Parameters:
  ///   - ahead: places that will be asked for next; opened together with the text, so that the next pages need not wait.
  ///   - opening: told how many texts are opened, before they are.
  /// - Returns: nil when its words are gone.
  func text(
    _ round: Int64, at place: Int, ahead: [Int], opening: @Sendable (Int) throws -> Void
  ) async throws -> RoundText? {
    forget()
    if let known = texts[Key(round: round, place: place)] { return known.text }
    let fresh = ahead.filter { $0 != place && texts[Key(round: round, place: $0)] == nil }
    let wanted = [place] + fresh.prefix(Workspace.roundTextsAtOnce - 1)
    try opening(wanted.count)
    let result = try await child.run(["coding", "texts", String(round)] + wanted.map { "--place=\($0)" })
    guard result.status == 0 else { return nil }
    let opened = try JSONDecoder().decode([RoundText].self, from: Data(result.output))
    for text in opened { texts[Key(round: round, place: text.place)] = (text, clock.steady()) }
    return opened.first { $0.place == place }
  }

  private func forget() {
    let now = clock.steady()
    texts = texts.filter { now - $0.value.at < SessionRules.idle }
    if texts.count > Self.most { texts.removeAll() }
  }

  /// How many texts lie open.
  var count: Int {
    forget()
    return texts.count
  }
}
