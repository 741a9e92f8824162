import Records

/// A theme found in a sentence, with the rule and hits that show it and how its stance was reached.
struct ThemeMatch {
  let theme: Int
  let rule: Int
  let places: [Int]
  var stance: Stance
  /// How sure the stance is: defaults give way to operators, operators to constructions.
  var force: Int
  var reason: String
}
