package import Records
import Storage

/// What creators say is wrong.
extension SiteBook {
  package func add(_ objection: DeskObjection) throws { try store.add(objection) }

  /// - Parameter creator: nil for all.
  package func objections(of creator: String? = nil) throws -> [DeskObjection] {
    try store.objections(of: creator)
  }

  /// - Returns: the creator's code; nil when there is no such open objection.
  package func settleObjection(_ id: Int64, by who: String, at moment: Instant) throws -> String? {
    try store.settleObjection(id, by: who, at: moment)
  }
}
