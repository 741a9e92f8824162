internal import ICUBridge

/// ICU's own break iterator: for scripts that our tables do not cover, for tests, and as the floor of the
/// benchmark.
package final class ICUBreaks {
  package enum Kind { case words, sentences }

  private let handle: OpaquePointer

  /// Nil when ICU has no rules for `kind`.
  package init?(_ kind: Kind, locale: String = "root") {
    let wanted = kind == .words ? minbar_break_words : minbar_break_sentences
    guard let handle = minbar_breaks_open(wanted, locale) else { return nil }
    self.handle = handle
  }

  deinit { minbar_breaks_close(handle) }

  /// Calls `body` with each piece between two bounds and whether it holds a word.
  package func forEach(
    in units: UnsafeBufferPointer<UInt16>, _ body: (_ piece: Range<Int>, _ isWord: Bool) -> Void
  ) {
    guard let base = units.baseAddress,
      minbar_breaks_set_text(handle, base, Int32(units.count))
    else { return }
    var start = 0
    while true {
      let end = minbar_breaks_next(handle)
      if end < 0 { return }
      body(start..<Int(end), minbar_breaks_is_word(handle))
      start = Int(end)
    }
  }
}
