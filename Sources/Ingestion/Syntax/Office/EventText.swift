import Records

/// Text made from the events of a document, an event at a time, and taken in pieces of any size.
final class EventText {
  let reader: XMLReader
  /// What was made since it was last taken wholly.
  var output: [UInt8] = []
  /// What ended the document early.
  private(set) var fault: XMLFault?
  private var position = 0
  private var isAtEnd = false

  init(_ bytes: any ByteSource) { reader = XMLReader(bytes) }

  var isEmpty: Bool { position == output.count }

  /// Whether what is left to take begins with these bytes.
  func starts(with bytes: some Sequence<UInt8>) -> Bool { output[position...].starts(with: bytes) }

  /// Gives events to `take` until it made some text, unless there is text left or the document ended.
  /// - Returns: how many bytes were made.
  /// - Throws: what the source and `take` throw, but for faults of the document, which end it.
  @discardableResult
  func fill(_ take: (XMLEvent) throws -> Void) throws -> Int {
    guard isEmpty, !isAtEnd else { return 0 }
    output.removeAll(keepingCapacity: true)
    position = 0
    do {
      while output.isEmpty, !isAtEnd {
        if let event = try reader.next() { try take(event) } else { isAtEnd = true }
      }
    } catch let fault as XMLFault {
      isAtEnd = true
      self.fault = fault
    }
    return output.count
  }

  /// Moves as much as fits into `buffer`; the number of bytes.
  func take(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, output.count - position)
    buffer.copyBytes(from: output[position..<position + count])
    position += count
    return count
  }
}
