import Foundation
import Ingestion
import Records
import Testing

/// A file under `Fixtures/`, with the names that enclose it there.
struct Fixture: CustomTestStringConvertible {
  var bytes: [UInt8]
  /// File name first, then the folders up to the fixture folder.
  var names: [String]

  var testDescription: String { names.reversed().joined(separator: "/") }

  /// When every fixture is received.
  static let receivedOn = Day("2026-11-05") ?? Day(number: 0)

  static var isRecording: Bool { ProcessInfo.processInfo.environment["MINBAR_RECORD"] != nil }

  /// The folder in the sources, where goldens are recorded.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  /// The files below a folder, in the order of their paths; goldens and side files left out.
  static func all(in folder: String) throws -> [Fixture] {
    let root = try #require(Bundle.module.resourceURL).appending(path: "Fixtures").appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return try paths.sorted().compactMap { path in
      var isFolder: ObjCBool = false
      let url = root.appending(path: path)
      _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      let isGolden = path.hasSuffix("expected.ndjson") || path.hasSuffix(".problems") || path.hasSuffix(".names")
      if isFolder.boolValue || isGolden { return nil }
      var names = Array(path.split(separator: "/").map(String.init).reversed())
      if let side = try? String(contentsOf: root.appending(path: path + ".names"), encoding: .utf8) {
        names += side.split(separator: "\n").map(String.init)
      }
      return Fixture(bytes: Array(try Data(contentsOf: url)), names: names)
    }
  }

  /// Reads the file as a user's command would.
  func read(pieceLimit: Int = .max, pieceSize: Int = .max) throws -> RecordingSink {
    let sink = RecordingSink()
    try sourceFiles(MemorySource(bytes, pieceSize: pieceSize), names: names) { file in
      let hints = SourceHints(names: file.names, receivedOn: Fixture.receivedOn, form: file.form)
      try SourceReader(pieceLimit: pieceLimit).read(file.bytes, hints: hints, into: sink)
    } problem: { problem in
      sink.problem(problem)
    }
    return sink
  }

  var probe: Probe {
    get throws {
      var probes: [Probe] = []
      try sourceFiles(MemorySource(bytes), names: names) {
        probes.append(try Fixture.probe($0))
      } problem: { _ in
      }
      let probe = try #require(probes.first)
      return SourceReader().recogniseBelowPreamble(probe)?.probe ?? probe
    }
  }

  private static func probe(_ file: SourceFile) throws -> Probe {
    let reader = ByteReader(file.bytes)
    guard file.form == .file else {
      return try SourceReader.probe(reader, encoding: .utf8, names: file.names, form: file.form)
    }
    guard case .certain(let encoding, let mark) = EncodingDetector.detect(try reader.peek(), isWhole: true) else {
      throw Problem("test", .fileRefused)
    }
    reader.skip(mark)
    return try SourceReader.probe(reader, encoding: encoding, names: file.names)
  }

  /// Compares with a golden file, or records it: recording fails, so that it is looked at.
  static func expect(_ lines: [String], matches golden: String) throws {
    let text = lines.map { $0 + "\n" }.joined()
    let source = folder.appending(path: golden)
    if isRecording {
      try text.write(to: source, atomically: true, encoding: .utf8)
      Issue.record("recorded \(golden)")
      return
    }
    let expected = try String(contentsOf: source, encoding: .utf8)
    if text != expected {
      let pairs = zip(text.split(separator: "\n"), expected.split(separator: "\n"))
      let first = pairs.first { $0 != $1 }.map { "\n got: \($0)\nwant: \($1)" } ?? "another number of lines"
      Issue.record("\(golden) differs: \(first)")
    }
  }
}
