import Foundation

/// Workers that share one piece of work, one a core. Each keeps its own memory from piece to piece.
struct Crew<Worker> {
  /// Less than this many items for each worker are not worth sharing.
  private static var leastShare: Int { 5 }

  private let workers: Workers

  /// - Parameter cores: how many workers; at least one.
  init(cores: Int = Cores.available, _ makeWorker: () -> Worker) {
    workers = Workers(all: (0..<max(1, cores)).map { _ in makeWorker() })
  }

  /// Cuts `items` into a part for each worker and runs the workers side by side. Results come in the order of the items.
  func share<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Worker, ArraySlice<Item>) -> Result
  ) -> [Result] {
    let count = workers.all.count
    let share = (items.count + count - 1) / count
    guard count > 1, share >= Self.leastShare else { return [body(workers.all[0], items[...])] }
    let results = Slots<Result>(count: count)
    let workers = workers
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let start = min(index * share, items.count)
      let end = min(start + share, items.count)
      results.set(index, body(workers.all[index], items[start..<end]))
    }
    return results.all
  }

  /// Each worker is used by one part of the work only, so that sharing the array is safe.
  private struct Workers: @unchecked Sendable {
    let all: [Worker]
  }
}

/// Results that come in any order, one a part.
private final class Slots<Result: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var slots: [Result?]

  init(count: Int) { slots = Array(repeating: nil, count: count) }

  func set(_ index: Int, _ result: Result) { lock.withLock { slots[index] = result } }

  var all: [Result] { lock.withLock { slots.compactMap { $0 } } }
}
