import Hummingbird
import HummingbirdCore
import Records
import Reporting

/// Stands before every page and behind every answer: finds out who asks, turns away what comes from other sites, makes
/// errors into pages that tell nothing, and puts the security headers on everything.
struct Doorkeeper: RouterMiddleware {
  typealias Context = DeskContext
  let desk: Desk

  func handle(
    _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.language = AcceptedLanguage.choose(request.headers[.acceptLanguage])
    let isAPI = APIRoute.isAPI(request.uri.path)
    var response: Response
    do {
      // A program shows a token and a browser a cookie; neither counts where the other belongs.
      if let session = try isAPI ? desk.tokenSession(of: request) : desk.session(of: request) {
        context.session = session
        context.language = ReportLanguage(rawValue: session.language) ?? context.language
      }
      try SiteCheck.check(request, settings: desk.settings)
      response = try await next(request, context)
    } catch {
      response = isAPI ? ProblemAnswer.response(error) : ErrorAnswer.response(error, desk: desk, context: context)
    }
    SecurityHeaders.add(to: &response, isPublic: desk.settings.publicOrigin != nil)
    return response
  }
}

/// Refuses requests that a page of another site made a browser send.
enum SiteCheck {
  /// - Throws: `HTTPError` 421 for a name that is not this site's, 403 for a form that is not this site's.
  static func check(_ request: Request, settings: DeskSettings) throws {
    guard let host = request.head.authority, settings.hosts.contains(host) else {
      throw HTTPError(.misdirectedRequest)
    }
    guard request.method != .get, request.method != .head else { return }
    guard isOwn(request.headers, origins: settings.origins) else { throw HTTPError(.forbidden) }
  }

  /// Browsers say where a form comes from; older ones name the origin. Who says neither is not served.
  private static func isOwn(_ headers: HTTPFields, origins: [String]) -> Bool {
    if let site = headers[.fetchSite] { return site == "same-origin" }
    guard let origin = headers[.origin] else { return false }
    return origins.contains(origin)
  }
}

/// The headers that every answer carries.
enum SecurityHeaders {
  static let contentPolicy =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

  static func add(to response: inout Response, isPublic: Bool) {
    if response.headers[.contentSecurityPolicy] == nil { response.headers[.contentSecurityPolicy] = contentPolicy }
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[.referrerPolicy] = "no-referrer"
    response.headers[.cacheControl] = "no-store"
    response.headers[.frameOptions] = "DENY"
    response.headers[.openerPolicy] = "same-origin"
    response.headers[.resourcePolicy] = "same-origin"
    response.headers[.robotsTag] = "noindex, nofollow"
    response.headers[.permissionsPolicy] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
    if isPublic { response.headers[.strictTransportSecurity] = "max-age=31536000" }
  }
}
