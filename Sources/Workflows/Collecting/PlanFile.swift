import Foundation
import Reporting

extension Workspace {
  /// Writes a plan as a page.
  /// - Returns: where it lies.
  /// - Throws: `WorkflowError` when the file cannot be written.
  package func writePlan(_ plan: CollectPlan, language: String, to path: String) throws -> String {
    let folder = try ReportFolder(places)
    let words = try folder.sentences(language)
    let writer = PlanWriter(words: words)
    let page = PlanPage(
      language: ReportLanguage(rawValue: language) ?? .english, title: writer.title(plan),
      lead: words[plan.tasks.isEmpty ? "plan.nothing" : "plan.lead"],
      tasks: plan.tasks.map { task in
        PlanPage.Task(
          title: writer.title(task), who: task.creators, steps: writer.steps(task), picture: Self.picture(task.kind))
      }, style: try folder.style())
    do {
      try Data(page.html()).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw WorkflowError("\(path): could not be written; check free space and permissions")
    }
    return path
  }

  private static func picture(_ kind: CollectionKind) -> StepPicture? {
    switch kind {
    case .content, .geography, .audience: .table
    case .series: .series
    case .transcripts: .transcript
    case .comments: nil
    }
  }
}
