import Foundation
import GRDB

extension ArchiveReader {
  /// Everything the archive says, as lines in a fixed order and without row ids, clock times or sealed bytes: two
  /// archives that took the same files, in whatever runs, dump the same lines.
  package func dump(_ line: (String) throws -> Void) throws {
    for part in LogicalDump.parts {
      let rows = try Row.fetchCursor(db, sql: part.sql)
      while let row = try rows.next() {
        try line(part.name + LogicalDump.text(of: row))
      }
    }
  }
}

/// The parts of a dump: a name and the statement that lists its rows by natural keys.
enum LogicalDump {
  struct Part {
    let name: String
    let sql: String
  }

  static let parts = [
    Part(
      name: "creator",
      sql: "SELECT code, languages, country, oblast, status FROM creator ORDER BY code"),
    Part(
      name: "consent",
      sql: """
        SELECT code, what, shared_with, given_on, valid_until FROM consent JOIN creator ON creator.id = consent.creator
        ORDER BY 1, 2, 3, 4
        """),
    Part(
      name: "mapping", sql: "SELECT signature, column_key, role FROM column_mapping ORDER BY 1, 2"),
    Part(
      name: "import",
      sql: """
        SELECT hex(sha256) AS sha256, ordinal, format, encoding, dialect, scope, from_day, through_day, accepted, unchanged,
          restated, refused FROM import LEFT JOIN source_file ON source_file.import = import.id ORDER BY 1, 2
        """),
    Part(
      name: "problem",
      sql: """
        SELECT hex(sha256) AS sha256, source_file.ordinal, problem.ordinal AS problem, code, line, column_name, found
        FROM problem JOIN source_file ON source_file.id = problem.source_file JOIN import ON import.id = source_file.import
        ORDER BY 1, 2, 3
        """),
    Part(
      name: "post",
      sql: """
        SELECT post.platform, post.external_id, code, post.kind, post.title, post.description, post.published_at,
          post.published_precision, post.duration_seconds, post.permalink, named.external_id AS same_as FROM post
        JOIN account ON account.id = post.account JOIN creator ON creator.id = account.creator
        LEFT JOIN post named ON named.id = post.same_as ORDER BY 1, 2
        """),
    Part(
      name: "observation",
      sql: """
        SELECT code, account.platform, external_id, metric, dimensions, definition, observation.scope,
          observation.from_day, observation.through_day, as_of,
          observation.value, absence, approximate, hex(sha256) AS sha256, source_file.ordinal, row FROM observation
        JOIN account ON account.id = observation.account JOIN creator ON creator.id = account.creator
        LEFT JOIN post ON post.id = observation.post JOIN source_file ON source_file.id = observation.source_file
        JOIN import ON import.id = source_file.import ORDER BY 14, 15, 16, 4, 5
        """),
    Part(
      name: "hand-figure",
      sql: """
        SELECT code, h.platform, metric, h.from_day, h.through_day, value, approximate, hex(sha256) AS sha256,
          source_file.ordinal, row FROM hand_figure h JOIN creator ON creator.id = h.creator
        JOIN source_file ON source_file.id = h.source_file JOIN import ON import.id = source_file.import
        ORDER BY 8, 9, 10
        """),
    Part(
      name: "talk-card",
      sql: """
        SELECT post.platform, external_id, themes, target_group, campaign, boosted, summary, hex(sha256) AS sha256,
          source_file.ordinal, row FROM talk_card c JOIN post ON post.id = c.post
        JOIN source_file ON source_file.id = c.source_file JOIN import ON import.id = source_file.import
        ORDER BY 1, 2, 8, 9
        """),
    Part(
      name: "figure-note",
      sql: """
        SELECT figure, code, shareable FROM figure_note n LEFT JOIN creator ON creator.id = n.creator ORDER BY 1, 2, 3
        """),
    Part(
      name: "register",
      sql: """
        SELECT e.kind, entry_key, day, code, codes, consent_until, story_sealed IS NOT NULL AS story,
          hex(sha256) AS sha256, source_file.ordinal, row FROM register_entry e LEFT JOIN creator ON creator.id = e.creator
        LEFT JOIN source_file ON source_file.id = e.source_file LEFT JOIN import ON import.id = source_file.import
        ORDER BY 1, 2, 8, 9, 10
        """),
    Part(
      name: "alert-decision",
      sql: """
        SELECT platform, external_id, hex(identity) AS identity, verdict, reason, incident FROM alert_decision d
        JOIN post ON post.id = d.post ORDER BY 1, 2, 3
        """),
    Part(
      name: "talk-verdict",
      sql: """
        SELECT platform, external_id, theme, verdict, reason FROM talk_verdict v JOIN post ON post.id = v.post
        ORDER BY 1, 2, 3
        """),
    Part(
      name: "cue",
      sql: """
        SELECT post.platform, external_id, transcript.source, stated_language, hex(sha256) AS sha256, cue.ordinal,
          start_ms, end_ms, text FROM cue JOIN transcript ON transcript.id = cue.transcript
        JOIN post ON post.id = transcript.post JOIN source_file ON source_file.id = transcript.source_file
        JOIN import ON import.id = source_file.import ORDER BY 1, 2, 5, 6
        """),
    Part(
      name: "comment",
      sql: """
        SELECT platform, external_id, hex(identity) AS identity, flags & 15 AS flags, text_mark,
          s.published_at, s.published_precision, likes, hex(sha256) AS sha256, source_file.ordinal, row FROM comment_sighting s
        JOIN post ON post.id = s.post JOIN source_file ON source_file.id = s.source_file
        JOIN import ON import.id = source_file.import ORDER BY 1, 2, 3, 10, 11
        """),
    // Nothing here can be sorted or searched by commenter; that authors are told apart alike shows in their number.
    Part(
      name: "commenters",
      sql: """
        SELECT platform, external_id, count(DISTINCT author) AS commenters FROM comment_sighting s
        JOIN post ON post.id = s.post GROUP BY post.id ORDER BY 1, 2
        """),
    Part(
      name: "talk-finding",
      sql: """
        SELECT post.platform, external_id, f.part, f.ordinal, theme, stance, entry, f.language, sentence_start, sentence_end,
          span_start, span_end, fingerprint FROM talk_finding f JOIN talk_reading r ON r.post = f.post AND r.part = f.part
        JOIN reader ON reader.id = r.reader JOIN post ON post.id = f.post ORDER BY 1, 2, 3, 4
        """),
    Part(
      name: "comment-reading",
      sql: """
        SELECT platform, external_id, hex(identity) AS identity, language, sentiment, response, alerts, fingerprint
        FROM comment_reading r JOIN reader ON reader.id = r.reader JOIN post ON post.id = r.post ORDER BY 1, 2, 3
        """),
    Part(
      name: "metric",
      sql: """
        SELECT code, platform, ordinal, month, metric, basis, value, lower, upper, known, of, as_of, correction FROM metric_rollup
        JOIN account ON account.id = metric_rollup.account JOIN creator ON creator.id = account.creator
        ORDER BY 1, 2, 3, 4, 5
        """),
    Part(
      name: "tally",
      sql: """
        SELECT platform, external_id, month, language, comment_rollup.kind, label, comments, commenters FROM comment_rollup
        JOIN post ON post.id = comment_rollup.post ORDER BY 1, 2, 3, 4, 5, 6
        """),
    Part(
      name: "label",
      sql: """
        SELECT platform, external_id, part, first_unit, end_unit, nullif(hex(identity), '') AS identity, text_mark, weight,
          coder, variable, value, stance FROM label JOIN coded_text ON coded_text.id = label.text
        JOIN post ON post.id = coded_text.post ORDER BY 1, 2, 3, 4, 5, 6, 7, 9, 10, 11
        """),
  ]

  /// ` name=value` for each column that has a value; spaces and line breaks inside values are escaped.
  static func text(of row: Row) -> String {
    var line = ""
    for (name, value) in row where !value.isNull {
      line += "\t\(name)="
      for scalar in value.description.unicodeScalars {
        switch scalar {
        case "\t": line += "\\t"
        case "\n": line += "\\n"
        case "\r": line += "\\r"
        case "\\": line += "\\\\"
        default: line.unicodeScalars.append(scalar)
        }
      }
    }
    return line
  }
}
