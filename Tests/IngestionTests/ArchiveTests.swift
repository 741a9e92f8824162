import Foundation
import Ingestion
import Records
import Testing

/// What a walk through an archive gives: files by name with their sizes, and codes of problems.
private struct Walk: Equatable {
  var files: [String: Int] = [:]
  var problems: [String] = []

  init(problems: [String]) { self.problems = problems }

  init(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits(), asFile: Bool = false, readsAll: Bool = true) throws {
    var files: [String: Int] = [:]
    var problems: [String] = []
    let path = FileManager.default.temporaryDirectory.appending(path: "minbar-\(UUID().uuidString).zip").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    if asFile { try Data(bytes).write(to: URL(filePath: path)) }
    let source: any ByteSource = asFile ? try FileSource(path: path) : MemorySource(bytes, pieceSize: 1_000)
    try sourceFiles(source, names: ["x.zip"], limits: limits) { file in
      var count = 0
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 10_000, alignment: 8)
      defer { buffer.deallocate() }
      while readsAll {
        let got = try file.bytes.read(into: buffer)
        if got == 0 { break }
        count += got
      }
      files[file.names.dropLast().reversed().joined(separator: "/")] = count
    } problem: { problem in
      problems.append(problem.code)
    }
    self.files = files
    self.problems = problems
  }
}

@Suite struct ArchiveTests {
  @Test(arguments: [false, true]) func filesAreVisited(_ asFile: Bool) throws {
    var zip = ZipBuilder()
    zip.add("Данные из таблицы.csv", Array("a,b\n".utf8))
    zip.add("folder/", [], mode: 0o040755)
    zip.add("folder/deep.csv", Array(repeating: 0x61, count: 100_000))
    zip.add("__MACOSX/._deep.csv", [1, 2, 3])
    zip.add(".DS_Store", [1])
    zip.addZeros("zeros.bin", runs: 1_000)
    let walk = try Walk(zip.bytes, asFile: asFile)
    #expect(walk.files == ["Данные из таблицы.csv": 4, "folder/deep.csv": 100_000, "zeros.bin": 258_001])
    #expect(walk.problems.isEmpty)
    #expect(try Walk(zip.bytes, asFile: asFile, readsAll: false).files.count == 3)
  }

  @Test(arguments: [false, true]) func namesWithoutAFlagAreUTF8OrDOS(_ asFile: Bool) throws {
    var zip = ZipBuilder()
    zip.add(Array("Контент.csv".utf8), [1])
    zip.add([0x8A, 0xAE, 0xAD, 0xE2, 0xA5, 0xAD, 0xE2] + Array("-2.csv".utf8), [1])
    #expect(try Walk(zip.bytes, asFile: asFile).files.keys.sorted() == ["Контент-2.csv", "Контент.csv"])
  }

  @Test(arguments: [false, true]) func hostileEntriesAreLeftOut(_ asFile: Bool) throws {
    var zip = ZipBuilder()
    zip.add("../up.csv", [1])
    zip.add("/absolute.csv", [1])
    zip.add("a/../../b.csv", [1])
    zip.add("C:\\x.csv", [1])
    zip.add("..\\y.csv", [1])
    zip.add("secret.csv", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], flags: 0x801)
    zip.add("good.csv", [1])
    let walk = try Walk(zip.bytes, asFile: asFile)
    #expect(walk.files == ["good.csv": 1])
    #expect(walk.problems == Array(repeating: "archive.bad-name", count: 5) + ["archive.encrypted"])
  }

  @Test func linksAreLeftOut() throws {
    var zip = ZipBuilder()
    zip.add("link.csv", Array("/etc/passwd".utf8), mode: 0o120777)
    zip.add("good.csv", [1])
    let walk = try Walk(zip.bytes, asFile: true)
    #expect(walk.files == ["good.csv": 1])
    #expect(walk.problems == ["archive.link"])
  }

  @Test(arguments: [false, true]) func oneArchiveInsideIsOpened(_ asFile: Bool) throws {
    var deepest = ZipBuilder()
    deepest.add("c.csv", [1, 2, 3])
    var inner = ZipBuilder()
    inner.add("b.csv", [1, 2])
    inner.add("deepest.zip", deepest.bytes)
    inner.add("../up.csv", [1])
    var zip = ZipBuilder()
    zip.add("parts/inner.zip", inner.bytes)
    zip.add("a.csv", [1])
    let walk = try Walk(zip.bytes, asFile: asFile)
    #expect(walk.files == ["a.csv": 1, "parts/inner.zip/b.csv": 2])
    #expect(walk.problems == ["archive.nested", "archive.bad-name"])
  }

  @Test(arguments: [false, true]) func archivesInsideShareTheLimits(_ asFile: Bool) throws {
    var inner = ZipBuilder()
    inner.addZeros("bomb.csv", runs: 5_000)
    inner.add("after.csv", [1])
    var zip = ZipBuilder()
    for index in 0..<4 { zip.add("\(index).zip", inner.bytes) }
    zip.add("last.csv", [1])
    var limits = ArchiveLimits()
    limits.totalBytes = 3 << 20
    let walk = try Walk(zip.bytes, limits: limits, asFile: asFile)
    #expect(walk.files.keys.sorted() == ["0.zip/after.csv", "0.zip/bomb.csv", "1.zip/after.csv", "1.zip/bomb.csv"])
    #expect(walk.problems == ["archive.too-large"])
    limits = ArchiveLimits()
    limits.entries = 5
    #expect(try Walk(zip.bytes, limits: limits, asFile: asFile).files.count == 3)
    // A file is read in blocks larger than these archives, so that only a stream shows how much came in.
    guard !asFile else { return }
    limits = ArchiveLimits()
    limits.ratio = 100
    limits.ratioFrom = 1 << 20
    #expect(try Walk(zip.bytes, limits: limits).problems == ["archive.too-large"])
  }

  @Test(arguments: [false, true]) func bombsAreStopped(_ asFile: Bool) throws {
    var zip = ZipBuilder()
    zip.addZeros("bomb.csv", runs: 45_000)
    zip.add("after.csv", [1])
    var limits = ArchiveLimits()
    limits.ratio = 100
    #expect(try Walk(zip.bytes, limits: limits, asFile: asFile).problems == ["archive.too-large"])
    limits = ArchiveLimits()
    limits.entryBytes = 1 << 20
    let walk = try Walk(zip.bytes, limits: limits, asFile: asFile)
    #expect(walk.problems == ["archive.entry-too-large"])
    #expect(walk.files == ["after.csv": 1])
    limits = ArchiveLimits()
    limits.totalBytes = 1 << 20
    #expect(try Walk(zip.bytes, limits: limits, asFile: asFile).problems == ["archive.too-large"])
  }

  @Test(arguments: [false, true]) func entriesAreCounted(_ asFile: Bool) throws {
    var zip = ZipBuilder()
    for index in 0..<2_001 { zip.add("\(index).csv", [1]) }
    let walk = try Walk(zip.bytes, asFile: asFile)
    // A file's directory is looked at first; a stream has to be counted.
    #expect(walk.files.count == (asFile ? 0 : 2_000))
    #expect(walk.problems == ["archive.too-large"])
  }

  @Test func liesOfTheDirectoryAreFound() throws {
    var zip = ZipBuilder()
    zip.addZeros("a.csv", runs: 100)
    zip.addZeros("a.csv", runs: 100)
    #expect(try Walk(zip.bytes, asFile: true).problems.isEmpty)
    zip.overlap(1, with: 0)
    #expect(try Walk(zip.bytes, asFile: true) == Walk(problems: ["archive.dishonest"]))
    zip = ZipBuilder()
    zip.add("a.csv", [1])
    zip.lies[0] = "b.csv"
    #expect(try Walk(zip.bytes, asFile: true) == Walk(problems: ["archive.dishonest"]))
  }

  @Test func aWrongChecksumIsAFault() throws {
    var zip = ZipBuilder()
    zip.add("a.csv", Array(repeating: 0x61, count: 50_000))
    var bytes = zip.bytes
    bytes[20_000] = 0x62
    #expect(try Walk(bytes).problems == ["archive.broken-entry"])
    #expect(try Walk(bytes, asFile: true).problems == ["archive.broken-entry"])
  }

  @Test func archivesCutAnywhereAreSurvived() throws {
    var zip = ZipBuilder()
    zip.add("a.csv", Array("a,b\n1,2\n".utf8))
    zip.addZeros("b.csv", runs: 3)
    let bytes = zip.bytes
    for end in bytes.indices { _ = try Walk(Array(bytes[..<end])) }
    var random = Random(seed: 9)
    for _ in 0..<300 {
      var turned = bytes
      for _ in 0..<3 {
        turned[Int.random(in: turned.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = try Walk(turned)
    }
  }

  @Test func otherFilesAreNoArchives() throws {
    #expect(isArchive(head: ZipBuilder().bytes))
    #expect(!isArchive(head: Array("PK".utf8)))
    #expect(!isArchive(head: Array("Post ID".utf8)))
    let walk = try Walk(Array("Post ID,x\n".utf8))
    #expect(walk.problems.isEmpty)
    #expect(walk.files == ["": 10])
  }

  @Test func theVisitorsErrorComesThrough() {
    struct Stop: Error {}
    var zip = ZipBuilder()
    zip.add("a.csv", [1])
    let bytes = zip.bytes
    #expect(throws: Stop.self) {
      try sourceFiles(MemorySource(bytes), names: ["x.zip"]) { _ in
        throw Stop()
      } problem: { _ in
      }
    }
    #expect(throws: FileError.self) {
      try sourceFiles(FileSource(path: "/does/not/exist.zip"), names: ["x.zip"]) { _ in
      } problem: { _ in
      }
    }
  }
}
