import Ingestion
import Testing

/// Whether a text is one JSON document.
private func isJSON(_ bytes: [UInt8], pieceSize: Int = .max) throws -> Bool {
  let text = textSource(ByteReader(MemorySource(bytes), pieceLimit: pieceSize), encoding: .utf8)
  let reader = JSONRecordReader(text, layout: .documents, allowsLines: false)
  while let event = try reader.next() {
    switch event {
    case .record(_, _, let isDamaged):
      if isDamaged { return false }
    case .fault: return false
    default: break
    }
  }
  return true
}

/// The `id`s of the records of a text, faults as `!kind@line`.
private func ids(_ text: String, _ layout: JSONRecordReader.Layout, pieceSize: Int = .max) throws -> [String] {
  let source = textSource(ByteReader(MemorySource(Array(text.utf8)), pieceLimit: pieceSize), encoding: .utf8)
  let reader = JSONRecordReader(source, layout: layout)
  var found: [String] = []
  while let event = try reader.next() {
    switch event {
    case .documentBegan(let line): found.append("{\(line)")
    case .documentEnded: found.append("}")
    case .member(let name, let value): found.append("\(name)=\(value.string ?? value.int.map(String.init) ?? "?")")
    case .record(let value, let line, _): found.append("\(value["id"]?.string ?? "-")@\(line)")
    case .fault(let fault, let isFinal): found.append("!\(fault.kind)@\(fault.line)\(isFinal ? " final" : "")")
    }
  }
  return found
}

@Suite struct JSONTests {
  static let accepted = [
    "[]", "{}", " [ ] ", "\"\"", "0", "-0", "1e5", "1E+5", "1.5e-3", "-1.25", "true", "false", "null", "[1,2 , 3]",
    "{\"a\":{\"b\":[]}}",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\"", "\"\\uD83D\\uDE4F\"", "\"\\ud800\"", "\"\u{7F}\"", "\"й🙏\"",
    "{\"a\":1,\"a\":2}", "[[[[]]]]", "\t{\r\n}\n",
    "123456789012345678901234567890", "1e400", "\"\u{2028}\"", "{\"\":0}", "[-1]", "[\"a\"]", "\"\\u0000\"",
  ]

  static let rejected = [
    "", " ", "[", "]", "{", "}", "[1,]", "[,1]", "[1 2]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{'a':1}",
    "{1:1}", "{\"a\" 1}", "'a'", "\"a", "\"",
    "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\n\"", "\"\t\"", "\"\u{1}\"", "01", "-", "+1", ".5", "1.", "1.e5", "1e",
    "1e+", "0x1", "NaN", "Infinity", "-01", "- 1",
    "True", "nul", "truex", "tru", "[1][2]", "1 2", "{} {}", "{}}", "[]]", "//\n1", "[1] #", "\u{B}[]", "[\u{A0}1]",
    "{\"a\":1 \"b\":2}", "[1:2]", "{\"a\":1:2}", "\"\\",
    "[\"a\":1]", "\\u0041", "<a>",
  ]

  @Test(arguments: accepted, [1, 3, .max]) func accepts(_ text: String, _ size: Int) throws {
    #expect(try isJSON(Array(text.utf8), pieceSize: size))
  }

  @Test(arguments: rejected, [1, 3, .max]) func rejects(_ text: String, _ size: Int) throws {
    #expect(try !isJSON(Array(text.utf8), pieceSize: size))
  }

  @Test func rejectsBrokenUTF8() throws {
    for bytes: [UInt8] in [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE2, 0x82, 0x22],
      [0x5B, 0, 0x5D],
    ] {
      #expect(try !isJSON(bytes))
    }
  }

  @Test func depthIsBounded() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(try isJSON(nested(60)))
    #expect(try !isJSON(nested(100)))
    #expect(try !isJSON(Array(repeating: 0x5B, count: 100_000)))
    #expect(try !isJSON(Array(String(repeating: "{\"a\":", count: 100_000).utf8)))
  }

  @Test func hugeValuesAreRefused() throws {
    let long = "{\"id\":\"long\",\"text\":\"" + String(repeating: "x", count: 5 << 20) + "\"}"
    #expect(try ids("{\"id\":\"a\"}\n\(long)\n{\"id\":\"b\"}", .documents) == ["a@1", "!tooLarge@2", "b@3"])
    let list = try ids("{\"c\":[{\"id\":\"a\"},\(long),{\"id\":\"b\"}]}", .members(["c"]))
    #expect(list == ["{1", "a@1", "!tooLarge@1", "b@1", "}"])
  }

  @Test(arguments: [1, 2, .max]) func recordsComeOneByOne(_ size: Int) throws {
    let text =
      "{\"id\":\"v\",\n\"skip\":{\"deep\":[1,{}]},\"c\":[{\"id\":\"a\"},\n{\"id\":\"b\"}],\"n\":5,\"c\":[],\"x\":null}\n"
    #expect(try ids(text, .members(["c"]), pieceSize: size) == ["{1", "id=v", "a@2", "b@3", "n=5", "x=?", "}"])
    #expect(try ids("[{\"id\":\"a\"},\n{\"id\":\"b\"}]", .documents, pieceSize: size) == ["a@1", "b@2"])
    #expect(try ids("{\"id\":\"a\"}\n\n{\"id\":\"b\"}\n", .documents, pieceSize: size) == ["a@1", "b@3"])
  }

  @Test(arguments: [1, 2, .max]) func aBadRecordCostsItselfOnly(_ size: Int) throws {
    let lines = "{\"id\":\"a\"}\n{\"id\":bad}\n{\"id\":\"b\",\n{\"id\":\"c\"}\n{\"id\":\"d\"} x\n{\"id\":\"e\"}"
    #expect(
      try ids(lines, .documents, pieceSize: size) == [
        "a@1", "!unexpected@2", "!unexpected@3", "c@4", "d@5", "!unexpected@5", "e@6",
      ])
    let list = "{\"c\":[{\"id\":\"a\"},{\"id\":\"\\q, ]\"},5x,{\"id\":\"b\"}],\"n\":1}"
    #expect(
      try ids(list, .members(["c"]), pieceSize: size) == [
        "{1", "a@1", "!unexpected@1", "!unexpected@1", "b@1", "n=1", "}",
      ])
    let cut = try ids("{\"c\":[{\"id\":\"a\"},{\"id\":\"b", .members(["c"]), pieceSize: size)
    #expect(cut == ["{1", "a@1", "!truncated@1 final"])
  }

  @Test func memberEscapesAndNumbers() throws {
    let text = #"{"i\u0064":"\ud83d\ude4f \ud800x \u0000","n":"12","f":3.7,"big":1e300}"#
    let reader = JSONRecordReader(
      textSource(ByteReader(MemorySource(Array(text.utf8))), encoding: .utf8), layout: .documents)
    guard case .record(let value, _, _)? = try reader.next() else {
      Issue.record("no record")
      return
    }
    #expect(value["id"]?.string == "🙏 \u{FFFD}x \u{FFFD}")
    #expect(value["id"]?.hasLoneSurrogate == true)
    #expect(value["n"]?.int == 12)
    #expect(value["f"]?.int == 3)
    #expect(value["big"]?.int == nil)
    #expect(value["none"]?.int == nil)
  }

  @Test(arguments: [1, 2, 3, 4_096]) func randomTextsReadAlikeInPieces(_ size: Int) throws {
    var random = Random(seed: 5)
    let parts = [
      "{", "}", "[", "]", ",", ":", "\"id\"", "\"a\"", "1", "\n", " ", "\\", "\"", "true", "{\"id\":\"x\"}", "\"c\":[",
    ]
    for _ in 0..<400 {
      let text = (0..<16).map { _ in parts[Int.random(in: parts.indices, using: &random)] }.joined()
      #expect(try ids(text, .documents, pieceSize: size) == ids(text, .documents), "\(text)")
      #expect(
        try ids("{\"c\":[\(text)", .members(["c"]), pieceSize: size) == ids("{\"c\":[\(text)", .members(["c"])),
        "\(text)")
    }
  }
}
