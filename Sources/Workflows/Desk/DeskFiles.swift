package import Drawing
package import Reporting

extension Places {
  /// Spool and links of the website.
  package var desk: String { home + "/desk" }
}

extension Workspace {
  /// The words of the website's pages, with those of the reports that they share.
  package func deskWords() throws -> ReportWords { try ReportFolder(places).allWords(with: "desk") }

  /// The rules of the website's pages, as one file.
  package func deskStyle() throws -> Stylesheet {
    let folder = try ReportFolder(places)
    return try Stylesheet(folder.styleBytes("page") + folder.styleBytes("desk"))
  }
}
