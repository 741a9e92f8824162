/// Roles by word type, asked for once.
final class RoleCache {
  private let roles: WordRoles
  @exclusivity(unchecked) private var known: [WordRoles.Role?] = []
  @exclusivity(unchecked) private var generation = -1

  /// The role of any number.
  let number: WordRoles.Role

  init(_ roles: WordRoles) {
    self.roles = roles
    number = roles.numberRole
  }

  /// What the words of a language tell; nil for a lane without one.
  func bounds(lane: Int) -> BoundWords? { lane < roles.bounds.count ? roles.bounds[lane] : nil }

  /// Few words stand before a full stop and are short enough to be an abbreviation, so nothing is kept of them.
  func abbreviation(_ type: Int32, in types: WordTypes) -> WordRoles.Abbreviation? {
    roles.abbreviation(types.form(type))
  }

  func role(of type: Int32, in types: WordTypes) -> WordRoles.Role {
    if generation != types.generation {
      generation = types.generation
      known.removeAll(keepingCapacity: true)
    }
    let index = Int(type)
    while known.count <= index { known.append(nil) }
    if let role = known[index] { return role }
    let role = roles.role(of: types.form(type))
    known[index] = role
    return role
  }
}
