import Foundation
import Records
import TextAnalysis

/// A text that waits to be read.
struct PendingText: Sendable {
  let bytes: [UInt8]
  let kind: TextKind
}

/// Reads many texts on all cores: one reader a core, each with its own memory of words.
final class ReadingPool {
  private let readers: [AdjustedReader]

  init(_ engine: ReadingEngine, cores: Int = ProcessInfo.processInfo.activeProcessorCount) {
    readers = (0..<max(1, cores)).map { _ in engine.makeReader() }
  }

  /// Readings in the order of the texts.
  func read(_ texts: [PendingText]) -> [TextReading] {
    guard readers.count > 1, texts.count > 8 else {
      let reader = readers[0]
      return texts.map { reader.read($0) }
    }
    let share = (texts.count + readers.count - 1) / readers.count
    let results = Slots(count: readers.count)
    let borrowed = Borrowed(readers)
    DispatchQueue.concurrentPerform(iterations: readers.count) { index in
      let start = min(index * share, texts.count)
      let part = texts[start..<min(start + share, texts.count)]
      results.set(index, part.map { borrowed.value[index].read($0) })
    }
    return results.all
  }

  /// Each reader is used by one iteration only, so that sharing the array is safe.
  private struct Borrowed: @unchecked Sendable {
    let value: [AdjustedReader]
    init(_ value: [AdjustedReader]) { self.value = value }
  }

  private final class Slots: @unchecked Sendable {
    private let lock = NSLock()
    private var slots: [[TextReading]]

    init(count: Int) { slots = Array(repeating: [], count: count) }

    func set(_ index: Int, _ readings: [TextReading]) {
      lock.withLock { slots[index] = readings }
    }

    var all: [TextReading] { lock.withLock { Array(slots.joined()) } }
  }
}
