/// What readers can know of spans of months when they are told the counts of some: every count lies between two ends.
///
/// Running totals are the nodes, told spans the edges; the shortest ways between nodes are the tightest ends that follow
/// (difference constraints, Floyd and Warshall). Counts are never below 0.
struct MonthLine {
  /// Bounds between which spans lie, in rising order.
  let marks: [Int]
  private let places: [Int: Int]
  /// The most that the total at one mark is above that at another.
  private var most: [[Double]]

  static let unknown: ClosedRange<Double> = 0...1e12

  init(marks: Set<Int>) {
    self.marks = marks.sorted()
    places = Dictionary(uniqueKeysWithValues: self.marks.enumerated().map { ($1, $0) })
    let count = self.marks.count
    most = (0..<count).map { from in
      (0..<count).map { to in from < to ? Self.unknown.upperBound : 0 }
    }
  }

  /// Tells the count from one mark to a later one.
  mutating func tell(_ from: Int, _ to: Int, _ range: ClosedRange<Double>) {
    guard let from = places[from], let to = places[to] else { return }
    most[from][to] = min(most[from][to], range.upperBound)
    most[to][from] = min(most[to][from], -range.lowerBound)
  }

  mutating func close() {
    for middle in marks.indices {
      for from in marks.indices {
        for to in marks.indices {
          most[from][to] = min(most[from][to], most[from][middle] + most[middle][to])
        }
      }
    }
  }

  /// Where numbers of two dates contradict one another, readers are taken to know the middle.
  func range(_ from: Int, _ to: Int) -> ClosedRange<Double> {
    guard let from = places[from], let to = places[to] else { return Self.unknown }
    let (low, high) = (-most[to][from], most[from][to])
    guard low <= high else { return (low + high) / 2...(low + high) / 2 }
    return max(0, low)...max(0, high)
  }
}
