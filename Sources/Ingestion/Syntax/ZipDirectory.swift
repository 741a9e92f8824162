import Glibc
import Records

/// Looks through the directory at the end of a zip file before anything is unpacked: what it promises must
/// fit the limits, its entries must not share bytes, and each must be named alike where it lies. Large
/// (Zip64) archives are left to the limits that hold while unpacking.
struct ZipDirectory {
  private struct Entry {
    var name: ArraySlice<UInt8>
    var packed: Int
    var unpacked: Int
    var offset: Int
  }

  private static let endLength = 22
  private static let entryLength = 46
  private static let localLength = 30
  /// A directory of 2,000 entries with the longest names is smaller.
  private static let directoryLimit = 16 << 20

  private let file: any SeekableSource
  private let limits: ArchiveLimits

  /// What is wrong with the archive as a whole; nil if nothing is, or if the directory cannot be read here.
  static func problem(_ file: any SeekableSource, limits: ArchiveLimits) -> Problem? {
    ZipDirectory(file: file, limits: limits).problem()
  }

  private func problem() -> Problem? {
    guard let size = file.seek(0, SEEK_END), file.seek(0, SEEK_SET) != nil, let end = end(fileSize: size) else {
      return nil
    }
    let count = end.number(10, 2)
    let length = end.number(12, 4)
    let start = end.number(16, 4)
    guard count != 0xFFFF, start != 0xFFFF_FFFF else { return nil }
    guard count <= limits.entries, length <= ZipDirectory.directoryLimit else {
      return .archiveTooLarge("\(count) entries")
    }
    guard let directory = file.bytes(at: start, length), let entries = entries(directory, count) else {
      return .brokenArchive()
    }
    let total = entries.reduce(0) { $0 + $1.unpacked }
    guard total <= limits.totalBytes else { return .archiveTooLarge("\(total) bytes unpacked") }
    return isHonest(entries, end: start) ? nil : .dishonestArchive()
  }

  /// The record that ends a zip file, behind which only a comment may stand.
  private func end(fileSize: Int) -> [UInt8]? {
    let length = min(fileSize, ZipDirectory.endLength + 0xFFFF)
    guard length >= ZipDirectory.endLength, let tail = file.bytes(at: fileSize - length, length) else { return nil }
    for place in (0...(length - ZipDirectory.endLength)).reversed() where tail[place] == 0x50 {
      let record = Array(tail[place..<place + ZipDirectory.endLength])
      let isEnd = record.starts(with: [0x50, 0x4B, 5, 6])
      if isEnd, place + ZipDirectory.endLength + record.number(20, 2) == length { return record }
    }
    return nil
  }

  private func entries(_ directory: [UInt8], _ count: Int) -> [Entry]? {
    var entries: [Entry] = []
    var at = 0
    for _ in 0..<count {
      guard at + ZipDirectory.entryLength <= directory.count,
        directory[at..<at + 4].elementsEqual([0x50, 0x4B, 1, 2])
      else { return nil }
      let name = at + ZipDirectory.entryLength..<at + ZipDirectory.entryLength + directory.number(at + 28, 2)
      guard name.upperBound <= directory.count else { return nil }
      entries.append(
        Entry(
          name: directory[name], packed: directory.number(at + 20, 4), unpacked: directory.number(at + 24, 4),
          offset: directory.number(at + 42, 4)))
      at = name.upperBound + directory.number(at + 30, 2) + directory.number(at + 32, 2)
    }
    return entries
  }

  /// Whether entries lie one behind the other before the directory, under the names that it gives.
  private func isHonest(_ entries: [Entry], end: Int) -> Bool {
    var free = 0
    for entry in entries.sorted(by: { $0.offset < $1.offset }) {
      // Sizes of 4 GiB stand elsewhere; no entry that is read is as large.
      guard entry.packed != 0xFFFF_FFFF else { return false }
      guard entry.offset >= free, let local = file.bytes(at: entry.offset, ZipDirectory.localLength),
        local.starts(with: [0x50, 0x4B, 3, 4]), local.number(26, 2) == entry.name.count,
        file.bytes(at: entry.offset + ZipDirectory.localLength, entry.name.count)?.elementsEqual(entry.name) == true
      else { return false }
      free = entry.offset + ZipDirectory.localLength + entry.name.count + local.number(28, 2) + entry.packed
    }
    return free <= end
  }
}

extension [UInt8] {
  /// A little-endian number of `width` bytes.
  fileprivate func number(_ place: Int, _ width: Int) -> Int {
    (0..<width).reversed().reduce(0) { $0 << 8 | Int(self[place + $1]) }
  }
}
