import Hummingbird
import HummingbirdCore
import Logging
import ServiceLifecycle
import Workflows

/// Runs the website until it is told to end.
package enum DeskServer {
  /// Seconds without a byte after which a connection is closed.
  static let idleSeconds: Int64 = 15
  static let connections = 200

  /// Serves until SIGTERM or SIGINT; then answers what is asked, waits for the job that runs, and ends.
  /// - Parameter started: called once, when requests are answered.
  package static func run(_ desk: Desk, started: @escaping @Sendable () -> Void) async throws {
    var logger = Logger(label: "minbar")
    logger.logLevel = .critical
    let application = Application(
      router: buildRouter(desk), server: .http1(configuration: channel),
      configuration: ApplicationConfiguration(
        address: .hostname(desk.settings.address, port: desk.settings.port),
        availableConnectionsDelegate: MaximumAvailableConnections(connections, logger: logger)),
      services: [DeskService(desk: desk)], onServerRunning: { _ in started() }, logger: logger)
    try await application.runService()
  }

  private static var channel: HTTP1Channel.Configuration {
    var decoder = HTTP1Channel.Configuration.DecoderConfiguration()
    decoder.maxHeaderFieldSize = 8 << 10
    decoder.maxHeaderListSize = 16 << 10
    decoder.maxHeaderFieldCount = 100
    return HTTP1Channel.Configuration(
      idleTimeout: .seconds(idleSeconds), httpDecoderConfiguration: decoder)
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
