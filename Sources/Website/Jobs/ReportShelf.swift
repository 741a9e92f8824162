import FoundationEssentials
import Glibc
import Records

/// The reports that lie ready, read from one folder by id.
struct ReportShelf: Sendable {
  let folder: String
  /// A dashboard is some hundred kilobytes.
  private static let largest = 32 << 20

  /// Newest month first.
  func list() -> [ReportID] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let ids = names.compactMap { name -> ReportID? in
      let bytes = name.utf8
      guard bytes.starts(with: "month-".utf8), bytes.reversed().starts(with: "lmth.".utf8) else { return nil }
      return ReportID(String(decoding: bytes.dropFirst(6).dropLast(5), as: UTF8.self))
    }
    return ids.sorted { ($1.month.index, $0.language) < ($0.month.index, $1.language) }
  }

  /// The bytes of a report; nil when there is none. Links and other things that are no files are none.
  func read(_ id: ReportID) -> [UInt8]? { read(file: id.fileName) }

  /// - Parameter name: made by the program, never by somebody outside.
  func read(file name: String) -> [UInt8]? {
    let file = open(folder + "/" + name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    // Pipes have no end to go to, devices end where they begin, folders cannot be read.
    let size = lseek(file, 0, SEEK_END)
    guard size > 0, size <= Self.largest, lseek(file, 0, SEEK_SET) == 0 else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let start = buffer.baseAddress {
        let got = Glibc.read(file, start + count, size - count)
        guard got > 0 else { break }
        count += got
      }
    }
    return bytes.count == size ? bytes : nil
  }
}
