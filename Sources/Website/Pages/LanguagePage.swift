import Drawing
import Hummingbird
import Records
import Reporting
import Workflows

/// Chooses the language of the pages for the rest of the session.
enum LanguagePage {
  static let page = Page(.post, "/language", for: .signedIn) { visit in
    let fields = try await FormFields.read(visit.request, clock: visit.desk.clock)
    if var session = visit.session,
      let language = Desk.languages.first(where: { $0.rawValue == fields["language"] })
    {
      session.language = language.rawValue
      session.seen = visit.desk.clock.steady()
      try visit.desk.book.update(session)
    }
    // A link of this site alone: what cannot be one leads to the overview.
    let back = fields["back"].flatMap { Link(site: $0) == nil ? nil : $0 }
    return Answer.see(back ?? visit.session?.home ?? "/")
  }
}
