import ArgumentParser
import Glibc

@main
enum Entry {
  /// Wrong use ends with 2, everything else that fails with 1; requests for help with 0.
  static func main() async {
    // What this program writes is for its user alone.
    umask(0o077)
    do {
      var command = try Minbar.parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  private static func end(with error: any Error) -> Never {
    if let code = error as? ExitCode { exit(code.rawValue) }
    let code = Minbar.exitCode(for: error)
    if code == .success {
      Output.line(Minbar.fullMessage(for: error))
      exit(0)
    }
    if code == .validationFailure {
      Output.complain(Minbar.fullMessage(for: error))
      exit(2)
    }
    Output.complain("minbar: \(error)")
    exit(1)
  }
}
