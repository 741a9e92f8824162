/// A value as an export states it. What is missing is never 0.
package enum Reported<Value: Sendable & Hashable>: Sendable, Hashable {
  case known(Value)
  /// Rounded or abbreviated by the platform, or estimated ("1.2K", "2 weeks ago").
  case approximate(Value)
  /// The platform keeps it back (too few people).
  case withheld
  /// The export has no such column or cell.
  case notInExport
  /// Something stands there that is no such value; the text as found.
  case unreadable(String)

  package var value: Value? {
    switch self {
    case .known(let value), .approximate(let value): value
    case .withheld, .notInExport, .unreadable: nil
    }
  }

  package var isApproximate: Bool {
    if case .approximate = self { true } else { false }
  }
}
