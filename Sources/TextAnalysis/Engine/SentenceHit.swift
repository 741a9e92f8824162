/// An entry of the lexicon met in a text, or a word that only shows features by its ending.
struct SentenceHit {
  /// First token and the one after the last.
  var start: Int32
  var end: Int32
  /// -1 for a word that is in no lexicon.
  var entry: Int32
  var classes: ClassSet
  var features: Features
  var strength: Int8 = 0
  var clause: Int32 = 0
  /// Negated by a word beside it, not by its own ending.
  var isNegatedByWord = false

  var tokenCount: Int32 { end - start }
}
