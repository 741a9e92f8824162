/// Comments written under somebody's talks at one hour of one day of the week.
package struct AnswerHour: Sendable, Hashable {
  /// 1 = Monday ... 7 = Sunday.
  package var weekday: Int
  /// 0...23, in the programme's zone.
  package var hour: Int
  package var comments: Int

  package init(weekday: Int, hour: Int, comments: Int) {
    self.weekday = weekday
    self.hour = hour
    self.comments = comments
  }
}
