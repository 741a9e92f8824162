import Records
import Storage

/// Holds the clock against what the archive remembers: by a wrong one nothing may be deleted.
enum ClockCheck {
  /// A clock that is this much behind the archive is wrong; seconds.
  private static let tolerance: Int64 = 600
  /// A clock that leaps ahead by more than this since the last command is asked about, since what goes is gone; seconds.
  private static let leap: Int64 = 400 * 86_400
  static let lastSeen = "clock.last-seen"

  /// What is wrong with the clock, or nil.
  static func doubt(_ now: Instant, _ reader: ArchiveReader) throws -> String? {
    let noted = try reader.setting(lastSeen).flatMap(Int64.init)
    let seen = max(noted ?? now.seconds, try reader.lastReceipt()?.seconds ?? 0)
    if now.seconds < seen - tolerance {
      return "the clock says \(now), but the archive was written on \(Instant(seconds: seen))"
    }
    return now.seconds - seen > leap ? "the clock says \(now), more than a year after the last command" : nil
  }
}
