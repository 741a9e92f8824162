import Records
import Reporting
import Workflows

extension Visit {
  /// A moment as staff read it, in the zone in which months are counted: `5 November 2026, 12:00`.
  func moment(_ instant: Instant, _ words: PageWords) -> String {
    let local = desk.archive.local(instant)
    return words.date(local.day) + ", \(local.hour):" + (local.minute < 10 ? "0" : "") + String(local.minute)
  }

  var today: Day { desk.archive.today(desk.clock.now()) }

  /// The month that is being worked on: the one before this one.
  var workMonth: Month { today.month + -1 }

  /// The month that the address names, or the one being worked on. Only months that can have been: not before 2005.
  var chosenMonth: Month {
    guard let month = query("month").flatMap({ Month($0) }), month.year >= 2005, month <= today.month else {
      return workMonth
    }
    return month
  }
}
