import Foundation

/// Where the package's own lexicon lies.
///
/// The last place to look in, after what was named, what staff published and what lies beside the program.
package enum LexiconFiles {
  /// Path of the folder that holds `classes.tsv`; nil in a program that was moved away from its bundle.
  ///
  /// SwiftPM's `Bundle.module` ends the process when the bundle is gone, so it is touched only when it is there.
  package static var folder: String? {
    let besideProgram = Bundle.main.bundleURL.appendingPathComponent("minbar_LexiconFiles.resources").path
    guard FileManager.default.fileExists(atPath: besideProgram) else { return nil }
    return Bundle.module.resourceURL?.path
  }
}
