import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting

/// Errors as pages: what to do, nothing of what happened inside.
enum ErrorAnswer {
  static func response(_ error: any Error, desk: Desk, context: DeskContext) -> Response {
    let full = error as? SpoolFull
    let status = full?.status ?? (error as? HTTPError)?.status ?? .internalServerError
    let key = full?.key ?? keys[status.code] ?? "error.other"
    let words = desk.words(context.language)
    let isHere = context.session != nil
    let shell = Shell(words: words, language: context.language, session: context.session)
    let bytes = shell.document(words[key + ".title"]) {
      HTML(.p, text: words[key])
      if isHere, let home = Link(site: "/") { HTML(.p) { HTML(.a, .link(home), text: words["nav.overview"]) } }
    }
    var response = Answer.page(bytes, status)
    if let wait = (error as? HTTPError)?.headers[.retryAfter] { response.headers[.retryAfter] = wait }
    return response
  }

  private static let keys: [Int: String] = [
    400: "error.unreadable", 403: "error.foreign", 404: "error.missing", 408: "error.slow", 413: "error.tooLarge",
    415: "error.unreadable", 421: "error.foreign", 429: "error.tooMany", 503: "error.busy", 507: "error.full",
  ]
}

extension HTTPResponse.Status {
  /// No room on the disk.
  static let insufficientStorage = HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
}

/// Answers of the usual kinds.
enum Answer {
  static func page(_ bytes: [UInt8], _ status: HTTPResponse.Status = .ok) -> Response {
    data(bytes, "text/html; charset=utf-8", status)
  }

  static func data(_ bytes: [UInt8], _ type: String, _ status: HTTPResponse.Status = .ok) -> Response {
    Response(status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// The browser asks for another page of this site.
  static func see(_ path: String) -> Response { Response(status: .seeOther, headers: [.location: path]) }
}
