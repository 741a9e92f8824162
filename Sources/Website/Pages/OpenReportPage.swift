import Crypto
import FoundationEssentials
import Hummingbird
import HummingbirdCore
import Workflows

/// Shows a report, or hands it over as a file. Which one is said by month and language; no name of a file is taken.
enum OpenReportPage {
  static let page = Page(.get, "/reports/:id", for: .staff) { visit in
    guard let id = visit.parameters.get("id").flatMap(ReportID.init),
      let report = visit.desk.reports.report(id, on: ReportShelf(folder: visit.desk.places.reports))
    else { throw HTTPError(.notFound) }
    try visit.noteLook(.reportOpened, id.text)
    var response = Response(
      status: .ok, headers: [.contentType: "text/html; charset=utf-8"], body: ResponseBody(byteBuffer: report.bytes))
    response.headers[.contentSecurityPolicy] = report.policy
    if visit.query("save") == "1" {
      response.headers[.contentDisposition] = "attachment; filename=\"\(id.fileName)\""
    }
    return response
  }
}

/// Reports carry their rules inside, so that they can be kept and sent as one file: those very rules are let through, by
/// their hash, and nothing else is.
enum StyleHash {
  static func policy(for bytes: [UInt8]) -> String {
    let styles =
      rules(in: bytes).map { rules in
        " 'sha256-" + Data(SHA256.hash(data: rules)).base64EncodedString() + "'"
      } ?? ""
    return "default-src 'none'; style-src\(styles.isEmpty ? " 'none'" : styles); img-src 'self'; form-action 'none'; "
      + "base-uri 'none'; frame-ancestors 'none'"
  }

  /// What stands in the first style element, which the head of every report has.
  private static func rules(in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    guard let start = place(of: "style>", in: bytes[...]), let end = place(of: "/style", in: bytes[start...]) else {
      return nil
    }
    return bytes[(start + 6)..<(end - 1)]
  }

  private static func place(of word: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let word = Array(word.utf8)
    return bytes.indices.first { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
  }
}
