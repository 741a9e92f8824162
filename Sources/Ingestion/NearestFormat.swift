import Records

/// Says what an unknown table lacks: the known format that shares most columns with it. Names of its other
/// columns are not repeated, since the first row of a file without a header may be a comment.
enum NearestFormat {
  static func problem(_ probe: Probe, _ formats: [any ExportFormat]) -> Problem {
    if probe.json != nil {
      return .unknownFormat(found: "JSON of no known kind", nearest: "yt-dlp or youtube-comment-downloader")
    }
    let header = Set(probe.table.header)
    guard header.count > 1 else {
      return .unknownFormat(found: "a text of no known kind", nearest: "a platform's export, captions or a transcript")
    }
    let holdsNumbers = (1..<probe.table.header.count).contains { StudioCells.holdsNumbers(probe.table, $0) }
    if probe.isNamedLikeStudio, holdsNumbers { return .unmappedColumns(probe.table.rows.first?.cells ?? []) }
    let ranked = formats.map { format in
      (format: format, missing: format.neededColumns.filter { !header.contains(HeaderName.normalised($0)) })
    }
    .filter { $0.missing.count < $0.format.neededColumns.count }
    .min { $0.missing.count < $1.missing.count }
    let found = "a table of \(probe.table.header.count) columns"
    guard let ranked else { return .unknownFormat(found: found, nearest: "a platform's export") }
    return .unknownFormat(
      found: found,
      nearest: "\(ranked.format.title), which needs: " + ranked.format.neededColumns.joined(separator: ", ")
        + " (missing: " + ranked.missing.joined(separator: ", ") + ")")
  }
}
