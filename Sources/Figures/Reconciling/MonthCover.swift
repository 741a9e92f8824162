import Records

/// Days and shorter stretches of one month, put side by side without overlap.
struct MonthCover {
  private var month: Month
  private var tolerance: Int
  /// The pieces that lie side by side.
  private(set) var taken: [StoredObservation] = []
  /// One bit per day of the month.
  private var days: UInt32
  private var daysBefore: Int

  /// - Parameter pieces: Period numbers that lie within the month.
  init(_ month: Month, _ pieces: [StoredObservation], tolerance: Int) {
    self.month = month
    self.tolerance = tolerance
    let published = pieces.compactMap(\.publishedOn).max()
    daysBefore = published.map { min(month.length, max(0, $0 - month.firstDay)) } ?? 0
    days = (1 << UInt32(daysBefore)) - 1
    let shortFirst = taking(pieces, shorterFirst: true)
    let longFirst = taking(pieces, shorterFirst: false)
    self = longFirst.days.nonzeroBitCount > shortFirst.days.nonzeroBitCount ? longFirst : shortFirst
  }

  private func taking(_ pieces: [StoredObservation], shorterFirst: Bool) -> MonthCover {
    var cover = self
    let ordered = pieces.filter { $0.value != nil }.sorted { a, b in
      let (one, two) = (a.period?.length ?? 0, b.period?.length ?? 0)
      if one != two { return (one < two) == shorterFirst }
      return a.receipt > b.receipt
    }
    for piece in ordered {
      guard let mask = mask(of: piece), cover.days & mask == 0 else { continue }
      cover.days |= mask
      cover.taken.append(piece)
    }
    return cover
  }

  private func mask(of piece: StoredObservation) -> UInt32? {
    guard let period = piece.period else { return nil }
    let first = UInt32(max(0, period.from - month.firstDay))
    return ((1 << UInt32(period.length)) - 1) << first
  }

  func part(_ additivity: Additivity) -> MonthPart {
    let known = days.nonzeroBitCount - daysBefore
    var part = MonthPart(known: known, of: month.length - daysBefore)
    part.asOf = taken.compactMap(\.period?.through).max()
    part.isApproximate = taken.contains(where: \.isApproximate)
    let values = taken.compactMap(\.value)
    let isComplete = days.nonzeroBitCount == month.length
    let sum = values.reduce(0, +)
    switch additivity {
    case .adds:
      part.lower = values.isEmpty ? nil : sum
      part.upper = isComplete ? sum : nil
    case .people:
      part.lower = values.max()
      part.upper = isComplete ? sum : nil
    case .signed:
      part.lower = isComplete ? sum : nil
      part.upper = part.lower
    case .level:
      part.lower = lastLevel
      part.upper = lastLevel
    case .ratio: break
    }
    return part
  }

  /// The last state, when it was taken close enough to the month's end.
  private var lastLevel: Double? {
    let last = taken.max { ($0.period?.through ?? month.firstDay) < ($1.period?.through ?? month.firstDay) }
    guard let last, let through = last.period?.through, month.lastDay - through <= tolerance else { return nil }
    return last.value
  }
}
