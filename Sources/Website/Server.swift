package import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import Workflows

/// Runs the website until it is told to end.
package enum DeskServer {
  /// Serves until SIGTERM or SIGINT; then answers what is asked, waits for the job that runs, and ends.
  /// - Parameter started: called once, when requests are answered.
  package static func run(_ desk: Desk, started: @escaping @Sendable () -> Void) async throws {
    try await application(desk, started: started).runService()
  }

  /// The server with everything that stands between a socket and a page.
  package static func application(
    _ desk: Desk, started: @escaping @Sendable () -> Void = {}
  ) -> some ApplicationProtocol {
    var logger = Logger(label: "minbar")
    logger.logLevel = .critical
    // Fewer than a process may open files.
    let most = desk.settings.connections.most + ConnectionLimits.spare
    return Application(
      router: buildRouter(desk), server: .http1(configuration: channel(desk.settings)),
      configuration: ApplicationConfiguration(
        address: .hostname(desk.settings.address, port: desk.settings.port),
        availableConnectionsDelegate: MaximumAvailableConnections(most, logger: logger)),
      services: [DeskService(desk: desk)], onServerRunning: { _ in started() }, logger: logger)
  }

  private static func channel(_ settings: DeskSettings) -> HTTP1Channel.Configuration {
    var decoder = HTTP1Channel.Configuration.DecoderConfiguration()
    decoder.maxHeaderFieldSize = 8 << 10
    decoder.maxHeaderListSize = 16 << 10
    decoder.maxHeaderFieldCount = 100
    let limits = settings.connections
    let book = ConnectionBook(most: limits.most)
    let isPublic = settings.publicOrigin != nil
    return HTTP1Channel.Configuration(
      additionalChannelHandlers: [HeaderGuard(isPublic: isPublic), ConnectionGuard(limits, book: book)],
      idleTimeout: limits.idle, httpDecoderConfiguration: decoder)
  }
}

/// Sweeps sessions that ran out; at the end waits for the job that runs.
private struct DeskService: Service {
  let desk: Desk

  func run() async throws {
    Task.detached(priority: .background) { desk.questions.prepare() }
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        try? desk.sweep()
        try? await Task.sleep(for: .seconds(60))
      }
    }
    await desk.close()
  }
}
