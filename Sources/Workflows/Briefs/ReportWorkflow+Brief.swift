import Figures
import Foundation
package import Records
import Reporting
import Storage

extension ReportWorkflow {
  /// Fewer accounts of a change than this make no story.
  private static let fewestTestimonies = 5
  /// Views under twice the usual make no story.
  private static let unusual = 2.0

  /// The director's page of a month.
  package func brief(_ month: Month) throws -> WrittenReport {
    try write(directorBrief(month).html(), "brief-\(month).\(language).html", kind: "brief")
  }

  /// The brief as a Word document, with the same words.
  package func briefAsWord(_ month: Month) throws -> WrittenReport {
    try write(directorBrief(month).docx(), "brief-\(month).\(language).docx", kind: "docx")
  }

  private func directorBrief(_ month: Month) throws -> DirectorBrief {
    DirectorBrief(
      data: try data(through: month, count: Self.longHistory, watched: Self.history), month: month, words: words,
      style: teamStyle,
      preparedOn: today, plans: try DonorFiles(workspace.places).ownPlans(), story: try story(month),
      notes: try notes(month), change: try changeStory(month))
  }

  /// The newest change story of the month whose consent holds today, with its words.
  private func changeStory(_ month: Month) throws -> ChangeStory? {
    let opener = StoryOpener(workspace)
    let rows = try archive.read { try $0.registerRows(.stories, days: month.period) }
    return rows.reversed().lazy.compactMap { item -> ChangeStory? in
      guard !item.row.isWithdrawn, let consent = item.row.consent, consent.isValid(on: self.today),
        let words = opener.open(item)
      else { return nil }
      return ChangeStory(code: item.row.code, words: words, day: item.row.day, consent: consent)
    }.first
  }

  /// The talk with most accounts of a change; else the one that was watched most for its age.
  private func story(_ month: Month) throws -> BriefStory? {
    if let talk = try archive.read({ try $0.mostTestified(in: month, least: Self.fewestTestimonies) }) {
      return BriefStory(
        author: talk.author, platform: talk.platform, title: talk.title,
        publishedOn: talk.publishedAt.day(offset: moments(of: month).offset),
        reason: .testimony(talk.testimonies, of: talk.opinions))
    }
    let judged = try creatorCodes().compactMap { code -> (String, TalkForItsAge)? in
      AgeMatched.judged(try agedTalks(of: code, month), in: month).first.map { (code, $0) }
    }
    guard let (code, best) = judged.max(by: { $0.1.match.score < $1.1.match.score }),
      best.match.score >= Self.unusual
    else { return nil }
    return BriefStory(
      author: code, platform: best.talk.platform, title: best.talk.title, publishedOn: best.talk.publishedOn,
      reason: .views(times: best.match.score, age: best.age))
  }
}
