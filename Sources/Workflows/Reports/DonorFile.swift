import Figures
import Records
import Reporting
import Yams

/// One reader's file, `donors/<code>.yaml`, as a plan.
struct DonorFile {
  let plan: DonorPlan
  /// Whether it only shows how such a file looks.
  let isExample: Bool

  private static let keys = [
    "example", "language", "authors", "periods", "fiscal-year-starts", "due-days", "responsible", "iati", "indicators",
  ]
  private static let languages: [ReportLanguage] = [.english, .russian, .kyrgyz, .uzbek]

  /// - Parameter id: the file's name without its ending.
  /// - Throws: `WorkflowError` naming every bad line with its key, what stands there and what is allowed.
  init(id: String, file: String, bytes: [UInt8], register: IndicatorRegister) throws {
    let reader = YAMLReader(file: file)
    let root = reader.document(bytes)
    let values = reader.map(root, "", keys: Self.keys)
    let scheme = Self.scheme(values, reader)
    let language = reader.choice(values["language"], "language", of: Self.languages.map(\.rawValue))
    let indicators = reader.list(values["indicators"], "indicators").enumerated().compactMap { index, node in
      DonorIndicator(reader: reader, path: "indicators[\(index + 1)]", register: register, scheme: scheme).read(node)
    }
    if root != nil, indicators.isEmpty, reader.problems.isEmpty {
      reader.refuse(root, "indicators", found: "none", expected: "a list of indicators")
    }
    Self.refuseRepeated(indicators, values["indicators"], reader)
    isExample = reader.choice(values["example"], "example", of: ["true", "false"]) == "true"
    plan = DonorPlan(
      id: id, language: language.flatMap(ReportLanguage.init) ?? .english, authors: Self.authors(values, reader),
      scheme: scheme, dueDays: reader.whole(values["due-days"], "due-days", in: 0...366),
      responsible: reader.text(values["responsible"], "responsible"), activity: Self.activity(values["iati"], reader),
      indicators: indicators)
    try reader.check()
  }

  private static func scheme(_ values: [String: Node], _ reader: YAMLReader) -> PeriodScheme {
    let kind = reader.choice(values["periods"], "periods", of: ["calendar", "fiscal"])
    let start = reader.whole(values["fiscal-year-starts"], "fiscal-year-starts", in: 1...12)
    guard kind == "fiscal" else { return .calendar }
    if values["fiscal-year-starts"] == nil {
      reader.refuse(
        values["periods"], "periods", found: "fiscal without its first month", expected: "fiscal-year-starts: 1 to 12")
    }
    return PeriodScheme(firstMonth: start ?? 1)
  }

  /// Nil = all.
  private static func authors(_ values: [String: Node], _ reader: YAMLReader) -> Set<String>? {
    guard let node = values["authors"], node.scalar?.string != "all" else { return nil }
    guard case .sequence = node else {
      reader.refuse(
        node, "authors", found: node.scalar?.string ?? "keys and values", expected: "all, or a list of codes")
      return []
    }
    return Set(reader.list(node, "authors").compactMap { reader.text($0, "authors") })
  }

  private static func activity(_ node: Node?, _ reader: YAMLReader) -> IATIActivity? {
    guard let node else { return nil }
    let keys = ["identifier", "organisation", "organisation-type", "organisation-name", "title", "started"]
    let values = reader.map(node, "iati", keys: keys)
    for key in keys where values[key] == nil { reader.refuse(node, "iati", found: "no \(key)", expected: key) }
    func text(_ key: String) -> String { reader.text(values[key], "iati.\(key)") ?? "" }
    guard let day = reader.day(values["started"], "iati.started") else { return nil }
    return IATIActivity(
      identifier: text("identifier"), organisation: text("organisation"), organisationType: text("organisation-type"),
      organisationName: text("organisation-name"), title: text("title"), startedOn: day)
  }

  private static func refuseRepeated(_ indicators: [PlannedIndicator], _ node: Node?, _ reader: YAMLReader) {
    let counts = Dictionary(grouping: indicators, by: \.code).filter { $0.value.count > 1 }
    for code in counts.keys.sorted() {
      reader.refuse(node, "indicators", found: "the code \(code) twice", expected: "each code once")
    }
  }
}

/// Reads one indicator of a reader's logframe.
struct DonorIndicator {
  let reader: YAMLReader
  let path: String
  let register: IndicatorRegister
  let scheme: PeriodScheme

  private static let keys = [
    "code", "indicator", "platform", "names", "baseline", "milestones", "target", "disaggregation", "responsible",
  ]

  func read(_ node: Node) -> PlannedIndicator? {
    let values = reader.map(node, path, keys: Self.keys)
    let code = reader.needed(reader.text(values["code"], key("code")), node, path, in: values, "code")
    let id = reader.needed(
      reader.choice(values["indicator"], key("indicator"), of: register.entries.keys.sorted()), node, path, in: values,
      "indicator")
    guard let code, let id, let entry = register.entries[id] else { return nil }
    return PlannedIndicator(
      code: code, entry: entry, platform: platform(values["platform"], entry.measure, node),
      names: names(values["names"]),
      baseline: baseline(values["baseline"]), milestones: milestones(values),
      disaggregation: disaggregation(values["disaggregation"], entry.measure),
      responsible: reader.text(values["responsible"], key("responsible")))
  }

  private func key(_ name: String) -> String { "\(path).\(name)" }

  private func platform(_ node: Node?, _ measure: IndicatorMeasure, _ whole: Node) -> Platform? {
    let allowed = measure.platforms.map(\.rawValue)
    if measure.needsPlatform, node == nil {
      reader.refuse(whole, path, found: "no platform", expected: "platform: one of \(allowed.joined(separator: ", "))")
    }
    return reader.choice(node, key("platform"), of: allowed + (measure.needsPlatform ? [] : ["all"]))
      .flatMap(Platform.init)
  }

  private func names(_ node: Node?) -> [ReportLanguage: String] {
    reader.map(node, key("names"), keys: ["en", "ru", "ky", "uz"]).reduce(into: [:]) { names, entry in
      guard let language = ReportLanguage(rawValue: entry.key) else { return }
      names[language] = reader.text(entry.value, key("names.\(entry.key)"))
    }
  }

  private func baseline(_ node: Node?) -> Baseline? {
    guard let node else { return nil }
    let values = reader.map(node, key("baseline"), keys: ["date", "value"])
    let day = reader.needed(
      reader.day(values["date"], key("baseline.date")), node, key("baseline"), in: values, "date")
    let value = reader.needed(
      reader.number(values["value"], key("baseline.value")), node, key("baseline"), in: values, "value")
    guard let day, let value else { return nil }
    return Baseline(day: day, value: value)
  }

  private func milestones(_ values: [String: Node]) -> [Milestone] {
    let between = reader.list(values["milestones"], key("milestones"))
    let all =
      between.compactMap { milestone($0, key("milestones")) }
      + [values["target"]].compactMap { $0 }.compactMap { milestone($0, key("target")) }
    return all.sorted { ($0.period.through, $0.period.from) < ($1.period.through, $1.period.from) }
  }

  private func milestone(_ node: Node, _ path: String) -> Milestone? {
    let values = reader.map(node, path, keys: ["period", "value"])
    let label = reader.needed(reader.text(values["period"], path + ".period"), node, path, in: values, "period")
    let value = reader.needed(reader.number(values["value"], path + ".value"), node, path, in: values, "value")
    guard let label, let value else { return nil }
    guard let period = scheme.period(label) else {
      reader.refuse(values["period"], path + ".period", found: label, expected: "2026-Q3, 2026 or 2026-10")
      return nil
    }
    return Milestone(period: period, value: value)
  }

  private func disaggregation(_ node: Node?, _ measure: IndicatorMeasure) -> [Disaggregation] {
    let allowed = Disaggregation.allCases.filter { dimension in
      switch dimension {
      case .month: true
      case .platform: measure.platforms.count > 1 && !measure.needsPlatform
      case .language: measure.isOfComments
      case .sex, .age: measure.register?.isOfGroups ?? false
      case .oblast: measure.register.map { $0 != .incidents && $0 != .storiesShared } ?? false
      }
    }
    return reader.list(node, key("disaggregation")).compactMap {
      reader.choice($0, key("disaggregation"), of: allowed.map(\.rawValue)).flatMap(Disaggregation.init)
    }
  }
}
