import CStemmer

/// Snowball's Russian stemmer, for words whose shape no table knows. One a thread.
final class RussianStemmer {
  private let handle: OpaquePointer

  /// Nil where libstemmer lacks Russian.
  init?() {
    guard let handle = sb_stemmer_new("russian", "UTF_8") else { return nil }
    self.handle = handle
  }

  deinit {
    sb_stemmer_delete(handle)
  }

  /// The stem of a lower-case word in UTF-16.
  func stem(_ word: some Collection<UInt16>) -> [UInt16] {
    let bytes = Array(String(decoding: word, as: UTF16.self).utf8)
    guard let stem = sb_stemmer_stem(handle, bytes, Int32(bytes.count)) else { return Array(word) }
    let length = Int(sb_stemmer_length(handle))
    return Array(String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self).utf16)
  }
}
