/// Different people who wrote under all posts of one account in a month: a lower bound.
package struct CommenterTally: Sendable, Hashable {
  /// Which comments they wrote.
  package enum Base: String, Sendable, Hashable {
    case all
    /// Comments that state an opinion.
    case opinion
  }

  package let account: Int64
  package let month: Month
  package let base: Base
  /// Nil = in any language.
  package let language: LanguageTag?
  package let atLeast: Int

  package init(account: Int64, month: Month, base: Base, language: LanguageTag?, atLeast: Int) {
    self.account = account
    self.month = month
    self.base = base
    self.language = language
    self.atLeast = atLeast
  }
}
