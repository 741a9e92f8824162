import CQREncode
import Drawing

/// A text as a QR code that a phone's camera reads (ISO/IEC 18004, by libqrencode).
struct QRCode: Sendable {
  /// Light modules around the code, as the standard asks for.
  private static let quiet = 4

  let width: Int
  private let modules: [UInt8]

  /// Nil when the text is too long for a code.
  init?(_ text: String) {
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    width = Int(code.pointee.width)
    modules = Array(UnsafeBufferPointer(start: code.pointee.data, count: width * width))
  }

  /// Whether a module is dark.
  func isDark(_ row: Int, _ column: Int) -> Bool { modules[row * width + column] & 1 == 1 }

  /// Dark modules as one path of runs, on light ground.
  func drawing(_ label: String) -> SVG {
    let size = Double(width + 2 * Self.quiet)
    var path = PathData()
    for row in 0..<width {
      var column = 0
      while column < width {
        guard isDark(row, column) else {
          column += 1
          continue
        }
        let start = column
        while column < width, isDark(row, column) { column += 1 }
        add(row, start..<column, to: &path)
      }
    }
    return SVG(
      .svg, [.viewBox(width: size, height: size), .image, .label(label), .kind("qr")],
      [
        SVG(.rect, [.width(size), .height(size), .fill(.color(Palette.paper))]),
        SVG(.path, [.path(path), .fill(.color(Palette.ink))]),
      ])
  }

  private func add(_ row: Int, _ run: Range<Int>, to path: inout PathData) {
    let (left, right) = (Double(run.lowerBound + Self.quiet), Double(run.upperBound + Self.quiet))
    let top = Double(row + Self.quiet)
    path.move(left, top)
    path.line(right, top)
    path.line(right, top + 1)
    path.line(left, top + 1)
    path.close()
  }
}
