import Glibc
import Records

/// Problems with finding out whose a file is. They hold a file back; the file itself may be fine.
extension Problem {
  static func unknownAccount(line: Int?) -> Problem {
    Problem(
      "account.unknown", .rowRefused, line: line, found: "an account that is not in the list of creators",
      expected: "an id, handle or name of a creator",
      remedy: "add the creator or the account's id (minbar creators), or name the creator with --creator CODE")
  }

  static func severalAccounts(_ codes: [String], line: Int?) -> Problem {
    Problem(
      "account.several", .rowRefused, line: line, found: codes.joined(separator: ", "), expected: "one creator",
      remedy: "find out whose it is, then hand it in again with --creator CODE, or add the account's id to the list")
  }

  /// More of one file than is held until it is known whose it is.
  static let tooManyRecords = Problem(
    "file.too-many-records", .fileRefused, found: "more posts, numbers or captions than any export of a platform has",
    expected: "the export of one account for a year or less",
    remedy: "split the file by months, or export a shorter time")

  /// - Parameter code: `errno` of the call that failed.
  static func unreadableFile(_ code: Int32) -> Problem {
    Problem(
      "file.unreadable", .fileRefused, found: String(cString: strerror(code)), expected: "a readable file",
      remedy: "check the disk and the file's permissions")
  }

  /// Codes of problems that a person solves by saying whose a file is.
  static let decisionCodes: Set<String> = ["account.unknown", "account.several", "account.platform-unknown"]

  /// Codes of rows that may be taken when the file is read again, once more is known.
  static let waitingCodes = decisionCodes.union(["comments.under-others"])

  /// Codes of files whose content a person types in: nothing is wrong with them.
  static let byHandCodes: Set<String> = ["file.image", "file.media"]
}
