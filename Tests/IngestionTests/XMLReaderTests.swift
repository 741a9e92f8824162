import Ingestion
import Testing

/// The events of a document in short: `<name a="b">@line`, `"text"`, `</name>`, and the fault that ended it.
private func events(of bytes: [UInt8], pieceSize: Int = .max) -> [String] {
  let reader = XMLReader(MemorySource(bytes, pieceSize: pieceSize))
  var lines: [String] = []
  do {
    while let event = try reader.next() { lines.append(rendering(event)) }
  } catch let fault as XMLFault {
    lines.append("\(fault.kind) @\(fault.line)")
  } catch {
    lines.append("another error")
  }
  return lines
}

private func events(_ text: String, pieceSize: Int = .max) -> [String] {
  events(of: Array(text.utf8), pieceSize: pieceSize)
}

private func rendering(_ event: XMLEvent) -> String {
  switch event {
  case .start(let element):
    "<\(element.name)" + element.attributes.map { " \($0.name)=\($0.value)" }.joined() + ">@\(element.line)"
  case .text(let text): "\"\(text)\""
  case .end(let name): "</\(name)>"
  }
}

@Suite struct XMLReaderTests {
  private static let sample = """
    <?xml version="1.0" encoding="UTF-8"?>
    <w:t xmlns:w="urn:x" xmlns="urn:y" w:a="1" b="&lt;&#1178;&gt;">Кош<!-- no -->
    <![CDATA[<&>]]> <e/>&amp;ө</w:t>
    """

  @Test(arguments: [1, 2, 3, 7, .max]) func namesLoseTheirPrefix(_ size: Int) {
    #expect(
      events(XMLReaderTests.sample, pieceSize: size)
        == ["<t a=1 b=<Қ>>@2", "\"Кош\n<&> \"", "<e>@3", "</e>", "\"&ө\"", "</t>"])
  }

  @Test func elementsAreReadAndSkipped() throws {
    let reader = XMLReader(MemorySource(Array("<a><b>1<c>2</c>3</b><d><e/>x</d><f/></a>".utf8)))
    _ = try reader.next()
    _ = try reader.next()
    #expect(try reader.readText() == "123")
    _ = try reader.next()
    try reader.skipElement()
    #expect(try reader.next() == .start(XMLElement(name: "f", attributes: [], line: 1)))
  }

  @Test func entityBombsAreRefused() {
    let laughs = (1...9).map { "<!ENTITY l\($0) \"" + String(repeating: "&l\($0 - 1);", count: 10) + "\">" }
    let bomb = "<!DOCTYPE l [<!ENTITY l0 \"ha\">" + laughs.joined() + "]>\n<l>&l9;</l>"
    #expect(events(bomb) == ["documentType @1"])
    #expect(events("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>") == ["documentType @1"])
    #expect(events("<a>&l9;</a>") == ["<a>@1", "broken @1"])
  }

  @Test func depthIsCapped() {
    let found = events(String(repeating: "<a>\n", count: 100_000))
    #expect(found.filter { $0.hasPrefix("<a>") }.count == 256)
    #expect(found.last == "tooDeep @257")
  }

  @Test func sizesAreCapped() {
    let long = String(repeating: "x", count: 3 << 20)
    #expect(events("<a>\(long)</a>") == ["<a>@1", "tooLarge @1"])
    #expect(events("<a b=\"\(long)\"/>") == ["tooLarge @1"])
    #expect(events("<a>\n<!--\(long)--></a>") == ["<a>@1", "tooLarge @2"])
    #expect(events("<a>" + String(repeating: "<b>x</b>", count: 400_000) + "</a>").count == 1_200_002)
  }

  @Test func documentsCutAnywhereEndWithAFault() {
    let bytes = Array(XMLReaderTests.sample.utf8)
    for end in bytes.indices {
      let last = events(of: Array(bytes[..<end])).last
      #expect(last?.hasPrefix("truncated @") == true, "cut at \(end): \(last ?? "nothing")")
    }
  }

  @Test func encodingsAreThoseOfXML() {
    let wide = "\u{FEFF}<a>Өмүр</a>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(events(of: wide, pieceSize: 3) == ["<a>@1", "\"Өмүр\"", "</a>"])
    #expect(events(of: Array("<a>".utf8) + [0xD0, 0x28] + Array("</a>".utf8)) == ["<a>@1", "broken @1"])
    #expect(events(of: Array("<a>".utf8) + [0] + Array("</a>".utf8)) == ["<a>@1", "broken @1"])
    #expect(events("<?xml version='1.0' encoding='no-such'?><a/>") == ["encoding @1"])
    #expect(events("<?xml version='1.0' encoding='UTF-16'?><a/>") == ["encoding @1"])
    #expect(events("") == ["truncated @1"])
    #expect(events("plain words") == ["broken @1"])
  }

  @Test func decodedTextKeepsItsLetters() throws {
    let bytes: [UInt8] = Array("<?xml version='1.0' encoding='windows-1251'?><a>".utf8) + [0xCF] + Array("</a>".utf8)
    let text = textSource(ByteReader(MemorySource(bytes, pieceSize: 5)), encoding: .cyrillic(.windows1251))
    let reader = XMLReader(text)
    _ = try reader.next()
    #expect(try reader.readText() == "П")
  }
}
