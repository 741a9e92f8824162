package import Records

/// Who may open a page. To everybody else it looks as if there were none.
package enum Audience: Sendable, Hashable, CaseIterable {
  /// Nobody needs to have signed in.
  case anyone
  /// Whoever came by a link and still has to choose a passphrase.
  case enrolling
  /// Everybody who signed in.
  case signedIn
  case administrators
  /// Administrators are staff.
  case staff
  /// Staff may code too.
  case coders
  case creators
  case donors

  /// - Parameter role: nil for somebody who has not signed in.
  package func admits(_ role: DeskRole?, _ stage: DeskSession.Stage = .signedIn) -> Bool {
    if self == .anyone { return true }
    guard let role else { return false }
    guard stage == .signedIn else { return self == .enrolling }
    return switch self {
    case .anyone, .signedIn: true
    case .enrolling: false
    case .administrators: role == .administrator
    case .staff: role == .administrator || role == .staff
    case .coders: role == .administrator || role == .staff || role == .coder
    case .creators: role == .creator
    case .donors: role == .donor
    }
  }

  func admits(_ session: DeskSession?) -> Bool {
    guard let session else { return admits(nil as DeskRole?) }
    return admits(session.role, session.stage)
  }
}

extension DeskSession {
  /// The page that somebody comes to first.
  var home: String {
    if stage == .enrolling { return "/enrol" }
    return switch role {
    case .administrator, .staff: "/"
    case .coder: "/coding"
    case .creator: "/me"
    case .donor: "/me/packages"
    }
  }
}
