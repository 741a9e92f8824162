import ArgumentParser
import Foundation
import Records
import Website
import Workflows

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "The desk in a browser: hand files in, see what is missing, make reports.",
    discussion: """
      Pages are served to this machine alone, at 127.0.0.1. A link that signs in once is printed at the start; another one
      comes from 'minbar serve link'. 'minbar users' adds accounts, for a team. To reach the desk from elsewhere, put Caddy or nginx with TLS in front and name its
      address with --public.

      Examples:
        minbar serve
        minbar serve --public https://desk.example.org
      """,
    subcommands: [ServeStartCommand.self, ServeLinkCommand.self], defaultSubcommand: ServeStartCommand.self)
}

/// Where the desk is found.
struct DeskOptions: ParsableArguments {
  @OptionGroup var places: PlaceOptions
  @Option(help: "Address to listen at; a loopback one, unless --behind-proxy.") var address = "127.0.0.1"
  @Option(help: "Port to listen at.") var port = 8080
  @Option(name: .customLong("public"), help: "Address of the proxy in front, such as https://desk.example.org.")
  var publicOrigin: String?
  @Flag(help: "A proxy with TLS on another machine is all that reaches this one: any address may be listened at.")
  var behindProxy = false

  func settings() throws -> DeskSettings {
    guard (1...65_535).contains(port) else { throw ValidationError("--port \(port): use 1 to 65535") }
    do {
      return try DeskSettings(
        address: address, port: port, publicOrigin: publicOrigin, isBehindProxy: behindProxy, executable: Self.program)
    } catch {
      throw ValidationError("\(error)")
    }
  }

  /// This very program, wherever it was moved.
  private static var program: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
  }
}

struct ServeStartCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Serves the desk until it is stopped with Ctrl+C.",
    discussion: """
      Example:
        minbar serve --port 8090
      """)

  @OptionGroup var options: DeskOptions
  @Flag(help: "Print no link; for a service, whose output others may read.") var noLink = false

  func run() async throws {
    let workspace = options.places.workspace
    let settings = try options.settings()
    let fixed = ProcessInfo.processInfo.environment["MINBAR_NOW"] != nil
    let clock = DeskClock(
      now: { fixed ? workspace.now : Workspace.current(places: workspace.places).now }, steady: DeskClock.counting())
    let desk = try Desk(workspace, settings: settings, clock: clock, environment: ProcessInfo.processInfo.environment)
    let link = noLink ? nil : try desk.makeLink()
    try await DeskServer.run(desk) {
      Output.line("The desk is open at \(settings.home)")
      if let link { Output.line("Sign in once, within 15 minutes: \(link)") }
    }
    Output.line("The desk is closed.")
  }
}

struct ServeLinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Prints a link that signs in to the desk once, within 15 minutes.",
    discussion: """
      Run it as the user of the desk, with the address and port that the desk has.

      Example:
        minbar serve link
      """)

  @OptionGroup var options: DeskOptions

  func run() throws {
    let workspace = options.places.workspace
    let settings = try options.settings()
    if settings.publicOrigin != nil, try SiteBook(besideServerOf: workspace).hasAdministrator() {
      throw WorkflowError(
        "this desk is reached by others, and its administrators sign in by code name; 'minbar users reset CODE' lets "
          + "one in again who cannot")
    }
    Output.line(try DeskLink.make(SignInLinks(workspace.places), settings: settings, at: workspace.now))
  }
}
