/// How well the engine meets one label, as people's coding shows it. Numbers only, so that it outlives the coded texts.
package struct CodingMeasure: Sendable, Hashable {
  package var kind: TextKind
  /// Nil for all languages.
  package var language: LanguageTag?
  /// `theme`, `sentiment` or `response`.
  package var variable: String
  package var label: String
  /// Share of the texts with the label that the engine finds, and of those without it that it leaves alone.
  package var sensitivity: Double
  package var specificity: Double
  /// Texts coded with and without the label, and what they are worth as a plain sample (Kish).
  package var coded: Int
  package var others: Int
  package var codedEffective: Double
  package var othersEffective: Double

  package init(
    kind: TextKind, language: LanguageTag?, variable: String, label: String, sensitivity: Double, specificity: Double,
    coded: Int, others: Int, codedEffective: Double, othersEffective: Double
  ) {
    self.kind = kind
    self.language = language
    self.variable = variable
    self.label = label
    self.sensitivity = sensitivity
    self.specificity = specificity
    self.coded = coded
    self.others = others
    self.codedEffective = codedEffective
    self.othersEffective = othersEffective
  }
}
