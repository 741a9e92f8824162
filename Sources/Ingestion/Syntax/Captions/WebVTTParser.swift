/// Reads WebVTT by the W3C's file-parsing rules: what is broken is left out as they say, styles and regions
/// are skipped.
final class WebVTTParser {
  private let lines: LineReader
  private var pending: [UInt8]?
  private var line = 0
  private var isDamaged = false
  private var state = State.signature
  private var queue: [CaptionStep] = []

  private enum State { case signature, header, body, ended }

  init(_ text: any TextSource) { lines = LineReader(text) }

  /// Whether these bytes start a WebVTT file.
  static func isSignature(_ head: Bytes) -> Bool {
    guard head.starts(with: "WEBVTT") else { return false }
    return head.count == 6 || [ASCII.space, ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn].contains(head[6])
  }

  /// The next thing in the file; nil at its end.
  func next() throws -> CaptionStep? {
    while queue.isEmpty {
      switch state {
      case .signature: try readSignature()
      case .header: try readBlock(isHeader: true)
      case .body: try readBlock(isHeader: false)
      case .ended: return nil
      }
    }
    return queue.removeFirst()
  }

  private func readSignature() throws {
    guard let line = try take(), line.withUnsafeBytes({ WebVTTParser.isSignature($0) }) else {
      state = .ended
      return
    }
    state = .header
  }

  /// Reads lines up to an empty one, or to times that start the next block.
  private func readBlock(isHeader: Bool) throws {
    var text: [UInt8] = []
    var caption: Caption?
    var count = 0
    var seenArrow = false
    var firstLine = 0
    while let bytes = try take() {
      count += 1
      if count == 1 { firstLine = line }
      if bytes.withUnsafeBytes({ $0.position(of: "-->") != nil }) {
        guard !isHeader, !seenArrow, count <= 2 else {
          putBack(bytes)
          break
        }
        seenArrow = true
        text = []
        caption = bytes.withUnsafeBytes { WebVTTParser.timings($0, line: line) }
        if caption == nil { queue.append(.broken(line: line)) }
      } else if bytes.isEmpty {
        break
      } else {
        if !text.isEmpty { text.append(ASCII.lineFeed) }
        text += bytes
        if isDamaged { caption?.isDamaged = true }
      }
    }
    if count == 0 { state = .ended } else { state = .body }
    finish(caption, text: text, isHeader: isHeader, seenArrow: seenArrow, line: firstLine)
  }

  private func finish(_ caption: Caption?, text: [UInt8], isHeader: Bool, seenArrow: Bool, line: Int) {
    if var caption {
      caption.text = text
      queue.append(.caption(caption))
    } else if isHeader {
      addHeaders(text)
    } else if !seenArrow, !text.isEmpty, !isComment(text) {
      queue.append(.broken(line: line))
    }
  }

  /// `NOTE`, `STYLE` and `REGION` blocks.
  private func isComment(_ text: [UInt8]) -> Bool {
    text.withUnsafeBytes { bytes in
      ["NOTE", "STYLE", "REGION"].contains { (word: StaticString) in
        bytes.starts(with: word)
          && (bytes.count == word.utf8CodeUnitCount || ASCII.isBlank(bytes[word.utf8CodeUnitCount]))
      }
    }
  }

  private func addHeaders(_ text: [UInt8]) {
    for row in text.split(separator: ASCII.lineFeed) {
      guard let colon = row.firstIndex(of: ASCII.colon) else { continue }
      let name = Array(row[..<colon]).withUnsafeBytes { $0.trimmed().string }
      let value = Array(row[(colon + 1)...]).withUnsafeBytes { $0.trimmed().string }
      queue.append(.header(name, value))
    }
  }

  /// A caption without text from its line of times; nil for any other line.
  static func timings(_ bytes: Bytes, line: Int) -> Caption? {
    var at = 0
    skipBlank(bytes, &at)
    guard let start = CaptionTime.strict(bytes, at: &at) else { return nil }
    skipBlank(bytes, &at)
    guard bytes.part(at..<bytes.count).starts(with: "-->") else { return nil }
    at += 3
    skipBlank(bytes, &at)
    guard let end = CaptionTime.strict(bytes, at: &at) else { return nil }
    let settings = bytes.part(at..<bytes.count).trimmed().string
    return Caption(startMs: start, endMs: end, text: [], line: line, settings: settings, isDamaged: false)
  }

  /// ASCII white space as the W3C has it: without the vertical tab.
  private static func skipBlank(_ bytes: Bytes, _ at: inout Int) {
    while at < bytes.count, ASCII.isBlank(bytes[at]), bytes[at] != 0x0B { at += 1 }
  }

  private func take() throws -> [UInt8]? {
    if let bytes = pending {
      pending = nil
      return bytes
    }
    guard let bytes = try lines.next() else { return nil }
    line = lines.line
    isDamaged = lines.isDamaged
    return Array(bytes)
  }

  private func putBack(_ bytes: [UInt8]) { pending = bytes }
}
