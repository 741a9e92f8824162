extension Probe {
  /// The local name of the root element, if the text starts like XML.
  var xmlRoot: String? {
    guard head.first(where: { !ASCII.isBlank($0) }) == ASCII.less else { return nil }
    let reader = XMLReader(UTF8Decoder(ByteReader(MemorySource(head))))
    // The head may end anywhere, and what starts like XML may be none.
    while let event = try? reader.next() {
      if case .start(let element) = event { return element.name }
    }
    return nil
  }
}
