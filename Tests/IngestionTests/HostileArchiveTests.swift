import Foundation
import Ingestion
import Records
import Testing

/// What is left of a hostile archive: files with the bytes that were handed out, codes of problems.
private struct Leftover: Equatable {
  var files: [String: Int] = [:]
  var problems: [String] = []

  init(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits(), asFile: Bool = false) throws {
    var files: [String: Int] = [:]
    var problems: [String] = []
    let path = FileManager.default.temporaryDirectory.appending(path: "minbar-\(UUID().uuidString).zip").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    if asFile { try Data(bytes).write(to: URL(filePath: path)) }
    let source: any ByteSource = asFile ? try FileSource(path: path) : MemorySource(bytes, pieceSize: 777)
    try sourceFiles(source, names: ["x.zip"], limits: limits) { file in
      // What is no archive is handed out as the file it is.
      guard file.names.count > 1 else { return problems.append("no-archive") }
      let name = file.names.dropLast().reversed().joined(separator: "/")
      files[name] = 0
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 8_192, alignment: 8)
      defer { buffer.deallocate() }
      while true {
        let got = try file.bytes.read(into: buffer)
        if got == 0 { break }
        files[name, default: 0] += got
      }
    } problem: { problem in
      problems.append(problem.code)
    }
    self.files = files
    self.problems = problems
  }
}

@Suite struct HostileArchiveTests {
  private static func zip(_ build: (inout ZipBuilder) -> Void) -> [UInt8] {
    var zip = ZipBuilder()
    build(&zip)
    return zip.bytes
  }

  @Test(arguments: [false, true]) func anArchiveOfNothingIsEmpty(_ asFile: Bool) throws {
    let left = try Leftover(ZipBuilder().bytes, asFile: asFile)
    #expect(left.files.isEmpty)
  }

  @Test(arguments: [
    "a\u{1B}[2Jb.csv", "a\nb.csv", "a\u{7F}.csv", "a\u{202E}vsc.exe", "\u{2066}x.csv", "..", "a/..", "\\\\host\\x",
  ])
  func namesThatPlayTricksAreLeftOut(_ name: String) throws {
    let bytes = Self.zip { zip in
      zip.add(name, [1])
      zip.add("good.csv", [1])
    }
    let left = try Leftover(bytes, asFile: true)
    #expect(left.files == ["good.csv": 1])
    #expect(left.problems == ["archive.bad-name"])
  }

  @Test func longNamesAndBadNamesAreSurvived() throws {
    let bytes = Self.zip { zip in
      zip.add(Array(repeating: 0x61, count: 60_000), [1])
      zip.add([0xD0, 0xFF, 0xFE, 0x2E, 0x63, 0x73, 0x76], [1, 2])
    }
    #expect(try Leftover(bytes, asFile: true).files.values.sorted() == [1, 2])
  }

  @Test(arguments: [UInt32(0o020666), 0o060660, 0o140777, 0o120777])
  func onlyPlainFilesAreRead(_ mode: UInt32) throws {
    let bytes = Self.zip { zip in
      zip.add("special", Array("/etc/passwd".utf8), mode: mode)
      zip.add("good.csv", [1])
    }
    let left = try Leftover(bytes, asFile: true)
    #expect(left.files == ["good.csv": 1], "\(left)")
  }

  /// An entry whose header lies inside the bytes of another: how a few kilobytes unpack to terabytes.
  @Test func entriesInsideEntriesAreFound() throws {
    var inner = ZipBuilder()
    inner.add("b.csv", [1, 2, 3])
    var zip = ZipBuilder()
    zip.add("a.csv", inner.bytes)
    zip.add("b.csv", [1, 2, 3])
    zip.places[1] = 30 + 5
    #expect(try Leftover(zip.bytes, asFile: true).problems == ["archive.dishonest"])
    for place in [1, 1_000_000, 0xFFFF_FFFE] {
      zip.places[1] = place
      let left = try Leftover(zip.bytes, asFile: true)
      #expect(left.files.isEmpty && left.problems == ["archive.dishonest"])
    }
  }

  @Test(arguments: [0, 1, 3, 1_999, 0xFFFE, 0xFFFF]) func liesAboutTheCountAreSurvived(_ count: Int) throws {
    var zip = ZipBuilder()
    zip.add("a.csv", [1])
    zip.add("b.csv", [1])
    zip.countLie = count
    for asFile in [false, true] {
      let left = try Leftover(zip.bytes, asFile: asFile)
      #expect(left.files.count <= 2)
    }
  }

  /// Sizes that are stated too small or too large: never more is handed out than the limits allow.
  @Test(arguments: [0, 4, 1 << 20, 1 << 29, 0xFFFF_FFFE], [false, true])
  func liesAboutSizesAreSurvived(_ size: Int, _ asFile: Bool) throws {
    var zip = ZipBuilder()
    zip.addZeros("a.csv", runs: 500)
    zip.changeLast { $0.size = size }
    zip.add("b.csv", [1])
    var limits = ArchiveLimits()
    limits.entryBytes = 64 << 10
    let left = try Leftover(zip.bytes, limits: limits, asFile: asFile)
    #expect(!left.problems.isEmpty)
    #expect(left.files["a.csv"] ?? 0 <= (64 << 10) + 8_192)
  }

  @Test(arguments: [false, true]) func packedSizesThatLieAreSurvived(_ asFile: Bool) throws {
    var zip = ZipBuilder()
    zip.add("a.csv", Array(repeating: 0x61, count: 1_000))
    zip.add("b.csv", [1])
    let honest = zip.bytes
    // The packed size stands at 18 of the local header.
    for size in [UInt8(0), 1, 255] {
      var bytes = honest
      bytes[18] = size
      bytes[19] = 0
      let left = try Leftover(bytes, asFile: asFile)
      #expect(left.files["a.csv"] ?? 0 <= 1_000)
    }
  }

  @Test(arguments: [UInt16(1), 6, 9, 10, 18, 97, 99, 12_345], [false, true])
  func otherMethodsCostTheirEntry(_ method: UInt16, _ asFile: Bool) throws {
    var zip = ZipBuilder()
    zip.add("a.csv", Array(repeating: 0x61, count: 100))
    zip.changeLast { $0.method = method }
    zip.add("b.csv", [1])
    let left = try Leftover(zip.bytes, asFile: asFile)
    #expect(left.files["a.csv"] ?? 0 == 0)
    #expect(!left.problems.isEmpty)
    #expect(left.files["b.csv"] == 1)
  }

  /// The bit of encryption, with and without the bit of strong encryption.
  @Test(arguments: [UInt16(0x801), 0x841], [false, true])
  func encryptedEntriesAreNamedAsSuch(_ flags: UInt16, _ asFile: Bool) throws {
    let bytes = Self.zip { zip in
      zip.add("secret.csv", Array(repeating: 0x61, count: 40), flags: flags)
      zip.add("b.csv", [1])
    }
    let left = try Leftover(bytes, asFile: asFile)
    #expect(left.files["secret.csv"] == nil)
    #expect(left.problems.first == "archive.encrypted")
  }

  @Test(arguments: [false, true]) func manySmallBombsAreOneBomb(_ asFile: Bool) throws {
    let bytes = Self.zip { zip in
      for index in 0..<60 { zip.addZeros("\(index).csv", runs: 1_000) }
    }
    var limits = ArchiveLimits()
    limits.ratio = 50
    limits.ratioFrom = 1 << 20
    let left = try Leftover(bytes, limits: limits, asFile: asFile)
    #expect(left.problems == ["archive.too-large"])
    #expect(left.files.values.reduce(0, +) < 60 * 258_001)
  }

  @Test(arguments: [false, true]) func archivesInArchivesInArchivesAreNotOpened(_ asFile: Bool) throws {
    let innermost = Self.zip { $0.add("a.csv", [1]) }
    let inner = Self.zip { zip in
      zip.add("b.csv", [1, 2])
      zip.add("c.zip", innermost)
    }
    let bytes = Self.zip { zip in
      zip.add("looks like a table.csv", inner)
      zip.add("empty.zip", ZipBuilder().bytes)
      zip.add("folder/deep.xlsx", inner)
      zip.add("good.csv", [1])
    }
    let left = try Leftover(bytes, asFile: asFile)
    #expect(left.files == ["looks like a table.csv/b.csv": 2, "folder/deep.xlsx/b.csv": 2, "good.csv": 1])
    #expect(left.problems == ["archive.nested", "archive.nested"])
  }

  /// Cut at every byte, as a file and as a stream: never more than was there, and a problem where files are missing.
  @Test(arguments: [false, true]) func cutAtEveryByteItSaysSo(_ asFile: Bool) throws {
    let bytes = Self.zip { zip in
      zip.add("a.csv", Array("a,b\n1,2\n".utf8))
      zip.addZeros("b.csv", runs: 3)
    }
    let whole = try Leftover(bytes, asFile: asFile)
    #expect(whole.files == ["a.csv": 8, "b.csv": 775] && whole.problems.isEmpty)
    for end in bytes.indices.dropFirst() {
      let left = try Leftover(Array(bytes[..<end]), asFile: asFile)
      #expect(left.files["a.csv"] ?? 0 <= 8 && left.files["b.csv"] ?? 0 <= 775)
      #expect(left.files == whole.files || !left.problems.isEmpty, "cut at \(end)")
    }
  }

  @Test(arguments: [false, true]) func bytesTurnedAnywhereAreSurvived(_ asFile: Bool) throws {
    let bytes = Self.zip { zip in
      zip.add("a.csv", Array("a,b\n1,2\n".utf8))
      zip.addZeros("b.csv", runs: 3)
    }
    for place in bytes.indices {
      for value in [UInt8(0), 0xFF, bytes[place] ^ 1, bytes[place] ^ 0x80] {
        var turned = bytes
        turned[place] = value
        _ = try Leftover(turned, asFile: asFile)
      }
    }
  }

  @Test func zerosAndNoiseAreNoArchives() throws {
    var random = Random(seed: 3)
    for count in [0, 1, 4, 100, 70_000] {
      #expect(try Leftover(Array(repeating: 0, count: count)).files.isEmpty)
      let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(try Leftover([0x50, 0x4B, 3, 4] + noise).files.isEmpty)
    }
  }
}
