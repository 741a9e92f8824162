import Drawing
import Foundation
package import Records
import Reporting

/// Draws charts as PNG with rsvg-convert, where that is installed.
struct ChartImages {
  private let program: ExternalProgram

  /// Nil when no `rsvg-convert` lies on the search path.
  init?(environment: [String: String] = ProcessInfo.processInfo.environment) {
    guard let program = ExternalProgram("rsvg-convert", environment: environment) else { return nil }
    self.program = program
  }

  static let missing = WorkflowError(
    "no PNG was written: rsvg-convert is not installed; 'Scripts/setup --pdf' installs it (Debian: librsvg2-bin)")

  /// Twice the size of the page, so that print stays sharp.
  private static let zoom = "2"

  /// - Throws: `WorkflowError` when the program cannot be started or ends with an error.
  func write(_ picture: ChartPicture, to path: String) throws {
    let drawing = path + ".svg"
    try PrivateFile.write(picture.svg(), to: drawing)
    defer { unlink(drawing) }
    try program.run(["--zoom", Self.zoom, "--output", path, drawing], writes: path, what: "PNG")
  }
}

extension ReportWorkflow {
  /// Every chart of a month's dashboard as a picture, in a folder of its own.
  /// - Throws: `WorkflowError` when rsvg-convert is not installed.
  package func monthAsImages(_ month: Month) throws -> [WrittenReport] {
    guard let images = ChartImages() else { throw ChartImages.missing }
    let place = folder + "/month-\(month).\(language)-charts"
    try workspace.makePrivateFolder(folder)
    try workspace.makePrivateFolder(place)
    return try dashboard(month).pictures().map { picture in
      // Ids of charts come from the source; what is no plain letter still never reaches the disk.
      let path = place + "/" + SafeFileName.of(picture.id) + ".png"
      try images.write(picture, to: path)
      return WrittenReport(path: path, kind: "png")
    }
  }
}

/// Names of files made of small letters, digits and hyphens alone.
enum SafeFileName {
  static func of(_ text: String) -> String {
    let bytes = text.utf8.map { byte -> UInt8 in
      let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      let isPlain = (small >= 0x61 && small <= 0x7A) || (small >= 0x30 && small <= 0x39)
      return isPlain ? small : UInt8(ascii: "-")
    }
    return bytes.isEmpty ? "chart" : String(decoding: bytes.prefix(60), as: UTF8.self)
  }
}
