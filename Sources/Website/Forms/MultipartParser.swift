import Glibc

/// What stands before the bytes of a part.
struct PartHead: Sendable, Hashable {
  var name: String
  /// Nil for fields that are no files.
  var fileName: String?
}

/// Takes parts as they come.
protocol PartSink {
  mutating func begin(_ head: PartHead) throws
  mutating func take(_ bytes: ArraySlice<UInt8>) throws
  mutating func end() throws
}

/// Why a body of parts cannot be read.
enum MultipartError: Error, Sendable, Hashable {
  /// The head of a part is longer than 8 KiB, or says no name.
  case head
  /// What follows a boundary is neither a part nor the end.
  case boundary
  /// The body ended inside a part.
  case cut
}

/// Reads `multipart/form-data` (RFC 7578) piece by piece, wherever the pieces are cut. Keeps no more than a head or a
/// boundary in memory.
struct MultipartParser {
  private enum State {
    case preamble, boundary, head, body, epilogue
  }

  static let longestHead = 8 << 10
  private let delimiter: [UInt8]
  private var state = State.preamble
  /// What was not decided yet. The first boundary needs no line before it, so one is put there.
  private var pending: [UInt8] = [0x0D, 0x0A]

  /// Nil when the content type is another, or names no boundary of 1 to 70 bytes.
  init?(contentType: String) {
    let bytes = Array(contentType.utf8)
    guard bytes.starts(with: "multipart/form-data".utf8), let boundary = PartHeader.parameter("boundary", in: bytes),
      (1...70).contains(boundary.count)
    else { return nil }
    delimiter = [0x0D, 0x0A, 0x2D, 0x2D] + boundary
  }

  mutating func feed(_ bytes: some Sequence<UInt8>, _ sink: inout some PartSink) throws {
    pending.append(contentsOf: bytes)
    while try step(&sink) {}
  }

  /// - Throws: `MultipartError.cut` when the last boundary did not come.
  func finish() throws {
    guard state == .epilogue else { throw MultipartError.cut }
  }

  /// One step; false when more bytes are needed.
  private mutating func step(_ sink: inout some PartSink) throws -> Bool {
    switch state {
    case .preamble, .body: try passBody(&sink)
    case .boundary: try passBoundary()
    case .head: try passHead(&sink)
    case .epilogue: passEpilogue()
    }
  }

  private mutating func passEpilogue() -> Bool {
    pending.removeAll(keepingCapacity: true)
    return false
  }

  private mutating func passBody(_ sink: inout some PartSink) throws -> Bool {
    let found = find(delimiter)
    let end = found ?? max(0, pending.count - delimiter.count + 1)
    if state == .body, end > 0 { try sink.take(pending[..<end]) }
    guard found != nil else {
      pending.removeSubrange(..<end)
      return false
    }
    if state == .body { try sink.end() }
    pending.removeSubrange(..<(end + delimiter.count))
    state = .boundary
    return true
  }

  /// `--` ends the body; a line's end begins a part. White space between may stand there.
  private mutating func passBoundary() throws -> Bool {
    guard pending.count >= 2 else { return false }
    if pending.starts(with: [0x2D, 0x2D]) {
      state = .epilogue
      return true
    }
    let rest = pending.drop { $0 == 0x20 || $0 == 0x09 }
    guard rest.count >= 2 else {
      guard pending.count < 1_024 else { throw MultipartError.boundary }
      return false
    }
    guard rest.starts(with: [0x0D, 0x0A]) else { throw MultipartError.boundary }
    // The line's end stays, so that every line of the head begins with one.
    pending = Array(rest)
    state = .head
    return true
  }

  private mutating func passHead(_ sink: inout some PartSink) throws -> Bool {
    guard let end = find([0x0D, 0x0A, 0x0D, 0x0A]) else {
      guard pending.count <= Self.longestHead else { throw MultipartError.head }
      return false
    }
    guard end <= Self.longestHead, let head = PartHeader.read(pending[..<end]) else { throw MultipartError.head }
    pending.removeSubrange(..<(end + 4))
    try sink.begin(head)
    state = .body
    return true
  }

  /// Where a sequence begins. The C library looks for its first byte, so that long bodies cost little.
  private func find(_ needle: [UInt8]) -> Int? {
    pending.withUnsafeBytes { hay in
      var index = 0
      while index + needle.count <= hay.count, let start = hay.baseAddress,
        let place = memchr(start + index, Int32(needle[0]), hay.count - needle.count + 1 - index)
      {
        let found = UnsafeRawPointer(place) - start
        if hay[found..<(found + needle.count)].elementsEqual(needle) { return found }
        index = found + 1
      }
      return nil
    }
  }
}
