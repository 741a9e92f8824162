import Figures
import Records

/// What is aimed at for one number of the brief, and how far it is by now.
struct BriefTarget {
  /// Code of the reader's file and of its indicator: "A1 2.1".
  var source: String
  var period: ReportingPeriod
  /// In the published unit: shares in per cent.
  var value: Double
  /// The period's figure up to the brief's month.
  var soFar: Figure?

  /// The target of a measure whose period holds the month; of several the shortest period's, then the first file's.
  static func of(
    _ measure: IndicatorMeasure, in month: Month, plans: [DonorPlan], data: ProgrammeData
  ) -> BriefTarget? {
    let found = plans.sorted { $0.id < $1.id }.flatMap { plan in
      plan.indicators.filter { $0.entry.measure == measure && $0.platform == nil }.flatMap { planned in
        planned.milestones.filter { $0.period.months.contains(month) }.map { (plan, planned, $0) }
      }
    }
    guard let (plan, planned, milestone) = found.min(by: { $0.2.period.months.count < $1.2.period.months.count })
    else { return nil }
    let months = milestone.period.months.filter { $0 <= month }
    let book = FigureBook(plan.authors.map { data.part(of: $0) } ?? data)
    return BriefTarget(
      source: plan.id + " " + planned.code, period: milestone.period, value: milestone.value,
      soFar: figure(measure, book, months))
  }

  private static func figure(_ measure: IndicatorMeasure, _ book: FigureBook, _ months: [Month]) -> Figure? {
    switch measure {
    case .views: book.total(.views, .all, over: months)
    case .watchHours: book.total(.watchHours, .all, over: months)
    case .peopleReached: book.reach(.all, over: months)
    case .talksPublished: book.talksPublished(.all, over: months)
    case .constructiveShare:
      book.opinionShare(
        Set(ResponseBreakdown.constructiveKinds), .all, languages: nil, over: book.commentedMonths(.all, of: months))
    default: nil
    }
  }

  /// Standing against the target, once its period is over.
  func light(in month: Month) -> TrafficLight? {
    guard period.months.last == month, let soFar else { return nil }
    let low = soFar.range?.lower ?? soFar.value
    let high = soFar.range == nil ? soFar.value : soFar.range?.upper
    return TrafficLight(low: low.map(soFar.unit.published), high: high.map(soFar.unit.published), target: value)
  }
}
