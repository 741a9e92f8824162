/// A word form read as a form of a lexicon word.
struct WordHit: Sendable {
  let atom: Int32
  /// Letters of the form that the stem covers; longer stems win.
  let stemLength: Int32
  let features: Features
}
