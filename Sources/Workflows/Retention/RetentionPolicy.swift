package import Records
package import Storage

/// How long things are kept, counted from receipt.
package struct RetentionPolicy: Sendable, Hashable, Codable {
  /// Words of comments and what was read of each, in days.
  package var textDays = 90
  /// Marks, times and likes of comments, in months of 30.44 days; then only tallies are kept.
  package var rowMonths = 12
  /// Originals and half uploads in the spool, in days.
  package var spoolDays = 7
  /// Whether the words of comments are kept at all.
  package var keepsText = true

  private static let secondsOfMonth: Int64 = 2_629_746

  package init() {}

  /// What the archive's settings say.
  package init(_ reader: ArchiveReader) throws {
    for setting in Settings.retention {
      guard let text = try reader.setting(setting.storedName), let value = setting.value(of: text) else { continue }
      setting.put(value, &self)
    }
  }

  /// Texts received through this moment have expired. Rows never outlive the reading of their texts.
  package func textCutoff(_ now: Instant) -> Instant {
    max(Instant(seconds: now.seconds - Int64(textDays) * 86_400), rowCutoff(now))
  }

  package func rowCutoff(_ now: Instant) -> Instant {
    Instant(seconds: now.seconds - Int64(rowMonths) * Self.secondsOfMonth)
  }

  package func spoolCutoff(_ now: Instant) -> Instant {
    Instant(seconds: now.seconds - Int64(spoolDays) * 86_400)
  }
}
