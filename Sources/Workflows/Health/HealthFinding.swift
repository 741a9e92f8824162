/// One thing that `minbar doctor` looked at.
package struct HealthFinding: Sendable, Codable, Hashable {
  package enum Grade: String, Sendable, Codable {
    case fine
    /// Works, but somebody should do something about it.
    case care
    /// Something is broken or exposed.
    case bad
  }

  /// Stable name of the check.
  package let check: String
  package let grade: Grade
  package let found: String
  /// What to do; empty when nothing is to be done.
  package let remedy: String

  init(_ check: String, _ grade: Grade, _ found: String, remedy: String = "") {
    self.check = check
    self.grade = grade
    self.found = found
    self.remedy = remedy
  }
}
