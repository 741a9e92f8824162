import Testing

@testable import Website

/// Remembers what a parser found.
private struct Collected: PartSink {
  var parts: [UploadPart] = []
  mutating func begin(_ head: PartHead) { parts.append(UploadPart(head)) }
  mutating func take(_ bytes: ArraySlice<UInt8>) { parts[parts.count - 1].bytes += bytes }
  mutating func end() {}
  var seen: [String] { parts.map { "\($0.name)|\($0.fileName ?? "-")|\(String(decoding: $0.bytes, as: UTF8.self))" } }
}

extension UploadPart {
  fileprivate init(_ head: PartHead) {
    self.init(field: head.name, "")
    fileName = head.fileName
  }
}

@Suite("Forms that hand in files")
struct MultipartTests {
  private func parse(_ bytes: [UInt8], boundary: String = "b", pieces: Int = .max) throws -> [String] {
    var sink = Collected()
    var parser = try #require(MultipartParser(contentType: "multipart/form-data; boundary=\(boundary)"))
    var rest = bytes[...]
    while !rest.isEmpty {
      try parser.feed(rest.prefix(pieces), &sink)
      rest = rest.dropFirst(pieces)
    }
    try parser.finish()
    return sink.seen
  }

  private static let tricky: [UploadPart] = [
    UploadPart(field: "month", "2026-10"), UploadPart(file: "a.csv", "x,y\r\n1,2\r\n".utf8),
    UploadPart(file: "", []), UploadPart(file: "b", "\r\n--".utf8), UploadPart(file: "c", "\r\n--c\r\n\r\r\n-".utf8),
    UploadPart(file: "d/Ўғлим, эшит.zip", "--b is not alone on its line".utf8), UploadPart(file: "e", []),
  ]
  private static let expected = [
    "month|-|2026-10", "files|a.csv|x,y\r\n1,2\r\n", "files||", "files|b|\r\n--", "files|c|\r\n--c\r\n\r\r\n-",
    "files|d/Ўғлим, эшит.zip|--b is not alone on its line", "files|e|",
  ]

  @Test("Wherever the bytes are cut, the parts are the same", arguments: [1, 2, 3, 5, 7, 16, 61, 4_096])
  func cuts(size: Int) throws {
    let body = UploadPart.body(Self.tricky, boundary: "b")
    #expect(try parse(body, pieces: size) == Self.expected)
    #expect(try parse(Array("preamble\r\n".utf8) + body + Array("epilogue\r\n--b".utf8), pieces: size) == Self.expected)
  }

  @Test("A body that ends early is refused, wherever it ends")
  func broken() throws {
    let whole = UploadPart.body(Self.tricky, boundary: "b")
    for length in 0..<(whole.count - 4) {
      #expect(throws: MultipartError.self, "\(length)") { try parse(Array(whole[..<length])) }
    }
  }

  @Test(
    "Heads that cannot be read are refused",
    arguments: [
      "--b\r\n\r\nx\r\n--b--", "--b\r\nContent-Type: a\r\n\r\nx\r\n--b--", "--bx\r\n\r\n", "--b\nA: b\n\nx\n--b--",
    ])
  func heads(text: String) {
    #expect(throws: MultipartError.self) { try parse(Array(text.utf8)) }
  }

  @Test("A head without end is refused before it fills memory")
  func endlessHead() throws {
    var sink = Collected()
    var parser = try #require(MultipartParser(contentType: "multipart/form-data; boundary=b"))
    try parser.feed(Array("--b\r\n".utf8), &sink)
    #expect(throws: MultipartError.head) {
      for _ in 0..<20 { try parser.feed([UInt8](repeating: 0x61, count: 1_024), &sink) }
    }
  }

  @Test("Names are read by bytes: a quote with a mark behind it is a quote")
  func names() {
    func name(_ line: String) -> PartHead? { PartHeader.read(Array(line.utf8)[...]) }
    #expect(name("Content-Disposition: form-data; name=\"f\"; filename=\"a%22b\"")?.fileName == "a\"b")
    #expect(name("content-disposition:form-data;filename=\"a\\\"b\"; name=f")?.fileName == "a\"b")
    #expect(name("Content-Disposition: form-data; name=\"f\"; filename=\"a\"\u{301}; x=\"y\"")?.fileName == "a")
    #expect(name("Content-Disposition: form-data; xname=\"g\"; name=\"f\"")?.name == "f")
    #expect(name("Content-Disposition: form-data; filename=\"a;name=g\"; name=\"f\"")?.name == "f")
  }

  @Test(
    "Content types without a boundary are refused",
    arguments: [
      "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=b",
      "multipart/form-data; boundary=" + String(repeating: "x", count: 71),
    ])
  func types(type: String) { #expect(MultipartParser(contentType: type) == nil) }

  @Test(
    "Names of files lead nowhere else",
    arguments: [
      ("../../etc/passwd", ["etc", "passwd"]), ("/etc/passwd", ["etc", "passwd"]),
      ("C:\\Users\\x\\a.csv", ["C:", "Users", "x", "a.csv"]),
      ("..", ["file"]), ("", ["file"]), (".../....//", ["file"]), (".ssh/authorized_keys", ["ssh", "authorized_keys"]),
      ("a\u{0}b\n.csv", ["ab.csv"]), ("\u{202E}gpj.exe", ["gpj.exe"]), ("a/./b/../c", ["a", "b", "c"]),
      ("1/2/3/4/5/6/7/8.csv", ["3", "4", "5", "6", "7", "8.csv"]), (" \u{FEFF}.\u{200B}.x", ["x"]),
    ])
  func safeNames(name: String, parts: [String]) { #expect(UploadName.parts(name) == parts) }

  @Test("Long names keep their ending")
  func longNames() throws {
    let name = try #require(UploadName.parts(String(repeating: "Ў", count: 300) + ".info.json").first)
    #expect(name.utf8.count <= 180 && name.hasSuffix(".info.json"))
    #expect(UploadName.numbered("a.b.csv", 2) == "a.b (2).csv" && UploadName.numbered("a", 3) == "a (3)")
  }
}
