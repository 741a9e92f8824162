/// How the words of a lexicon entry are matched; see `Lexicons/README.md`.
package enum PartOfSpeech: UInt8, Sendable, Hashable, CaseIterable {
  case noun, adjective, verb, particle, fixed, sign
  /// Up to two words of any kind inside a phrase.
  case gap

  package init?(letter: String) {
    switch letter {
    case "n": self = .noun
    case "a": self = .adjective
    case "v": self = .verb
    case "r": self = .particle
    case "x": self = .fixed
    case "e": self = .sign
    case "…": self = .gap
    default: return nil
    }
  }

  package var letter: String {
    switch self {
    case .noun: "n"
    case .adjective: "a"
    case .verb: "v"
    case .particle: "r"
    case .fixed: "x"
    case .sign: "e"
    case .gap: "…"
    }
  }
}
