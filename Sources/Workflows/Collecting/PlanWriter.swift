import Records
package import Reporting

/// A plan in words.
package struct PlanWriter {
  let words: Sentences

  package init(words: Sentences) {
    self.words = words
  }

  package func text(_ plan: CollectPlan) -> String {
    let tasks = plan.tasks.map { task in
      ([title(task), "  " + task.creators.joined(separator: " ")]
        + steps(task).enumerated().map { "  \($0.offset + 1). \($0.element)" }).joined(separator: "\n")
    }
    return ([title(plan), words[plan.tasks.isEmpty ? "plan.nothing" : "plan.lead"]] + tasks)
      .joined(separator: "\n\n")
  }

  func title(_ plan: CollectPlan) -> String {
    words("plan.title", ["month": .text(Month(plan.month).map(words.name) ?? plan.month)])
  }

  func title(_ task: CollectPlan.Task) -> String {
    let platform = Platform(rawValue: task.platform).map(words.name) ?? task.platform
    return platform + ": " + words["kind.\(task.kind.rawValue)"]
  }

  /// What to do, one step each.
  func steps(_ task: CollectPlan.Task) -> [String] {
    let values: [String: PhraseValue] = [
      "from": .text(task.from), "through": .text(task.through), "since": .text(task.since ?? task.from),
      "early": .text(task.earliest ?? ""), "late": .text(task.latest ?? ""),
    ]
    var steps: [String] = []
    while steps.count < 9 {
      let key = "plan.steps.\(task.platform).\(task.kind.rawValue).\(steps.count + 1)"
      guard words.has(key) else { break }
      steps.append(words(key, values))
    }
    return steps
  }
}
