import Foundation
import Testing

@testable import Workflows

@Suite struct CrewTests {
  /// Remembers how much it was given.
  private final class Worker {
    var count = 0
  }

  @Test(arguments: [(1, 100), (2, 3), (3, 100), (4, 101), (7, 36), (2, 0)])
  func resultsComeInTheOrderOfTheItems(cores: Int, count: Int) {
    let crew = Crew(cores: cores) { Worker() }
    let items = Array(0..<count)
    let parts = crew.share(items) { worker, part in
      worker.count += part.count
      return part.map { $0 * 2 }
    }
    #expect(Array(parts.joined()) == items.map { $0 * 2 })
  }

  @Test func everyWorkerHasItsPart() {
    let crew = Crew(cores: 3) { Worker() }
    #expect(crew.share(Array(0..<100)) { _, part in part.count } == [34, 34, 32])
    // Too little to share.
    #expect(crew.share(Array(0..<12)) { _, part in part.count } == [12])
  }
}
