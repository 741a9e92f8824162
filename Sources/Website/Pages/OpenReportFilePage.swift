import Hummingbird
import HummingbirdCore
import Workflows

/// A file of a month's set: a page is shown, anything else is handed over. No name of a file is taken.
enum OpenReportFilePage {
  static let page = Page(.get, "/reports/:id/:file", for: .staff) { visit in
    guard let id = visit.parameters.get("id").flatMap({ ReportID($0) }),
      let file = visit.parameters.get("file").flatMap({ ReportFile($0) }),
      let bytes = ReportShelf(folder: visit.desk.places.reports).read(id, file)
    else { throw HTTPError(.notFound) }
    try visit.note(.reportOpened, id.text + " " + file.key)
    var response = Answer.data(bytes, file.type)
    if file.isPage { response.headers[.contentSecurityPolicy] = StyleHash.policy(for: bytes) }
    if !file.isPage || visit.query("save") == "1" {
      response.headers[.contentDisposition] = "attachment; filename=\"\(file.name(id))\""
    }
    return response
  }
}
