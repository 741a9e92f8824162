import Figures

extension Figure {
  /// What a column or a line shows: the value, or what is known at least. "At least 0" tells nothing and stays open.
  var drawn: Double? { value ?? atLeast.flatMap { $0 > 0 ? $0 : nil } }
}
