import Foundation
import Records
import TestSupport
import Testing
import TextAnalysis
import Workflows

@Suite struct LexiconVersionTests {
  private let file = "languages/ky/classes/BOOK.tsv"

  @Test func aPublishedVersionTakesEffectIsSignedAndCanBeTakenBack() throws {
    let folder = try TemporaryFolder()
    let places = Places(home: folder.path + "/data", keys: folder.path + "/keys")
    let workspace = Workspace(places: places, now: Instant(seconds: 1_793_858_400), user: "tester")
    _ = try workspace.setUp(timeZone: nil)
    let bench = LexiconBench(places)
    let before = try workspace.makeTextEngine().fingerprint
    #expect(throws: WorkflowError.self) { _ = try workspace.publishLexicon(by: "K7") }
    try bench.save(LexiconChange(file: file, added: ["бир\tzzz"], removed: []))
    // A line that loading refuses stops it.
    #expect(throws: WorkflowError.self) { _ = try workspace.publishLexicon(by: "K7") }
    #expect(try workspace.lexiconVersions().isEmpty)
    try bench.save(LexiconChange(file: file, added: ["жайыт\tn"], removed: []))
    let first = try workspace.publishLexicon(by: "K7")
    let after = try workspace.makeTextEngine().fingerprint
    #expect(first.number == 1 && first.added == 1 && first.fingerprint == after && after != before)
    #expect(try bench.lines(of: file)?.last == "жайыт\tn" && bench.draft().isEmpty)
    try bench.save(LexiconChange(file: file, added: [], removed: ["жайыт\tn"]))
    _ = try workspace.publishLexicon(by: "K8")
    #expect(try workspace.makeTextEngine().fingerprint == before)
    #expect(try workspace.lexiconVersions().map(\.isInForce) == [true, false])
    try workspace.restoreLexicon(1)
    #expect(try workspace.makeTextEngine().fingerprint == after)
    #expect(try workspace.lexiconVersions().map(\.isInForce) == [false, true])
    let tampered = URL(filePath: places.home + "/lexicons/versions/2/" + file)
    try Data("китеп\tn\n".utf8).write(to: tampered)
    #expect(try workspace.lexiconVersions().map(\.isWhole) == [false, true])
    #expect(throws: WorkflowError.self) { try workspace.restoreLexicon(2) }
    try workspace.restoreLexicon(0)
    #expect(try workspace.makeTextEngine().fingerprint == before)
    #expect(throws: WorkflowError.self) { try workspace.restoreLexicon(0) }
  }
}
