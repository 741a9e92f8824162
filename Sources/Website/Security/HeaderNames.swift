import Hummingbird

/// Names that the HTTP library does not know.
extension HTTPFields.Element.Name {
  static let fetchSite = named("Sec-Fetch-Site")
  static let referrerPolicy = named("Referrer-Policy")
  static let frameOptions = named("X-Frame-Options")
  static let openerPolicy = named("Cross-Origin-Opener-Policy")
  static let resourcePolicy = named("Cross-Origin-Resource-Policy")
  static let robotsTag = named("X-Robots-Tag")
  static let forwardedFor = named("X-Forwarded-For")
  static let permissionsPolicy = named("Permissions-Policy")

  /// The names above are all legal; a test sees each of them in answers.
  private static func named(_ name: String) -> HTTPFields.Element.Name { HTTPFields.Element.Name(name) ?? .server }
}
