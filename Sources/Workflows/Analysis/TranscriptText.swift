import Records

/// The words of a transcript as one text, with the time at which each place of it is spoken.
struct TranscriptText {
  private(set) var text = ""
  /// For each cue: where it starts in the text (UTF-16), and its times in seconds.
  private var places: [(start: Int, end: Int, from: Double, through: Double)] = []
  /// The row of the file that each of these cues stood in.
  private var rows: [Int] = []
  private var length = 0
  private let hasTimes: Bool

  /// A pause this long separates sentences even when nobody wrote a full stop.
  private static let longPause = 1_200
  /// Letters that are spoken in a second, where no times are known.
  private static let lettersPerSecond = 13.0

  /// - Parameter durationSeconds: the talk's length; spreads a transcript without times over it.
  init(_ cues: [Cue], durationSeconds: Int?) {
    hasTimes = cues.contains { $0.startMs != nil }
    var previousEnd: Int?
    for (index, cue) in cues.enumerated() where !cue.text.isEmpty {
      let next = index + 1 < cues.count ? cues[index + 1].startMs : nil
      add(cue, pause: cue.startMs.flatMap { start in previousEnd.map { start - $0 } }, next: next)
      previousEnd = cue.endMs ?? next
    }
    if !hasTimes { spread(over: durationSeconds) }
  }

  private mutating func add(_ cue: Cue, pause: Int?, next: Int?) {
    if !text.isEmpty {
      text += (pause ?? 0) >= Self.longPause || !hasTimes ? "\n" : " "
      length += 1
    }
    let size = cue.text.utf16.count
    let from = Double(cue.startMs ?? 0) / 1_000
    let spoken = Double(size) / Self.lettersPerSecond
    let through = (cue.endMs ?? next).map { Double($0) / 1_000 } ?? from + spoken
    places.append((length, length + size, from, max(from, through)))
    rows.append(cue.row)
    text += oneLine(cue.text)
    length += size
  }

  /// Line ends inside of a timed cue only show the width of the screen: those that stay are pauses. The length is
  /// the same.
  private func oneLine(_ text: String) -> String {
    guard hasTimes, text.utf8.contains(0x0A) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" ? " " : $0 }))
  }

  private mutating func spread(over durationSeconds: Int?) {
    let total = durationSeconds.map(Double.init) ?? Double(length) / Self.lettersPerSecond
    let scale = length > 0 ? total / Double(length) : 0
    places = places.map { ($0.start, $0.end, Double($0.start) * scale, Double($0.end) * scale) }
  }

  /// When the last word is spoken, in seconds.
  var endSecond: Double { places.last?.through ?? 0 }

  /// When a place of the text (UTF-16) is spoken, in seconds, and the row of the file where its cue stands.
  func place(of offset: Int) -> (seconds: Double, row: Int)? {
    guard let index = places.lastIndex(where: { $0.start <= offset }) else { return nil }
    return (places[index].from, rows[index])
  }

  /// Seconds of talk that each range of the text takes. Time in which nobody speaks belongs to no sentence.
  func seconds(of ranges: [Range<Int>]) -> [Double] {
    var first = 0
    return ranges.map { range in
      while first < places.count, places[first].end <= range.lowerBound { first += 1 }
      var seconds = 0.0
      var index = first
      while index < places.count, places[index].start < range.upperBound {
        seconds += share(of: places[index], in: range)
        index += 1
      }
      return seconds
    }
  }

  private func share(
    of place: (start: Int, end: Int, from: Double, through: Double), in range: Range<Int>
  ) -> Double {
    let covered = min(place.end, range.upperBound) - max(place.start, range.lowerBound)
    guard covered > 0, place.end > place.start else { return 0 }
    return (place.through - place.from) * Double(covered) / Double(place.end - place.start)
  }
}
