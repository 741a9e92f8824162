import Ingestion
import Testing

/// Whether bytes of any encoding are one JSON document, as a file would be read.
private func isJSON(_ bytes: [UInt8], pieceSize: Int = .max) throws -> Bool {
  let reader = ByteReader(MemorySource(bytes), pieceLimit: pieceSize)
  guard case .certain(let encoding, let mark) = EncodingDetector.detect(try reader.peek(), isWhole: true) else {
    return false
  }
  reader.skip(mark)
  let records = JSONRecordReader(textSource(reader, encoding: encoding), layout: .documents, allowsLines: false)
  var count = 0
  while let event = try records.next() {
    switch event {
    case .record(_, _, let isDamaged):
      if isDamaged { return false }
      count += 1
    case .fault: return false
    default: break
    }
  }
  return count <= 1 || bytes.first { $0 > 0x20 } == 0x5B
}

/// What RFC 8259 demands, case by case: what must be read, what must be refused, and what it leaves to the reader.
@Suite struct JSONConformanceTests {
  /// Values that every reader must take; each is tried alone, in an array and as a member.
  static let values = [
    // Numbers.
    "0", "-0", "0.0", "-0.0", "0e1", "0e+1", "0E-0", "1E22", "1e-2", "1E+2", "123.456e78", "-1", "-123", "-0.1",
    "20e1", "123.456", "1.7976931348623157e308", "5e-324", "-9223372036854775808", "18446744073709551616",
    "100000000000000000000", "0.00000000000000000000000000000000000000000000000000000000000000000000000000000001",
    "-237462374673276894279832749832423479823246327846", "123e65", "1.5E+9999", "0.4e00669999999999999999999999999999",
    // Literals.
    "true", "false", "null",
    // Strings: escapes.
    #""\"\\\/\b\f\n\r\t""#, #""\u0060\u012a\u12AB""#, #""\u0123\u4567\u89AB\uCDEF\uabcd\uef4A""#,
    #""\uD801\udc37""#, #""\ud83d\ude39\ud83d\udc8d""#, #""\uDBFF\uDFFF""#, #""\u0000""#, #""\\u0000""#, #""\\n""#,
    #""\"""#, #""\\a""#, #""\u005C""#, #""\u0022""#, #""\u200B\u2064\uFFFE\uFDD0""#, #""a\/*b*\/c\/d""#,
    // Strings: letters as they are.
    "\"\"", "\" \"", "\"\u{7F}\"", "\"\u{80}\"", "\"π\"", "\"⍂㈴⍂\"", "\"\u{2028}\u{2029}\"", "\"\u{10FFFF}\"",
    "\"\u{FFFF}\"", "\"\u{FEFF}\"", "\"\u{1BFFF}\"", "\"бисмиллах 🙏🏽\"", "\"{[,:]}\"", "\"//\"", "\"'\"",
    // Containers.
    "[]", "[ ]", "{}", "{ }", "[[]   ]", "[\"\"]", "[null]", "[1,null,null,null,2]", "[false]", "[null, 1, \"1\", {}]",
    "{\"\":0}", "{\"a\":[]}", "{\"a\":\"b\",\"a\":\"c\"}", "{\"a\":\"b\",\"a\":\"b\"}", "{\"foo\\u0000bar\":42}",
    "{\"min\":-1.0e+28,\"max\":1.0e+28}", "{\"\\u043f\":1}", "{\"x\":[{\"id\":\"a\"}],\"id\":\"b\"}",
    "{\n\"a\":\t\"b\"\r\n}",
  ]

  @Test(arguments: values, [1, 2, 5, .max]) func takes(_ value: String, _ size: Int) throws {
    for text in [value, "[\(value)]", "[1,\(value),2]", "{\"k\":\(value)}", " \t\r\n\(value)\n\r\t ", "[[[\(value)]]]"]
    {
      #expect(try isJSON(Array(text.utf8), pieceSize: size), "\(text)")
    }
  }

  /// What is no value; each is tried alone, in an array and as a member.
  static let faults = [
    // Numbers.
    "++1234", "+1", "+Inf", "-01", "-1.0.", "-2.", "-NaN", ".-1", ".2e-3", "0.1.2", "0.3e+", "0.3e", "0.e1", "0E+",
    "0E",
    "0e+", "0e", "1.0e+", "1.0e-", "1.0e", "1 000.0", "1eE2", "2.e+3", "2.e-3", "2.e3", "9.e+", "1+2", "0x1", "0x42",
    "Inf", "Infinity", "-Infinity", "NaN", "nan", "１", "-foo", "- 1", "-012", "-.123", "-1x", "1ea", "1e1️", "1a",
    "1.8011670033376514H-308",
    "1.2a-3", "012", "00", "-", "--1", "0.", "1..2", "1e1.5", "1_000", "1'000",
    // Literals.
    "True", "TRUE", "tru", "truth", "nul", "nulll", "fals", "falsee", "undefined", "none", "a", "a\u{E5}",
    // Strings.
    "\"", "\"a", "'a'", "'", "\"\\\"", "\"\\", "\"\\x00\"", "\"\\a\"", "\"\\'\"", "\"\\ \"", "\"\\🌀\"", "\"\\u\"",
    "\"\\u1\"", "\"\\u00A\"", "\"\\u00G0\"", "\"\\uD834\\u\"", "\"\\uD834\\uD\"", "\"\\uD800\\u1x\"", "\"\\U0041\"",
    "\"\\u+041\"", "\"\\u 041\"", "\"\n\"", "\"\t\"", "\"\r\"", "\"\u{1}\"", "\"\u{1F}\"", "\"\u{B}\"", "\"a\"b\"",
    "\"\"\"",
    "\"a\" \"b\"", "\\u0020\"asd\"", "\\n", "`a`", "“a”", "\"\\\u{E9}\"", "\"\\\\\\\"",
    // Arrays.
    "[", "]", "[1", "[,", "[,1]", "[1,,2]", "[1,]", "[\"\",]", "[,]", "[1,,]", "[\"x\",,]", "[3[4]]", "[1:2]", "[\"\"",
    "[1 true]",
    "[a]", "[*]", "[1,\n", "[x", "[\"a\",4,1,", "[][]", "[]]", "[1]]", "[]x", "[1}", "(1)", "[\u{A0}]", "[\u{2060}]",
    "[\u{B}]", "[\u{C}]", "[\"\": 1]", "[\"a\\", "[⍂]",
    // Objects.
    "{", "}", "{\"a\"", "{\"a\":", "{\"a\":\"a\"", "{\"a\" \"b\"}", "{\"a\",\"b\"}", "{:\"b\"}", "{\"a\" b}",
    "{\"a\"::1}",
    "{\"a\":}", "{\"a\":\"b\",}", "{\"a\":\"b\",,}", "{,}", "{,\"a\":1}", "{key: 'v'}", "{'a':0}", "{1:1}", "{null:1}",
    "{9999E9999:1}", "{[: \"x\"}", "{\"a\":\"b\"}/**/", "{\"a\":\"b\"}//", "{\"a\":\"b\"}#", "{\"a\":/*c*/1}",
    "{\"x\", null}",
    "{\"x\"::\"b\"}", "{\"a\":\"a\" 123}", "{\"a\":true}}", "{\"a\":1 \"b\":2}", "{\"a\":1;\"b\":2}", "{\"a\"=1}",
    "{\"a\":1]", "{🇨🇭}",
    "{\"asd\":\"asd\"", "{\"\u{1}\":1}", "{\"a\\", "{a:\"b\"}", "{\"a\":\"b\"}{}",
    // Documents.
    "", " ", "\n", "*", "<.>", "<null>", "$", "#", "//\n1", "/* */ 1", "1 2", "1,2", "1]", "2@", "é", "\u{200B}1",
    "[1]\u{2060}",
    "{} x", "abc", "\"x\"\"y\"", "\u{85}1",
  ]

  @Test(arguments: faults, [1, 3, .max]) func refuses(_ fault: String, _ size: Int) throws {
    #expect(try !isJSON(Array(fault.utf8), pieceSize: size), "\(fault)")
  }

  @Test(
    arguments: [
      [0xFF], [0xE5], [0x22, 0xFF, 0x22], [0x22, 0x81, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xE0, 0x80, 0xAF, 0x22],
      [0x22, 0xF0, 0x80, 0x80, 0xAF, 0x22], [0x22, 0xF8, 0x88, 0x80, 0x80, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xF4, 0xBF, 0xBF, 0xBF, 0x22], [0x22, 0xFC, 0x83, 0xBF, 0xBF, 0xBF, 0xBF, 0x22], [0x22, 0xE6, 0x97, 0xA5],
      [0x5B, 0x22, 0x5C, 0x75, 0x30, 0x30, 0xE5, 0x22, 0x5D], [0x5B, 0x31, 0xE5, 0x5D],
      [0x5B, 0x31, 0x65, 0x31, 0xE5, 0x5D],
      [0x5B, 0x30, 0xE5, 0x5D], [0x5B, 0x2D, 0xE5, 0x5D], [0x5B, 0x22, 0x5C, 0xE5, 0x22, 0x5D],
      [0x7B, 0xE5, 0x3A, 0x31, 0x7D],
      [0x31, 0x00], [0x5B, 0x22, 0x61, 0x00, 0x61, 0x22, 0x5D], [0x22, 0x5C, 0x00, 0x22], [0xEF, 0xBB, 0x7B, 0x7D],
    ] as [[UInt8]])
  func refusesWhatIsNoText(_ bytes: [UInt8]) throws {
    #expect(try !isJSON(bytes))
    #expect(try !isJSON([0x5B] + bytes + [0x5D]))
  }

  /// The RFC leaves it to the reader; this one takes marks and UTF-16, since Windows writes both.
  @Test func takesOtherEncodings() throws {
    let text = "{\"id\":\"рахмат 🙏\",\"n\":[1,2]}"
    let little = Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = Array(text.utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [[0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big] {
      for size in [1, 2, 7, Int.max] { #expect(try isJSON(bytes, pieceSize: size)) }
    }
    #expect(try !isJSON([0xEF, 0xBB, 0xBF]))
    #expect(try !isJSON([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0x7B, 0x7D]))
  }

  /// Halves of surrogate pairs are taken and replaced, as the RFC allows: the text stays valid.
  @Test(arguments: [
    (#""\uD800""#, 1), (#""\uDFAA""#, 1), (#""\uD800\uD800\n""#, 2), (#""\uDd1e\uD834""#, 2), (#""\uD888\u1234""#, 1),
    (#""\uD800abc""#, 1), (#""\uD83D\uDE4F\uDE4F""#, 1), (#""\uDADA""#, 1), (#""\ud800\ud83d\ude4f""#, 1),
  ])
  func lonelyHalvesAreReplaced(_ text: String, _ count: Int) throws {
    let source = textSource(ByteReader(MemorySource(Array(text.utf8))), encoding: .utf8)
    guard case .record(let value, _, _)? = try JSONRecordReader(source, layout: .documents).next() else {
      Issue.record("refused")
      return
    }
    #expect(value.hasLoneSurrogate)
    #expect(value.string?.unicodeScalars.count { $0 == "\u{FFFD}" } == count)
  }

  @Test(arguments: [60, 64, 66, 1_000, 100_000]) func depthIsBounded(_ depth: Int) throws {
    let open = String(repeating: "[", count: depth)
    let close = String(repeating: "]", count: depth)
    #expect(try isJSON(Array((open + close).utf8)) == (depth <= 64))
    #expect(try !isJSON(Array(open.utf8)))
    #expect(try !isJSON(Array(String(repeating: "[{\"\":", count: depth).utf8)))
    let objects = String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth)
    #expect(try isJSON(Array(objects.utf8)) == (depth <= 64))
  }

  /// Numbers that no integer holds are no integers; their digits are kept.
  @Test func bigNumbersAreNeverRounded() throws {
    let text = #"{"a":9223372036854775807,"b":9223372036854775808,"c":1e400,"d":-1e400,"e":17841400000000000123}"#
    let source = textSource(ByteReader(MemorySource(Array(text.utf8))), encoding: .utf8)
    guard case .record(let value, _, _)? = try JSONRecordReader(source, layout: .documents).next() else {
      Issue.record("refused")
      return
    }
    #expect(value["a"]?.int == Int.max)
    #expect(value["b"]?.int == nil)
    #expect(value["c"]?.int == nil)
    #expect(value["d"]?.int == nil)
    #expect(value["e"]?.plainBytes.map { String(decoding: $0, as: UTF8.self) } == "17841400000000000123")
  }

  /// Of members with one name the first is read, in every piece size.
  @Test(arguments: [1, 3, .max]) func ofDuplicatesTheFirstIsRead(_ size: Int) throws {
    let text = #"{"id":"a","id":"b","id":"c"}"#
    let source = textSource(ByteReader(MemorySource(Array(text.utf8)), pieceLimit: size), encoding: .utf8)
    guard case .record(let value, _, _)? = try JSONRecordReader(source, layout: .documents).next() else {
      Issue.record("refused")
      return
    }
    #expect(value["id"]?.string == "a")
    #expect(value.names == ["id", "id", "id"])
  }
}
