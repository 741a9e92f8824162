import CXLSXWriter

/// Why a workbook could not be written.
package struct XLSXError: Error, Sendable, CustomStringConvertible {
  /// Words of libxlsxwriter.
  package var reason: String
  package var description: String { "the workbook could not be written: \(reason)" }
}

/// A workbook as a file.
enum XLSXFile {
  /// Opens a workbook, lets it be filled, and writes it.
  /// - Throws: `XLSXError` with the words of libxlsxwriter, and what `fill` throws.
  static func write(
    to path: String, _ fill: (UnsafeMutablePointer<lxw_workbook>) throws(XLSXError) -> Void
  ) throws(XLSXError) {
    guard let book = workbook_new(path) else { throw XLSXError(reason: path) }
    try fill(book)
    let result = workbook_close(book)
    guard result == LXW_NO_ERROR else {
      throw XLSXError(reason: lxw_strerror(result).map { String(cString: $0) } ?? "")
    }
  }
}
