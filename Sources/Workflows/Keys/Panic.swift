import Foundation
import Protection

/// What `minbar panic` did.
package struct PanicOutcome: Sendable, Codable {
  package let destroyed: [String]
  /// Keys that could not be removed.
  package let left: [String]
  package let lost: [String]
  package let kept: [String]
}

extension Places {
  /// Destroys every key at once. Opens nothing else, waits for nothing, and works on a key directory in any state.
  package func panic() -> PanicOutcome {
    let (gone, left) = KeyFolder.destroyAll(in: keys)
    return PanicOutcome(
      destroyed: gone, left: left,
      lost: [
        "the words of every comment", "names and handles of creators, and the names of imported files",
        "signing in to the desk with one-time codes (recovery codes and links stay)",
        "linking any pseudonym to a person", "finding comments again in later exports",
      ],
      kept: [
        "\(home): numbers, talks, themes, counts of comments, creators' codes",
        "reports that were made, exports in Downloads, Telegram and Drive: delete them",
        "copies of the keys elsewhere: with them everything can be read again",
        "what is in memory: switch the machine off now",
      ])
  }

  /// Names of the keys that a panic would destroy.
  package var keyNames: [String] { KeyFolder.names(in: keys) }
}
