import Workflows

/// Coding as people read it on a terminal.
enum CodingText {
  static func receipt(_ receipt: CodingReceipt) -> String {
    let lines = receipt.problems.map { problem in
      let place = [problem.line.map { "line \($0)" }, problem.column].compactMap { $0 }.joined(separator: ", ")
      return "  ! \(place): \(problem.code): found \(problem.found); expected \(problem.expected); \(problem.remedy)"
    }
    let counts =
      "\(receipt.file): \(receipt.taken) texts coded by \(receipt.coder) (\(receipt.replaced) replaced), "
      + "\(receipt.empty) rows not coded, \(receipt.refused) refused"
    return ([counts] + lines).joined(separator: "\n")
  }

  // MARK: Scores

  static func scores(_ scores: CodingScores) -> String {
    var parts = [
      "\(scores.texts) texts, coded by \(scores.coders.joined(separator: ", ")); read by \(scores.fingerprint)."
    ]
    if !scores.notes.isEmpty { parts.append(scores.notes.map { "Note: \($0)." }.joined(separator: "\n")) }
    if !scores.agreement.isEmpty {
      parts.append("Agreement (Krippendorff's alpha, nominal)\n" + agreement(scores.agreement))
    }
    var languages: [String] = []
    for row in scores.scores where !languages.contains(row.language) { languages.append(row.language) }
    for language in languages {
      parts.append("Engine against coders: \(language)\n" + table(scores.scores.filter { $0.language == language }))
    }
    parts.append(shares(scores.shares))
    return parts.joined(separator: "\n\n")
  }

  private static func agreement(_ rows: [AgreementRow]) -> String {
    var table = TextTable(["question", "label", "texts", "alpha", "95 %", "use"])
    for row in rows {
      table.add([row.variable, row.label, String(row.n), value(row.alpha), interval(row.alpha), row.verdict])
    }
    return table.text
  }

  private static func table(_ rows: [ScoreRow]) -> String {
    var table = TextTable(
      ["question", "label", "texts", "precision", "95 %", "of found", "recall", "95 %", "of coded", "F1", "95 %"])
    for row in rows {
      table.add([
        row.variable, row.label, String(row.n), value(row.precision), interval(row.precision),
        row.precision == nil ? "" : String(row.found), value(row.recall), interval(row.recall),
        row.recall == nil ? "" : String(row.coded), value(row.f1), interval(row.f1),
      ])
    }
    return table.text
  }

  private static func shares(_ rows: [ShareRow]) -> String {
    let shown = rows.filter { $0.status != "too few coded texts" }
    let few = rows.count - shown.count
    let left = few > 0 ? "\n\(few) shares need more coded texts: 30 with the label and 30 without." : ""
    guard !shown.isEmpty else { return "Corrected shares (Rogan-Gladen)" + left }
    var table = TextTable([
      "kind", "language", "question", "label", "found %", "of texts", "corrected %", "95 %", "coded",
    ])
    for row in shown {
      table.add([
        row.kind, row.language, row.variable, row.label, percent(row.found), "\(row.of) (\(row.from))",
        row.corrected.map { percent($0.value) } ?? row.status,
        row.corrected.flatMap { share in
          share.lower.flatMap { low in share.upper.map { "\(percent(low))-\(percent($0))" } }
        } ?? "", row.corrected.map { String($0.n) } ?? "",
      ])
    }
    return "Corrected shares (Rogan-Gladen)\n" + table.text + left
  }

  // MARK: Models

  static func model(_ model: ModelListing) -> String {
    var table = TextTable(["label", "measure", "texts", "with it", "rules", "model", "both", "gain", "95 %", "used"])
    for label in model.labels {
      table.add([
        label.name, label.measure, String(label.n), String(label.positives), decimals(label.rules),
        decimals(label.model),
        decimals(label.rulesAndModel), decimals(label.gain), "\(decimals(label.lower))..\(decimals(label.upper))",
        label.isUsed ? "yes" : "no",
      ])
    }
    var parts = [
      "\(model.folder): model \(model.fingerprint), trained on \(model.trainedOn) from \(model.texts) texts "
        + "(data \(model.data)) for engine \(model.engine).", table.text,
    ]
    if !model.left.isEmpty { parts.append("Too few coded texts: \(model.left.joined(separator: ", ")).") }
    parts += model.labels.flatMap { label in label.top.map { features(label.name, $0) } }
    return parts.joined(separator: "\n\n")
  }

  private static func features(_ label: String, _ one: ClassListing) -> String {
    let lines = one.features.map { "  \(decimals($0.weight, 3))  \($0.name)" }
    return (["\(label), \(one.name)"] + lines).joined(separator: "\n")
  }

  // MARK: CSV

  /// One line a figure, with a comma and a dot, for spreadsheets and scripts. All cells are ids and numbers.
  static func csv(_ scores: CodingScores) -> String {
    var lines = ["figure,kind,language,variable,label,value,lower,upper,n,status"]
    func add(_ figure: String, _ names: [String], _ value: ScoreValue?, _ n: Int, _ status: String = "") {
      let numbers = [value?.value, value?.lower, value?.upper].map { $0.map { decimals($0, 6) } ?? "" }
      lines.append(([figure] + names + numbers + [String(value?.n ?? n), status]).joined(separator: ","))
    }
    for row in scores.agreement { add("alpha", ["", "all", row.variable, row.label], row.alpha, row.n, row.verdict) }
    for row in scores.scores {
      let names = ["", row.language, row.variable, row.label]
      for (figure, value) in [("precision", row.precision), ("recall", row.recall), ("f1", row.f1)] where value != nil {
        add(figure, names, value, row.n)
      }
    }
    for row in scores.shares {
      let names = [row.kind, row.language, row.variable, row.label]
      add("found-share", names, ScoreValue(share: row.found, of: row.of), row.of, row.from)
      add("corrected-share", names, row.corrected, row.of, row.status)
    }
    return lines.joined(separator: "\n")
  }

  // MARK: Numbers

  private static func value(_ value: ScoreValue?) -> String { value.map { decimals($0.value) } ?? "" }

  private static func interval(_ value: ScoreValue?) -> String {
    guard let lower = value?.lower, let upper = value?.upper else { return "" }
    return "\(decimals(lower))..\(decimals(upper))"
  }

  private static func percent(_ share: Double) -> String { decimals(share * 100, 1) }

  /// A number with a fixed count of decimals and a dot, whatever the machine's language.
  static func decimals(_ number: Double, _ count: Int = 2) -> String {
    let scale = (0..<count).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((abs(number) * Double(scale)).rounded())
    let fraction = String(scaled % scale + scale).dropFirst()
    return (number < 0 && scaled > 0 ? "-" : "") + "\(scaled / scale).\(fraction)"
  }
}
