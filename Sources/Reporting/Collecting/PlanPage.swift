package import Drawing

/// The plan of a month as one page that needs no network: what to export, of whom, step by step, with a small drawing.
package struct PlanPage {
  /// One export to make.
  package struct Task {
    package var title: String
    /// Codes of creators.
    package var who: [String]
    package var steps: [String]
    package var picture: StepPicture?

    package init(title: String, who: [String], steps: [String], picture: StepPicture?) {
      self.title = title
      self.who = who
      self.steps = steps
      self.picture = picture
    }
  }

  private let language: ReportLanguage
  private let title: String
  private let lead: String
  private let tasks: [Task]
  private let style: Stylesheet

  package init(language: ReportLanguage, title: String, lead: String, tasks: [Task], style: Stylesheet) {
    self.language = language
    self.title = title
    self.lead = lead
    self.tasks = tasks
    self.style = style
  }

  package func html() -> [UInt8] {
    PageShell(language: language, title: title, style: style, kind: "creator").document {
      HTML(.header) {
        HTML(.h1, text: title)
        HTML(.p, .class("lead"), text: lead)
      }
      HTML(.main) { tasks.map(section) }
    }
  }

  private func section(_ task: Task) -> HTML {
    HTML(.section) {
      HTML(.h2, text: task.title)
      HTML(.p, .class("small"), text: task.who.joined(separator: " · "))
      if let picture = task.picture { HTML(drawing: picture.svg(label: task.title)) }
      HTML(.ol, .class("sentences")) { task.steps.map { HTML(.li, text: $0) } }
    }
  }
}
