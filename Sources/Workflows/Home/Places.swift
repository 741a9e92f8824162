import Foundation

/// Where things lie: the data directory and, away from it, the keys.
package struct Places: Sendable {
  /// Database, reports, what staff published. `MINBAR_HOME`, default `~/.minbar`.
  package let home: String
  /// Keys, never inside `home`. `MINBAR_KEYS`, default `~/.config/minbar/keys`.
  package let keys: String
  /// Folders given on the command line, which win over every other place.
  package var lexicons: String?
  package var reportFiles: String?

  package init(home: String, keys: String, lexicons: String? = nil, reportFiles: String? = nil) {
    self.home = home
    self.keys = keys
    self.lexicons = lexicons
    self.reportFiles = reportFiles
  }

  /// The places that the environment names.
  package init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let user = environment["HOME"] ?? NSHomeDirectory()
    self.init(
      home: environment["MINBAR_HOME"] ?? user + "/.minbar",
      keys: environment["MINBAR_KEYS"] ?? user + "/.config/minbar/keys",
      lexicons: environment["MINBAR_LEXICONS"], reportFiles: environment["MINBAR_REPORTS"])
  }

  package var registryFile: String { home + "/creators.sealed" }
  /// Uploads on their way in; what lies here longer than a week is removed.
  package var spool: String { home + "/spool" }
  package var reports: String { home + "/reports" }
  /// The model that the programme trained from its own coding, where there is one.
  package var currentModel: String { home + "/models/current" }
}

/// Something that ends a command, in words a user can act on.
package struct WorkflowError: Error, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}
