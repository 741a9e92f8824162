import FoundationEssentials
import Hummingbird
import HummingbirdCore
import Records
import Workflows

/// What the bench asks children for.
enum LexiconWork {
  /// How a text is read, step by step: kind, words, what is said of them. Nil when it cannot be read.
  ///
  /// The text may be somebody's comment: it goes by a file of mode 0600 that is gone afterwards, not by the list of processes.
  static func trial(_ text: String, kind: TextKind, _ desk: Desk) async throws -> [[String]]? {
    let spool = try UploadSpool(desk.places.desk, limits: desk.settings.limits)
    try spool.begin("text")
    try spool.write(Array(text.utf8)[...])
    spool.closeFile()
    let root = spool.keep()
    defer { UploadSpool.remove(root) }
    let arguments = ["lexicon", "try", "--kind", kind.rawValue, "--file", spool.folder + "/text"]
    let result = try await desk.child.run(arguments)
    guard result.status == 0 else { return nil }
    return String(decoding: result.output, as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    }
  }

  static func check(_ child: ChildCommand) async throws -> LexiconCheck? {
    try decoded(await child.run(["lexicon", "check", "--format", "json"]))
  }

  static func suggestions(_ language: String, _ child: ChildCommand) async throws -> [Suggestion]? {
    let arguments = ["lexicon", "suggest", "--talks", "--minimum", "3", "--limit", "30", "--format", "json"]
    return try decoded(await child.run(arguments + ["--language", language]))
  }

  static func versions(_ child: ChildCommand) async throws -> [LexiconListing]? {
    try decoded(await child.run(["lexicon", "versions", "--format", "json"]))
  }

  /// Some commands end with 1 when what they found is not in order; what they found is printed all the same.
  private static func decoded<Value: Decodable>(_ result: ChildCommand.Result) throws -> Value? {
    try? JSONDecoder().decode(Value.self, from: Data(result.output))
  }

  static let preview = JobWork(arguments: ["lexicon", "preview", "--format", "json"]) { result in
    guard let found = try? JSONDecoder().decode(LexiconDifference.self, from: Data(result.output)) else {
      return .complaint(result.complaints)
    }
    return .difference(found)
  }

  static func publish(by who: String) -> JobWork {
    JobWork(arguments: ["lexicon", "publish", "--format", "json", "--by=\(who)"], outcome: plain)
  }

  static func restore(_ number: Int64) -> JobWork {
    JobWork(arguments: ["lexicon", "restore", String(number)], outcome: plain)
  }

  private static let plain: @Sendable (ChildCommand.Result) -> JobOutcome = { result in
    result.status == 0 ? .none : .complaint(result.complaints)
  }

  /// Submits a job and leads to its page.
  static func begin(_ work: JobWork, _ subject: String, _ desk: Desk) async throws -> Response {
    guard let job = try await desk.jobs.submit(.lexicon, subject: subject, work) else {
      throw HTTPError(.serviceUnavailable, headers: [.retryAfter: "60"])
    }
    return Answer.see("/jobs/\(job)")
  }
}

/// Files of the lexicon as addresses name them: by a hash, since names of classes say what the house is about.
enum LexiconAddress {
  static let languages = ["ky", "ru", "uz"]

  static func of(_ file: String) -> String { StableHash(file.utf8).hexadecimal }

  /// The file that an address names; nil for anything else.
  static func file(_ address: String, _ bench: LexiconBench) throws -> String? {
    try bench.files().first { of($0).utf8.elementsEqual(address.utf8) }
  }

  /// Files of a language's words; with another word, those that all languages share.
  static func files(_ language: String, _ bench: LexiconBench) throws -> [String] {
    let isOfLanguage: (String) -> Bool = { $0.utf8.starts(with: "languages/".utf8) }
    return try bench.files().filter { file in
      languages.contains(language) ? file.utf8.starts(with: "languages/\(language)/".utf8) : !isOfLanguage(file)
    }
  }
}
