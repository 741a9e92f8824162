package import Records

/// Something that `minbar lexicon check` found: a fault must be put right, a note is worth a look.
package struct LexiconFinding: Sendable, Hashable {
  package let isFault: Bool
  package let problem: Problem

  /// What loading refused is a fault; what it only named is a note.
  init(loading problem: Problem) {
    self.problem = problem
    isFault = problem.severity != .note
  }

  private init(_ isFault: Bool, _ problem: Problem) {
    self.isFault = isFault
    self.problem = problem
  }

  static func fault(_ code: String, _ place: LexiconPlace, found: String, expected: String, remedy: String) -> Self {
    Self(true, Self.problem(code, place, found, expected, remedy))
  }

  static func note(_ code: String, _ place: LexiconPlace, found: String, expected: String, remedy: String) -> Self {
    Self(false, Self.problem(code, place, found, expected, remedy))
  }

  private static func problem(
    _ code: String, _ place: LexiconPlace, _ found: String, _ expected: String, _ remedy: String
  ) -> Problem {
    Problem(
      code, .note, file: place.file, line: place.line, found: found, expected: expected, remedy: remedy)
  }
}

/// A line of a lexicon file; line 0 stands for the whole file.
package struct LexiconPlace: Sendable, Hashable, Comparable {
  package let file: String
  let number: Int

  init(_ file: String, _ line: Int = 0) {
    self.file = file
    number = line
  }

  package var line: Int? { number > 0 ? number : nil }

  package static func < (a: LexiconPlace, b: LexiconPlace) -> Bool { (a.file, a.number) < (b.file, b.number) }
}

extension LexiconPlace: CustomStringConvertible {
  package var description: String { number > 0 ? "\(file):\(number)" : file }
}
