package import Hummingbird
import NIOCore
import Records
import Reporting

/// What is known of a request on its way to a page.
package struct DeskContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// What the request came in by.
  let channel: any Channel
  var session: DeskSession?
  var language = ReportLanguage.english

  package init(source: Source) {
    coreContext = .init(source: source)
    channel = source.channel
  }
}
