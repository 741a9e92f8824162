extension StemMatcher {
  /// What `form` can be, for callers without a scratch buffer.
  func hits(_ form: UnsafeBufferPointer<UInt16>) -> [WordHit] {
    var hits: [WordHit] = []
    var buffer: [UInt16] = []
    match(form, buffer: &buffer, into: &hits)
    return hits
  }

  /// Whether the lexicon holds a word that `form` is a form of.
  func knows(_ form: UnsafeBufferPointer<UInt16>) -> Bool { !hits(form).isEmpty }
}
