import Records
import Workflows

/// Numbers off a screen as somebody typed them: for whom, where, when, who, what shows it; and some lines of metric and value.
struct FiguresFields {
  static let platforms = ["TikTok", "Facebook", "Telegram", "YouTube", "Instagram"]
  static let metrics: [Metric] = [
    .views, .likes, .comments, .shares, .saves, .followers, .follows, .reach, .profileVisits, .interactions,
    .watchHours,
  ]
  static let lines = 6
  static let fileName = "numbers.csv"

  let fields: FormFields

  func metric(_ line: Int) -> String { fields["metric\(line)"] ?? "" }
  func value(_ line: Int) -> String { fields["value\(line)"] ?? "" }

  private var filled: [Int] { (1...Self.lines).filter { !value($0).isEmpty } }

  /// Keys of words that say what is wrong; none when the form can be handed on. Values are judged by the reader of the file.
  func faults(creators: [String]) -> [String] {
    [
      creators.contains(fields["creator"] ?? "") ? nil : "fault.creator",
      Self.platforms.contains(fields["platform"] ?? "") ? nil : "fault.platform",
      fields["month"].flatMap { Month($0) } == nil ? "fault.month" : nil,
      filled.isEmpty || !filled.allSatisfy { Metric(rawValue: metric($0)) != nil } ? "fault.values" : nil,
      fields["who"] == nil ? "fault.who" : nil, fields["evidence"] == nil ? "fault.evidence" : nil,
    ].compactMap { $0 }
  }

  /// The table of `docs/files-by-hand.md`.
  var table: [UInt8] {
    let head = ["Creator", "Platform", "Period", "Metric", "Value", "Entered by", "Evidence"]
    let around = { (name: String) in fields[name] ?? "" }
    return TableText.csv(
      [head]
        + filled.map { line in
          [
            around("creator"), around("platform"), around("month"), metric(line), value(line), around("who"),
            around("evidence"),
          ]
        })
  }
}
