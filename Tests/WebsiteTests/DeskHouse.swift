import Foundation
import Hummingbird
import HummingbirdTesting
import Records
import Synchronization
import TestSupport
import Testing
import Workflows

@testable import Website

/// Clocks that tests set.
final class Clocks: Sendable {
  /// 2026-11-05 06:00 UTC.
  static let start: Int64 = 1_793_858_400
  private let seconds = Mutex<Int64>(0)

  var steady: Int64 { seconds.withLock { $0 } }
  var now: Int64 { Self.start + steady }
  func pass(_ count: Int64) { seconds.withLock { $0 += count } }
}

/// A desk in a folder of its own.
final class DeskHouse: Sendable {
  let folder: TemporaryFolder
  let workspace: Workspace
  let desk: Desk
  let clocks = Clocks()

  /// - Parameters:
  ///   - creators: whether the sample's twelve creators are there.
  ///   - ingest: a file or folder of the project that is taken in before the desk opens.
  ///   - keepsKeys: false destroys all keys before the desk opens; it may make one of its own.
  init(
    creators: Bool = true, ingest: String? = nil, keepsKeys: Bool = true, port: Int = 80,
    publicOrigin: String? = nil, limits: UploadLimits = UploadLimits(), hashing: PassphraseHashing? = nil,
    connections: ConnectionLimits = ConnectionLimits()
  ) throws {
    folder = try TemporaryFolder()
    let places = Places(
      home: folder.path + "/data", keys: folder.path + "/keys", lexicons: ProjectFolder.path + "Lexicons",
      reportFiles: ProjectFolder.path + "Reports")
    workspace = Workspace(places: places, now: Instant(seconds: Clocks.start), user: "tester")
    _ = try workspace.setUp(timeZone: nil)
    let day = try #require(Day("2026-11-05"))
    if creators { _ = try workspace.importCreators(ProjectFolder.path + "Samples/creators.csv", today: day) }
    if let ingest { _ = try IngestWorkflow(workspace).ingest([ProjectFolder.path + ingest]) }
    if !keepsKeys { _ = places.panic() }
    var settings = try DeskSettings(port: port, publicOrigin: publicOrigin, executable: Program.binary)
    settings.limits = limits
    settings.connections = connections
    // The same function with little memory: what it costs is not what most tests ask about.
    settings.hashing = hashing ?? .scrypt(rounds: 16)
    let clocks = clocks
    desk = try Desk(
      workspace, settings: settings,
      clock: DeskClock(now: { Instant(seconds: clocks.now) }, steady: { clocks.steady }),
      environment: ["PATH": "/usr/bin:/bin", "MINBAR_NOW": String(Clocks.start)])
  }

  var spool: [String] {
    (try? FileManager.default.subpathsOfDirectory(atPath: workspace.places.desk + "/spool")) ?? []
  }

  func visit(_ body: @escaping @Sendable (Browser) async throws -> Void) async throws {
    let application = Application(router: buildRouter(desk))
    try await application.test(.router) { client in try await body(Browser(client: client, house: self)) }
  }

  /// A cookie of whoever holds the machine.
  func cookie(_ language: String = "en") throws -> String { try cookie(of: nil, language) }

  /// A cookie of an account.
  func cookie(
    of user: DeskUser?, _ language: String = "en", stage: DeskSession.Stage = .signedIn
  ) throws -> String {
    let token = Token.make()
    let isIn = try desk.book.begin(token: token, user: user, stage: stage, language: language, at: clocks.steady)
    try #require(isIn)
    return SessionRules.cookie + "=" + token
  }

  /// An account; creators and donors are bound to a code.
  func user(_ code: String, _ role: DeskRole, for boundTo: String = "") throws -> DeskUser {
    try desk.book.addUser(
      code, role, boundTo: boundTo, by: "tester", at: Instant(seconds: clocks.now))
  }
}

/// Asks as browsers do.
struct Browser: Sendable {
  let client: any TestClientProtocol
  let house: DeskHouse

  func get(_ path: String, cookie: String? = nil, _ more: HTTPFields = [:]) async throws -> TestResponse {
    var headers = more
    if let cookie { headers[.cookie] = cookie }
    return try await client.execute(uri: path, method: .get, headers: headers) { $0 }
  }

  /// Sends a form from the site's own page.
  func post(
    _ path: String, _ form: String = "", cookie: String? = nil, _ more: HTTPFields = [.fetchSite: "same-origin"]
  ) async throws -> TestResponse {
    var headers = more
    headers[.contentType] = headers[.contentType] ?? "application/x-www-form-urlencoded"
    if let cookie { headers[.cookie] = cookie }
    return try await client.execute(
      uri: path, method: .post, headers: headers, body: ByteBuffer(string: form)
    ) { $0 }
  }

  func upload(_ parts: [UploadPart], cookie: String) async throws -> TestResponse {
    let headers: HTTPFields = [
      .fetchSite: "same-origin", .contentType: "multipart/form-data; boundary=----edge", .cookie: cookie,
    ]
    let body = ByteBuffer(bytes: UploadPart.body(parts, boundary: "----edge"))
    return try await client.execute(uri: "/upload", method: .post, headers: headers, body: body) { $0 }
  }

  /// Waits until all jobs are over.
  func settle() async { await house.desk.close() }
}

extension TestResponse {
  var text: String { String(buffer: body) }
}

/// A part of a form that hands in files.
struct UploadPart {
  var name: String
  var fileName: String?
  var bytes: [UInt8]

  init(file: String, _ bytes: some Sequence<UInt8>) {
    self.name = "files"
    self.fileName = file
    self.bytes = Array(bytes)
  }

  init(field: String, _ text: String) {
    self.name = field
    self.bytes = Array(text.utf8)
  }

  static func body(_ parts: [UploadPart], boundary: String, isCut: Bool = false) -> [UInt8] {
    let pieces = parts.flatMap { part -> [UInt8] in
      let file = part.fileName.map { "; filename=\"\($0)\"\r\nContent-Type: application/octet-stream" } ?? ""
      return Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name)\"\(file)\r\n\r\n".utf8)
        + part.bytes + Array("\r\n".utf8)
    }
    return pieces + (isCut ? [] : Array("--\(boundary)--\r\n".utf8))
  }
}
