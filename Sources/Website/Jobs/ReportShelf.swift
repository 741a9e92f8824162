import FoundationEssentials
import Glibc
import Records
import Workflows

/// The reports that lie ready, read from one folder by id. Dashboards that a command made lie there as single files, sets of a
/// month's files in folders of their own.
struct ReportShelf: Sendable {
  let folder: String
  /// A dashboard is some hundred kilobytes, a set with many authors some tens of megabytes.
  private static let largest = 512 << 20

  /// Newest month first.
  func list() -> [ReportID] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let ids = names.compactMap { name -> ReportID? in
      let bytes = name.utf8
      if let id = ReportID(name) { return note(id) == nil ? nil : id }
      guard bytes.starts(with: "month-".utf8), bytes.reversed().starts(with: "lmth.".utf8) else { return nil }
      return ReportID(String(decoding: bytes.dropFirst(6).dropLast(5), as: UTF8.self))
    }
    return Set(ids).sorted { ($1.month.index, $0.language) < ($0.month.index, $1.language) }
  }

  /// What a set was made from; nil where there is none.
  func note(_ id: ReportID) -> MonthSetNote? {
    bytes(folder + "/" + id.text + "/" + MonthSetNote.name).flatMap {
      try? JSONDecoder().decode(MonthSetNote.self, from: Data($0))
    }
  }

  /// The files of a set, in the order in which pages name them.
  func files(_ id: ReportID) -> [ReportFile] {
    guard let note = note(id) else { return [.page] }
    let names = Set(note.files)
    let plain: [ReportFile] = [.page, .pdf, .workbook, .table, .excelTable, .tableWorkbook]
    return plain.filter { names.contains($0.name(id)) } + authors(note, id) + [.zip]
  }

  private func authors(_ note: MonthSetNote, _ id: ReportID) -> [ReportFile] {
    let tail = "-\(id.month)."
    return note.files.compactMap { name in
      guard name.utf8.starts(with: "page-".utf8), name.utf8.reversed().starts(with: "lmth.".utf8) else { return nil }
      let rest = String(decoding: name.utf8.dropFirst(5).dropLast(5), as: UTF8.self)
      return ReportID.languages.lazy.compactMap { language -> ReportFile? in
        let end = tail + language
        guard rest.utf8.reversed().starts(with: end.utf8.reversed()) else { return nil }
        return ReportFile(String(decoding: rest.utf8.dropLast(end.utf8.count), as: UTF8.self) + "." + language)
      }.first
    }
  }

  /// The bytes of a file; nil when there is none. Links and other things that are no files are none.
  func read(_ id: ReportID, _ file: ReportFile = .page) -> [UInt8]? {
    if let found = bytes(folder + "/" + id.text + "/" + file.name(id)) { return found }
    return file == .page ? bytes(folder + "/" + id.fileName) : nil
  }

  /// What tells whether a dashboard is still the one that was read; nil when there is none.
  func stamp(_ id: ReportID) -> FileStamp? {
    stamp(folder + "/" + id.text + "/" + id.fileName) ?? stamp(folder + "/" + id.fileName)
  }

  private func stamp(_ path: String) -> FileStamp? {
    guard let about = try? FileManager.default.attributesOfItem(atPath: path),
      about[.type] as? FileAttributeType == .typeRegular, let changedAt = about[.modificationDate] as? Date,
      let size = about[.size], let file = about[.systemFileNumber]
    else { return nil }
    // Of which type these numbers are differs between Foundations.
    return FileStamp(file: "\(file) \(size)", changedAt: changedAt.timeIntervalSinceReferenceDate)
  }

  /// - Parameter name: made by the program, never by somebody outside.
  func read(file name: String) -> [UInt8]? { bytes(folder + "/" + name) }

  private func bytes(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
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
