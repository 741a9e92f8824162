import Records

/// The way around, by what somebody may do.
enum Navigation {
  /// - Parameter staff: the places of the team.
  static func places(of role: DeskRole, _ staff: [(String, String)]) -> [(String, String)] {
    let own = ("/account", "nav.account")
    return switch role {
    case .administrator: staff + [("/users", "nav.users"), ("/activity", "nav.activity"), own]
    case .staff: staff + [own]
    case .coder: [("/coding", "nav.coding"), own]
    case .creator:
      [("/me", "nav.me"), ("/me/talks", "nav.talks"), ("/me/posts", "nav.posts"), ("/me/shared", "nav.shared"), own]
    case .donor: [("/me/packages", "nav.packages"), own]
    }
  }
}
