import Records

/// Statements about parts of an account's audience, one for each group of people.
struct AudiencePart {
  /// What parts people: sorted pairs as `Observation.dimensions` has them.
  var dimensions: String

  static func age(_ age: String, gender: String? = nil) -> AudiencePart {
    AudiencePart(dimensions: "age=\(age)" + (gender.map { ";gender=\($0)" } ?? ""))
  }

  static func gender(_ gender: String) -> AudiencePart { AudiencePart(dimensions: "gender=\(gender)") }

  /// A city as the interface calls it: names of cities have no code that exports state.
  static func city(_ name: String) -> AudiencePart { AudiencePart(dimensions: "city=\(AudienceGroup.value(name))") }

  /// Nil for a name that no language knows.
  static func country(_ name: String) -> AudiencePart? {
    CountryCode.code(name).map { AudiencePart(dimensions: "country=\($0)") }
  }

  static func unknownCountry(line: Int) -> Problem {
    Problem(
      "audience.unknown-country", .note, line: line, found: "a country whose name is not known",
      expected: "a name in English, Russian, Kyrgyz or Uzbek",
      remedy: "It was left out; export it with the interface in English.")
  }
}
