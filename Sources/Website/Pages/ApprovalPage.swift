import Drawing
import Hummingbird
import Records
import Reporting
import Workflows

/// How far the figures of each month are on their way out of the house.
enum ApprovalPage {
  private static let shown = 24

  static let page = Page(.get, "/approval", for: .staff) { visit in
    let words = visit.words()
    let stages = try visit.desk.archive.stages(now: visit.desk.clock.now(), limit: shown)
    return visit.page(words["approval.title"], path: "/approval", words: words) {
      HTML(.p, .class("lead"), text: words["approval.lead"])
      if stages.isEmpty {
        HTML(.p, .class("empty"), text: words["approval.nothing"])
      } else {
        HTML(.ul, .class("plain")) {
          stages.map { stage in
            HTML(.li) {
              Anchor.html("/approval/\(stage.month)", words.month(stage.month))
              HTML(text: " \u{2013} " + words["approval.stage." + (stage.step?.step.rawValue ?? "none")])
            }
          }
        }
      }
      HTML(.p, .class("actions")) { Anchor.html("/packages", words["staffPackages.title"]) }
    }
  }
}
