import Hummingbird
import HummingbirdCore

/// An upload that came in whole.
struct Upload {
  let spool: UploadSpool
  let fields: FormFields
}

/// Streams an upload into the spool. Memory stays at one piece, whatever comes.
struct UploadReader {
  let limits: UploadLimits
  let clock: DeskClock
  let folder: String
  let share: SpoolShare

  /// - Throws: `HTTPError` 415 for another kind of body, 400 for a broken one, 413 over the limits, 408 when it comes too
  ///   slowly, 507 without room; `SpoolFull` when too much waits to be read.
  func read(_ request: Request) async throws -> Upload {
    guard var parser = MultipartParser(contentType: request.headers[.contentType] ?? "") else {
      throw HTTPError(.unsupportedMediaType)
    }
    if let length = request.headers[.contentLength].flatMap({ Int64($0) }), length > limits.bytes {
      throw HTTPError(.contentTooLarge)
    }
    let begun = clock.steady()
    var sink = UploadSink(spool: try UploadSpool(folder, limits: limits, share: share))
    var received: Int64 = 0
    do {
      for try await part in request.body {
        received += Int64(part.readableBytes)
        try check(received, since: begun)
        try parser.feed(part.readableBytesView, &sink)
      }
      try parser.finish()
    } catch is MultipartError {
      throw HTTPError(.badRequest)
    }
    return Upload(spool: sink.spool, fields: FormFields(sink.fields))
  }

  /// A sender of single bytes keeps a connection busy for ever, which the server's own limit does not see.
  private func check(_ received: Int64, since begun: Int64) throws {
    guard received <= limits.bytes + (1 << 20) else { throw HTTPError(.contentTooLarge) }
    let passed = clock.steady() - begun
    let isTooSlow =
      passed > UploadLimits.graceSeconds && received < (passed - UploadLimits.graceSeconds) * limits.slowest
    guard passed <= limits.seconds, !isTooSlow else { throw HTTPError(.requestTimeout) }
  }
}

/// Puts files into the spool and keeps small fields.
private struct UploadSink: PartSink {
  let spool: UploadSpool
  private(set) var fields: [(name: String, value: String)] = []
  private var field: (name: String, bytes: [UInt8])?
  private var isSkipped = false

  init(spool: UploadSpool) { self.spool = spool }

  mutating func begin(_ head: PartHead) throws {
    isSkipped = false
    guard let name = head.fileName else {
      guard fields.count < 20 else { throw MultipartError.head }
      field = (head.name, [])
      return
    }
    // Browsers send an empty file without a name when none was chosen.
    if name.isEmpty { isSkipped = true } else { try spool.begin(name) }
  }

  mutating func take(_ bytes: ArraySlice<UInt8>) throws {
    if isSkipped { return }
    guard field != nil else { return try spool.write(bytes) }
    field?.bytes += bytes
    guard (field?.bytes.count ?? 0) <= UploadLimits.fieldBytes else { throw MultipartError.head }
  }

  mutating func end() throws {
    if let field { fields.append((field.name, String(decoding: field.bytes, as: UTF8.self))) }
    field = nil
    spool.closeFile()
  }
}
