import ArgumentParser
import Workflows

/// Where Minbar keeps its things.
struct PlaceOptions: ParsableArguments {
  @Option(help: "Data directory (default: MINBAR_HOME or ~/.minbar).")
  var home: String?

  @Option(help: "Key directory, outside the data directory (default: MINBAR_KEYS or ~/.config/minbar/keys).")
  var keys: String?

  @Option(help: "Folder of lexicons to use instead of the built-in one.")
  var lexicons: String?

  /// The same for commands that open no key: those say on standard error where keys lie with the data.
  var watchfulWorkspace: Workspace {
    let workspace = workspace
    if let warning = workspace.keyPlaceWarning { Output.complain("warning: \(warning)") }
    return workspace
  }

  var workspace: Workspace {
    let standard = Places()
    let places = Places(
      home: home ?? standard.home, keys: keys ?? standard.keys, lexicons: lexicons ?? standard.lexicons,
      reportFiles: standard.reportFiles)
    return Workspace.current(places: places)
  }
}

/// How data is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

struct FormatOption: ParsableArguments {
  @Option(help: "How to print: text or json.")
  var format: OutputFormat = .text

  var isJSON: Bool { format == .json }
}

/// The languages that reports are written in.
enum ReportLanguage: String, ExpressibleByArgument, CaseIterable {
  case en, ru, ky, uz
  case uzCyrillic = "uz-Cyrl"
}

/// The language of receipts, plans and messages.
struct SpeakerOption: ParsableArguments {
  @Option(help: "Language: en, ru, ky, uz or uz-Cyrl (default: that of LC_ALL or LANG, else en).")
  var language: ReportLanguage?

  var code: String { language?.rawValue ?? SpeakerLanguage.current() }
}
