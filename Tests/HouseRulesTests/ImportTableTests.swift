import TestSupport
import Testing

/// Who may import whom. `Package.swift` draws the same arrows, but SwiftPM does not enforce them for transitive modules.
private let allowed: [String: Set<String>] = [
  "Records": ["FoundationEssentials"],
  "Protection": ["Records", "Crypto", "FoundationEssentials"],
  "Ingestion": ["Records", "ICUBridge", "CArchive", "CExpat", "FoundationEssentials"],
  "TextAnalysis": ["Records", "ICUBridge", "CStemmer", "FoundationEssentials"],
  "Storage": ["Records", "Protection", "GRDB", "GRDBSQLite", "Foundation"],
  "Figures": ["Records", "Foundation"],
  "Drawing": [],
  "Reporting": ["Records", "Figures", "Drawing", "ICUBridge", "CXLSXWriter", "Foundation"],
  "Workflows": [
    "Records", "Protection", "Ingestion", "TextAnalysis", "Storage", "Figures", "Drawing", "Reporting", "ICUBridge",
    "LexiconFiles", "ReportFiles", "Crypto", "Foundation", "Logging", "Yams", "Subprocess",
  ],
  "Website": [
    "Records", "Figures", "Drawing", "Reporting", "Workflows", "FoundationEssentials", "Hummingbird",
    "HummingbirdCore", "ServiceLifecycle", "Crypto", "CryptoExtras", "Logging", "CQREncode", "NIOCore",
    "NIOHTTPTypes",
  ],
  "minbar": ["Records", "Workflows", "Website", "ArgumentParser", "Logging", "Foundation"],
]

/// Modules of the tool chain that every room may use.
private let free: Set<String> = ["Glibc", "Synchronization", "Dispatch"]

/// The modules that a Swift source imports.
private func imports(in text: String) -> [String] {
  text.split(separator: "\n").compactMap { (line: Substring) -> String? in
    let words: [Substring] = line.split(separator: " ")
    guard !line.hasPrefix(" "), let index = words.firstIndex(of: "import"), words[..<index].allSatisfy(isModifier),
      index + 1 < words.count
    else { return nil }
    let name = words[(index + 1)...].first { !["struct", "class", "enum", "func", "protocol"].contains($0) }
    return name.map { word in String(word.prefix { $0 != "." }) }
  }
}

private func isModifier(_ word: Substring) -> Bool {
  ["package", "public", "internal", "private", "fileprivate"].contains(word) || word.hasPrefix("@")
}

private func strangers(room: String, text: String) -> [String] {
  imports(in: text).filter { !(allowed[room] ?? []).contains($0) && !free.contains($0) }
}

@Suite struct ImportTableTests {
  @Test func everyRoomImportsOnlyWhatTheTableAllows() throws {
    for file in try ProjectFolder.files(below: "Sources", endings: [".swift"]) {
      let room = file.split(separator: "/")[1]
      let found = strangers(room: String(room), text: try ProjectFolder.text(file))
      #expect(found.isEmpty, "\(file) imports \(found); the table in ImportTableTests.swift says who may import whom")
    }
  }

  @Test func everyRoomStandsInTheTable() throws {
    let rooms = Set(
      try ProjectFolder.files(below: "Sources", endings: [".swift"]).map { String($0.split(separator: "/")[1]) })
    #expect(rooms.subtracting(allowed.keys).isEmpty)
  }

  @Test func aForbiddenImportIsNoticed() {
    #expect(strangers(room: "Drawing", text: "import Records\n") == ["Records"])
    #expect(strangers(room: "Figures", text: "package import Storage") == ["Storage"])
    #expect(strangers(room: "Records", text: "@testable import struct GRDB.Row") == ["GRDB"])
    #expect(strangers(room: "Reporting", text: "import Figures\nimport Glibc\n") == [])
  }

  @Test func onlyTheBridgeSeesTheHeadersOfICU() throws {
    for file in try ProjectFolder.files(below: "Sources", endings: [".c", ".h", ".modulemap"]) {
      guard
        Array(try ProjectFolder.text(file).utf8).split(separator: 10).contains(where: {
          isICUHeader(String(decoding: $0, as: UTF8.self))
        })
      else { continue }
      #expect(file.hasPrefix("Sources/ICUBridge/") && file.hasSuffix(".c"), "\(file) includes a header of ICU")
    }
    #expect(isICUHeader("#include <unicode/ubrk.h>"))
    #expect(!isICUHeader("// the headers in <unicode/> are seen by the bridge alone"))
  }

  private func isICUHeader(_ line: String) -> Bool { line.hasPrefix("#include <unicode/") }
}
