import Foundation

/// Where the package's own report files lie: `words/` and `style/`.
///
/// The last place to look in, after what staff published and what lies beside the program (see DESIGN 1).
package enum ReportFiles {
  /// Path of the folder that holds `words` and `style`; nil in a program that was moved away from its bundle.
  ///
  /// SwiftPM's `Bundle.module` ends the process when the bundle is gone, so it is touched only when one of the
  /// places that it looks in exists.
  package static var folder: String? {
    let name = "minbar_ReportFiles.resources"
    let besideProgram = Bundle.main.bundleURL.appendingPathComponent(name).path
    guard FileManager.default.fileExists(atPath: besideProgram) else { return nil }
    return Bundle.module.resourceURL?.path
  }
}
