/// A word of a talk as the search knows it.
package struct SearchWord: Sendable, Hashable {
  /// What all forms and spellings of it share: letters and digits.
  package var key: String
  /// Where it stands: UTF-16 offsets into the text.
  package var range: Range<Int>

  package init(key: String, range: Range<Int>) {
    self.key = key
    self.range = range
  }
}
