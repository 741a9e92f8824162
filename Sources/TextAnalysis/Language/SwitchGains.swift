/// The most that any other language could gain over one language on a stretch of a sentence.
///
/// No lane gains more on a stretch than the sum of each word's best lead over this lane, so a stretch that could pay
/// for a switch shows in these sums.
struct SwitchGains {
  private var sum: Int32 = 0
  private var lowest: Int32 = 0
  private var highest: Int32 = 0
  private var running: Int32 = 0
  /// The highest sum of consecutive leads anywhere.
  private(set) var inside: Int32 = 0

  /// The highest sum of leads from the first word on, or up to the last word.
  var atEdge: Int32 { max(highest, sum &- lowest) }

  @inline(__always)
  mutating func add(_ lead: Int32) {
    sum &+= lead
    lowest = min(lowest, sum)
    highest = max(highest, sum)
    running = max(0, running) &+ lead
    inside = max(inside, running)
  }
}
