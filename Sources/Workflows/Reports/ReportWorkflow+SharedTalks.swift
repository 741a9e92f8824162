import Records
import Reporting
import Storage

extension ReportWorkflow {
  /// Talks of a month that the reports of two readers or more count, by author and day; nil where there are no two.
  func sharedTalks(_ month: Month) throws -> [SharedTalk]? {
    let plans = try DonorFiles(workspace.places).ownPlans()
    guard plans.count > 1 else { return nil }
    let (from, before, offset) = moments(of: month)
    return try creatorCodes().flatMap { code -> [SharedTalk] in
      let reports = plans.filter { $0.authors?.contains(code) ?? true }.map(\.id)
      guard reports.count > 1 else { return [] }
      return try archive.read { try $0.talks(of: code, from: from, before: before) }.map { talk in
        SharedTalk(
          author: code, platform: talk.platform, title: talk.title, publishedOn: talk.publishedAt.day(offset: offset),
          reports: reports)
      }
    }.sorted { ($0.author, $0.publishedOn, $0.title) < ($1.author, $1.publishedOn, $1.title) }
  }
}
