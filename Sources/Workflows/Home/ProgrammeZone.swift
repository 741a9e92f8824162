import Foundation
package import Records

/// The time zone in which the programme counts its months.
package struct ProgrammeZone: Sendable {
  package static let standard = "Asia/Bishkek"
  package let name: String
  private let zone: TimeZone

  /// - Throws: `WorkflowError` when the name is not in the time zone database.
  package init(_ name: String = ProgrammeZone.standard) throws {
    guard let zone = TimeZone(identifier: name) else {
      throw WorkflowError("\(name): no such time zone; use a name such as Asia/Bishkek or Asia/Tashkent")
    }
    self.name = name
    self.zone = zone
  }

  /// Seconds east of UTC at a moment.
  package func offset(at moment: Instant) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds)))
  }
}
