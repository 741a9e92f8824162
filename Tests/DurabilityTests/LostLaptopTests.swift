import Crypto
import Foundation
import GRDB
import Records
import Storage
import TestSupport
import Testing
import Workflows

/// Reads the data directory byte by byte without any key, as somebody does who found the laptop.
@Suite struct LostLaptopTests {
  private let home: TestHome
  private let lines: [TestHome.Line]

  init() throws {
    home = try TestHome()
    lines = (0..<300).map { index in
      TestHome.Line(
        id: "UgxCommentNumber\(index)AaAaAa",
        author: index % 3 == 0 ? "UCauthorOfComment\(index)" : "@author-handle-\(index)",
        text: "Бул пикирди номур \(index) киши жазды, @someone-\(index) 0555 12 34 \(index % 90 + 10)")
    }
    try home.ingest(title: "Ачык айтылган маек", post: "PPPPPPPPPP1", day: 0)
    try home.ingest(lines, day: 0)
    try home.analyse(0)
    // Minbar refuses to lay a backup there; somebody copies it all the same.
    _ = try home.at(0).backUp(to: home.folder.path + "/backup")
    try FileManager.default.copyItem(atPath: home.folder.path + "/backup", toPath: home.places.home + "/beside.backup")
  }

  private var bytes: [Data] {
    get throws {
      try FileManager.default.subpathsOfDirectory(atPath: home.places.home)
        .compactMap { FileManager.default.contents(atPath: home.places.home + "/" + $0) }
    }
  }

  @Test func publicTalksAndCodesAreThere() throws {
    let all = try bytes
    for text in ["Ачык айтылган маек", "PPPPPPPPPP1", "K01"] {
      #expect(
        all.contains { $0.range(of: Data(text.utf8)) != nil }, "were none found, the other tests would say nothing")
    }
  }

  @Test func nothingOfACommenterIsThere() throws {
    let all = try bytes
    for line in lines {
      for text in [line.id, line.author, line.text, "someone-", "0555"] {
        #expect(!all.contains { $0.range(of: Data(text.utf8)) != nil }, "\(text) lies open")
      }
    }
    #expect(!all.contains { $0.range(of: Data("Name of".utf8)) != nil })
  }

  /// The commenters of a public video can be listed: their ids, hashed in any plain way, must not be found either.
  /// 10,000 ids of which 300 did comment, in five spellings and four hashes: none is anywhere in the bytes.
  @Test func knownIdsCannotBeLookedUp() throws {
    let others = (0..<9_700).map { "UCknown\($0)Channel" }
    var digests: Set<UInt64> = []
    for known in lines.map(\.author) + lines.map(\.id) + others {
      for name in [known, "youtube|" + known, known.lowercased(), "@" + known, String(known.drop { $0 == "@" })] {
        digests.formUnion(Self.starts(of: Data(name.utf8)))
      }
    }
    #expect(digests.count > 150_000)
    #expect(try bytes.reduce(0) { $0 + Self.hits(of: digests, in: $1) } == 0, "a plain hash of an id")
    // Were there one, it would be found.
    let planted = try #require(Self.starts(of: Data(lines[0].author.utf8)).first)
    let mark = withUnsafeBytes(of: planted) { Data($0) }
    #expect(Self.hits(of: digests, in: Data("before".utf8) + mark + Data("behind".utf8)) == 1)
  }

  /// The first eight bytes of what plain hashes make of a name.
  private static func starts(of name: Data) -> [UInt64] {
    let digests = [
      Data(SHA256.hash(data: name)), Data(SHA512.hash(data: name)), Data(Insecure.SHA1.hash(data: name)),
      Data(Insecure.MD5.hash(data: name)),
    ]
    return digests.map { digest in digest.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) } }
  }

  private static func hits(of digests: Set<UInt64>, in data: Data) -> Int {
    data.withUnsafeBytes { bytes in
      (0..<max(0, bytes.count - 7)).count {
        digests.contains(bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
      }
    }
  }

  /// With a secret of codes and a passphrase somebody could sign in; it opens with the key folder alone.
  @Test func secretsOfCodesAreNotThere() throws {
    let workspace = home.at(0)
    let book = try SiteBook(besideServerOf: workspace)
    let user = try book.addUser("K7", .staff, boundTo: "", by: "tester", at: workspace.now)
    let secret = (0..<20).map { UInt8($0 * 7 + 3) }
    #expect(try book.secret(of: user, orKeep: secret) == secret)
    #expect(try bytes.contains { $0.range(of: Data("K7".utf8)) != nil })
    #expect(try !bytes.contains { $0.range(of: Data(secret)) != nil })
    unlink(home.places.keys + "/site.key")
    #expect(try book.secretCounts() == (all: 1, shut: 1))
  }

  @Test func theSameAuthorLooksDifferentInEachQuarter() throws {
    try home.ingest([.init(id: "UgxLater", author: "@author-handle-1", text: "a")], day: 80)
    #expect(try home.number("SELECT count(DISTINCT author) FROM comment_sighting") == 301)
  }
}

/// No table, index, command or export gives a list of people or a way to sort or search by one.
@Suite struct NobodyIsListedTests {
  /// Columns that tell commenters or comments apart, all of them keyed marks, and where they may stand.
  private let marks: [String: Set<String>] = [
    "author": ["comment_sighting"],
    "identity": ["comment_sighting", "comment_reading", "comment_finding", "coded_text", "alert_decision"],
  ]
  private let personal = [
    "name", "handle", "avatar", "channel", "commenter", "user_name", "email", "phone", "profile", "username",
  ]

  @Test func noTableHoldsPeople() throws {
    let home = try TestHome()
    let tables = try home.sql("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    #expect(tables.count > 25)
    for table in tables.map({ $0[0] as String }) {
      for column in try home.sql("SELECT name FROM pragma_table_info('\(table)')").map({ $0[0] as String }) {
        if let places = marks[column] { #expect(places.contains(table), "\(table).\(column)") }
        if table != "setting" { #expect(!personal.contains(column), "\(table).\(column) looks like a person") }
      }
    }
  }

  @Test func nothingIsSortedByCommenter() throws {
    let home = try TestHome()
    let indexed = try home.sql(
      """
      SELECT m.name || ':' || c.name FROM sqlite_master m JOIN pragma_index_info(m.name) c
      WHERE m.type = 'index' AND c.name IN ('author', 'commenters')
      """)
    #expect(indexed.isEmpty)
    for file in try ProjectFolder.files(below: "Sources/Storage", endings: [".swift"]) {
      let text = try ProjectFolder.text(file)
      for phrase in ["ORDER BY author", "GROUP BY author", "author = ?", "author IN"] {
        #expect(!text.contains(phrase), "\(file): \(phrase)")
      }
    }
  }

  @Test func whatIsPrintedTellsNoTwoCommentsOfOnePersonApart() throws {
    let home = try TestHome()
    try home.ingest((0..<5).map { .init(id: "Ugx\($0)", author: "@one", text: "a \($0)") }, day: 0)
    try home.analyse(0)
    let author = try home.sql("SELECT DISTINCT hex(author) FROM comment_sighting").map { $0[0] as String }
    #expect(author.count == 1)
    #expect(!(try home.dump().contains { $0.contains(author[0]) }))
    #expect(try home.dump().contains { $0.hasPrefix("commenters\t") && $0.hasSuffix("commenters=1") })
  }

  /// Pages of the desk, reports, exports and workflows have no word for one commenter, in a path, a field or a column.
  @Test func noPageOrExportHasAPlaceForAPerson() throws {
    let rooms = ["Sources/Website", "Sources/Reporting", "Sources/Figures", "Sources/Workflows/Reports"]
    let files = try rooms.flatMap { try ProjectFolder.files(below: $0, endings: [".swift"]) }
    #expect(files.count > 100)
    for file in files {
      let text = try ProjectFolder.text(file)
      for word in [
        "byCommenter", "commenterID", "authorMark", "hex(author)", ".identity", "byAuthor", "?author=", "?by=",
      ] {
        #expect(!text.contains(word), "\(file): \(word)")
      }
    }
  }

  @Test func noCommandAsksForAPerson() throws {
    for file in try ProjectFolder.files(below: "Sources/minbar/Commands", endings: [".swift"]) {
      let text = try ProjectFolder.text(file).lowercased()
      for word in ["--commenter", "var commenter", "var author", "--author"] {
        #expect(!text.contains(word), "\(file): \(word)")
      }
    }
  }
}
