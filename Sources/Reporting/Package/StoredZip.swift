package import Records

/// A file of a package.
package struct PackageFile: Sendable, Hashable {
  /// Inside the package, with `/`.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A zip archive without compression: the same files on the same day give the same bytes.
package struct StoredZip {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0
  private let day: Day

  /// - Parameters:
  ///   - files: in the order they are stored; each and all together under 4 GB, at most 65,535.
  ///   - folder: stands before every path; nil for none.
  ///   - day: the date that all files carry.
  package static func archive(_ files: [PackageFile], folder: String?, day: Day) -> [UInt8] {
    var zip = StoredZip(day: day)
    for file in files { zip.add((folder.map { $0 + "/" } ?? "") + file.path, file.bytes) }
    return zip.finished()
  }

  private init(day: Day) {
    self.day = day
  }

  private mutating func add(_ path: String, _ content: [UInt8]) {
    let name = Array(path.utf8)
    let offset = bytes.count
    // Version 2.0, names in UTF-8, stored, midnight.
    let head =
      Self.two(20) + Self.two(0x0800) + Self.two(0) + Self.two(0) + Self.two(date)
      + Self.four(Int(CRC32.of(content))) + Self.four(content.count) + Self.four(content.count) + Self.two(name.count)
      + Self.two(0)
    bytes += Self.four(0x0403_4B50) + head + name + content
    directory += Self.four(0x0201_4B50) + Self.two(20) + head
    directory += Self.two(0) + Self.two(0) + Self.two(0) + Self.four(0) + Self.four(offset) + name
    count += 1
  }

  private func finished() -> [UInt8] {
    let end =
      Self.four(0x0605_4B50) + Self.two(0) + Self.two(0) + Self.two(count) + Self.two(count)
      + Self.four(directory.count) + Self.four(bytes.count) + Self.two(0)
    return bytes + directory + end
  }

  private var date: Int {
    let civil = day.civil
    return max(0, civil.year - 1980) << 9 | civil.month << 5 | civil.day
  }

  private static func two(_ number: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }

  private static func four(_ number: Int) -> [UInt8] { two(number) + two(number >> 16) }
}

/// The checksum of zip files (ISO 3309, reflected polynomial EDB88320).
package enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  package static func of(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
  }
}
