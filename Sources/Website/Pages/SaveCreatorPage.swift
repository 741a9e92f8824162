import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Workflows

/// Adds a creator, or changes the one with this code, by a job: only it can open the sealed names.
enum SaveCreatorPage {
  static let page = Page(.post, "/creators", for: .staff) { visit in
    let desk = visit.desk
    let typed = CreatorFields(fields: try await FormFields.read(visit.request, clock: desk.clock))
    let words = visit.words()
    guard typed.faults.isEmpty else {
      let form = CreatorForm(words: words, today: visit.today, fields: typed.fields, faults: typed.faults)
      return try CreatorsPage.answer(visit, words, form: form)
    }
    try visit.note(.creatorSaved, typed.code)
    return try await submit(typed, desk)
  }

  private static func submit(_ typed: CreatorFields, _ desk: Desk) async throws -> Response {
    let spool = try UploadSpool(desk.places.desk, limits: desk.settings.limits)
    try spool.begin("creator.csv")
    try spool.write(typed.table[...])
    spool.closeFile()
    let file = spool.folder + "/creator.csv"
    let root = spool.keep()
    let work = DeskWork.saveCreator(file, remove: root)
    guard let job = try await desk.jobs.submit(.creator, subject: typed.code, work) else {
      UploadSpool.remove(root)
      throw HTTPError(.serviceUnavailable, headers: [.retryAfter: "60"])
    }
    return Answer.see("/jobs/\(job)")
  }
}
