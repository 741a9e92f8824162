/// A piece of work that the website handed to a process of its own. Holds counts and codes, no names.
package struct DeskJob: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case ingest, undo, creator, report, month, package
    /// Reading texts that came in.
    case read
  }

  package enum State: String, Sendable, Hashable, CaseIterable {
    case waiting, running, done
    /// Done, but something in it was refused.
    case partly
    case failed
    /// The server ended while it ran.
    case stopped

    package var isOver: Bool { self != .waiting && self != .running }
  }

  package var id: Int64
  package var kind: Kind
  package var state: State
  package var begunAt: Instant
  package var endedAt: Instant?
  /// What it is about: a number of an import, a creator's code, a report's id. Never a name.
  package var subject: String
  /// Files handed in.
  package var files: Int
  package var taken: Int
  package var known: Int
  package var refused: Int

  package init(
    id: Int64, kind: Kind, state: State = .waiting, begunAt: Instant, endedAt: Instant? = nil, subject: String = "",
    files: Int = 0, taken: Int = 0, known: Int = 0, refused: Int = 0
  ) {
    self.id = id
    self.kind = kind
    self.state = state
    self.begunAt = begunAt
    self.endedAt = endedAt
    self.subject = subject
    self.files = files
    self.taken = taken
    self.known = known
    self.refused = refused
  }
}
