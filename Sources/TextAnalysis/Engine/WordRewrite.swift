/// A word of a text and what shall stand in its place.
package struct WordRewrite: Sendable, Hashable {
  /// UTF-16 offsets into the text as received.
  package var range: Range<Int>
  /// UTF-16 units.
  package var units: [UInt16]

  package init(range: Range<Int>, units: [UInt16]) {
    self.range = range
    self.units = units
  }
}

/// Finds the words of a text that are to be written otherwise. One for each thread.
package protocol TextRewriter: AnyObject {
  /// In the order of the text; all that lies between the words stays as it is.
  func rewrites(of utf8: UnsafeBufferPointer<UInt8>) -> [WordRewrite]
}
