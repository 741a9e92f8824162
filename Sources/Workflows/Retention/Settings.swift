import Records
import Storage

/// A setting that staff may change.
package struct Setting: Sendable {
  package let name: String
  package let meaning: String
  /// Least and greatest value; yes and no are 1 and 0.
  let range: ClosedRange<Int>
  let isSwitch: Bool
  let get: @Sendable (RetentionPolicy) -> Int
  let put: @Sendable (Int, inout RetentionPolicy) -> Void

  var storedName: String { "retention." + name }

  /// The value that a text means; nil when it is none or out of range.
  func value(of text: String) -> Int? {
    let value = isSwitch ? ["yes": 1, "no": 0][text] : Int(decimalDigits: text.utf8)
    return value.flatMap { range.contains($0) ? $0 : nil }
  }

  func text(of value: Int) -> String { isSwitch ? (value == 1 ? "yes" : "no") : String(value) }

  package var allowed: String { isSwitch ? "yes or no" : "\(range.lowerBound) to \(range.upperBound)" }
}

/// Every setting, a block each.
package enum Settings {
  static let retention: [Setting] = [
    Setting(
      name: "text-days", meaning: "days that the words of comments are kept, from receipt", range: 1...90,
      isSwitch: false, get: \.textDays, put: { $1.textDays = $0 }),
    Setting(
      name: "row-months", meaning: "months that comments are kept as rows, from receipt; then only counts stay",
      range: 1...24, isSwitch: false, get: \.rowMonths, put: { $1.rowMonths = $0 }),
    Setting(
      name: "spool-days", meaning: "days that originals and half uploads are kept", range: 0...7, isSwitch: false,
      get: \.spoolDays, put: { $1.spoolDays = $0 }),
    Setting(
      name: "keep-text", meaning: "whether words of comments are kept at all, or only what was read from them",
      range: 0...1, isSwitch: true, get: { $0.keepsText ? 1 : 0 }, put: { $1.keepsText = $0 == 1 }),
  ]

  static let timeZone = "time-zone"
  package static var names: [String] { retention.map(\.name) + Custody.kinds.map(\.name) + [timeZone] }
}

/// A setting as `minbar settings` shows it.
package struct SettingListing: Sendable, Codable {
  package let name: String
  package let value: String
  package let standard: String
  package let allowed: String
  package let meaning: String
}

extension Workspace {
  package func settings() throws -> [SettingListing] {
    let archive = try openForReading()
    let policy = try archive.read(RetentionPolicy.init)
    let standard = RetentionPolicy()
    let listed = Settings.retention.map { setting in
      SettingListing(
        name: setting.name, value: setting.text(of: setting.get(policy)),
        standard: setting.text(of: setting.get(standard)), allowed: setting.allowed, meaning: setting.meaning)
    }
    return try listed + archive.read(Custody.listings) + [
      SettingListing(
        name: Settings.timeZone, value: try zone(archive).name, standard: ProgrammeZone.standard,
        allowed: "a zone such as Asia/Tashkent", meaning: "the zone in which months are counted; set by 'minbar init'")
    ]
  }

  /// Changes a setting. Shorter times count at once: what has expired by them goes with the next writing command.
  /// - Throws: `WorkflowError` when there is no such setting, or the value is not allowed.
  package func set(_ name: String, to text: String, notice: (String) -> Void = { _ in }) throws {
    if let stored = try Custody.storedName(of: name, value: text) {
      return try openForWriting("settings", notice: notice).write { try $0.set(stored, to: text) }
    }
    guard let setting = Settings.retention.first(where: { $0.name == name }) else {
      throw WorkflowError(
        name == Settings.timeZone
          ? "time-zone: set it with 'minbar init --time-zone ZONE'"
          : "\(name): no such setting; there are \(Settings.names.joined(separator: ", "))")
    }
    guard let value = setting.value(of: text) else {
      throw WorkflowError("\(name): '\(text)' is not allowed; use \(setting.allowed)")
    }
    let archive = try openForWriting("settings", notice: notice)
    try archive.write { try $0.set(setting.storedName, to: setting.text(of: value)) }
  }
}
