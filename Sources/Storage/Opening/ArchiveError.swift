/// Why the archive could not be used. The text says what to do.
package enum ArchiveError: Error, Sendable, CustomStringConvertible {
  case busy(holder: String)
  case cannotOpen(String, reason: String)
  case newer(String)
  case missing(String)
  case damaged(String)
  /// Comments of this import are in frozen tallies, from which they cannot be taken out.
  case tallied(importNumber: Int64)

  package var description: String {
    switch self {
    case .busy(let holder):
      "another command is writing: \(holder). Wait until it ends, then try again"
    case .cannotOpen(let path, let reason): "\(path): \(reason); check permissions and free space"
    case .newer(let path):
      "\(path): made by a newer Minbar; install that version, or restore a backup made with this one"
    case .missing(let path): "\(path): no archive here; run 'minbar init' first, or set MINBAR_HOME"
    case .tallied(let number):
      "import \(number): some of its comments have expired and are part of frozen tallies, so it cannot be taken out "
        + "without a trace; 'minbar purge --import \(number)' removes its rows and says which tallies stay"
    case .damaged(let what): "the archive is damaged (\(what)); restore the last backup"
    }
  }
}
