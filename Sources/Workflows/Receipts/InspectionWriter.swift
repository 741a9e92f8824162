import Records
package import Reporting

/// What files are, in words.
package struct InspectionWriter {
  let words: Sentences

  package init(words: Sentences) {
    self.words = words
  }

  package func text(_ inspections: [Inspection]) -> String { inspections.map(text).joined(separator: "\n\n") }

  private func text(_ inspection: Inspection) -> String {
    var lines = [inspection.name]
    if let number = inspection.sameBytesAs {
      lines.append("  " + words("inspect.sameBytes", ["number": .text(String(number))]))
    }
    for file in inspection.files {
      if file.name != inspection.name, !file.name.isEmpty { lines.append("  " + file.name) }
      lines += facts(file).map { "    " + $0 }
      lines += ReceiptWriter(words: words).problems(file.problems)
    }
    return lines.joined(separator: "\n")
  }

  private func facts(_ file: InspectedFile) -> [String] {
    guard !file.format.isEmpty else { return [words["inspect.unknown"]] }
    let facts: [(String, String?)] = [
      ("inspect.kind", "\(file.title) (\(file.format))"), ("inspect.interface", file.interfaceLanguage),
      ("inspect.encoding", [file.encoding, file.dialect].filter { !$0.isEmpty }.joined(separator: ", ")),
      ("inspect.period", file.period), ("inspect.scope", scope(file)), ("inspect.owner", owner(file)),
      ("inspect.content", content(file)), ("inspect.overlap", overlap(file)),
    ]
    return facts.compactMap { key, value in
      value.flatMap { $0.isEmpty ? nil : words(key, ["value": .text($0)]) }
    }
  }

  private func scope(_ file: InspectedFile) -> String? {
    switch file.scope {
    case Scope.period.rawValue: words["inspect.scope.period"]
    case Scope.lifetime.rawValue: words("inspect.scope.lifetime", ["date": .text(file.asOf ?? "?")])
    default: nil
    }
  }

  private func owner(_ file: InspectedFile) -> String {
    if let creator = file.creator, let told = file.toldBy {
      return creator + " (" + words["inspect.told.\(told)"] + ")"
    }
    guard !file.candidates.isEmpty else { return words["inspect.owner.unknown"] }
    return words("inspect.owner.several", ["codes": .text(file.candidates.joined(separator: ", "))])
  }

  private func content(_ file: InspectedFile) -> String {
    let counts = [
      (file.posts, "inspect.posts"), (file.numbers, "inspect.numbers"), (file.comments, "inspect.comments"),
      (file.cues, "inspect.cues"), (file.refusedRows, "receipt.refusedRows"),
    ]
    return counts.filter { $0.0 > 0 }.map { words($0.1, ["n": .count($0.0)]) }.joined(separator: ", ")
  }

  private func overlap(_ file: InspectedFile) -> String? {
    guard let known = file.knownPosts, known > 0 || !file.overlaps.isEmpty else { return nil }
    let imports = file.overlaps.map(String.init).joined(separator: ", ")
    return words(
      file.overlaps.isEmpty ? "inspect.overlap.posts" : "inspect.overlap.imports",
      ["n": .count(known), "imports": .text(imports)])
  }
}
