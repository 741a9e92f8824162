/// The texts of comments in Google Takeout.
enum TakeoutText {
  /// The words of a cell: pieces of JSON are joined, plain text stands for itself; nil if the pieces cannot be read.
  static func plain(_ cell: Bytes) -> String? {
    let body = cell.trimmed()
    guard TakeoutTable.isSegments(body) else { return body.string }
    let scanner = JSONScanner(UTF8Decoder(ByteReader(MemorySource(bracketed(body)))))
    do {
      try scanner.mark()
      try scanner.readMarkedValue()
      guard try scanner.peek() == nil else { return nil }
    } catch {
      return nil
    }
    var text = ""
    for piece in JSONValue(scanner: scanner, index: 0).arrayElements {
      let inner = piece["takeoutSegments"].map(\.arrayElements) ?? [piece]
      for segment in inner { text += segment["text"]?.string ?? "" }
    }
    return text
  }

  /// The pieces as one array. Line breaks stand raw inside their strings, which JSON forbids.
  private static func bracketed(_ body: Bytes) -> [UInt8] {
    var output: [UInt8] = [ASCII.openBracket]
    output.reserveCapacity(body.count + 2)
    for byte in body {
      switch byte {
      case ASCII.lineFeed: output += [ASCII.backslash, UInt8(ascii: "n")]
      case ASCII.carriageReturn: output += [ASCII.backslash, UInt8(ascii: "r")]
      case ASCII.tab: output += [ASCII.backslash, UInt8(ascii: "t")]
      default: output.append(byte)
      }
    }
    output.append(ASCII.closeBracket)
    return output
  }
}
