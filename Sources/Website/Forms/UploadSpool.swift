import FoundationEssentials
import Glibc
import Hummingbird

/// A folder of mode 0700 for the files of one upload, each of mode 0600. Gone when the job that reads it ends, when the
/// upload breaks off, and when the server starts.
final class UploadSpool {
  /// The folder that a job takes files from.
  let folder: String
  private let root: String
  private var file: Int32 = -1
  private var fileBytes: Int64 = 0
  private(set) var bytes: Int64 = 0
  private(set) var files = 0
  private var isKept = false
  private let limits: UploadLimits
  /// What uploads may take together; nil for tables of forms, which are small.
  private let share: SpoolShare?
  private var checkedAt: Int64 = 0

  /// - Throws: `HTTPError` 507 when no folder can be made.
  init(_ desk: String, limits: UploadLimits, share: SpoolShare? = nil) throws {
    self.limits = limits
    self.share = share
    // Letters alone: folder names are read as hints of months and accounts.
    let letters = Token.make().utf8.prefix(16).map { byte in
      Unicode.Scalar(byte < 0x40 ? byte - 0x30 + 0x67 : byte)
    }
    root = desk + "/spool/" + String(String.UnicodeScalarView(letters))
    folder = root + "/in"
    try Self.makeFolder(folder)
    try checkSpace()
  }

  deinit {
    closeFile()
    if !isKept { Self.remove(root) }
  }

  /// Leaves the folder to a job, which removes it.
  /// - Returns: the folder to remove.
  func keep() -> String {
    isKept = true
    return root
  }

  static func remove(_ folder: String) { try? FileManager.default.removeItem(atPath: folder) }

  /// Removes what an earlier server left.
  static func clear(_ desk: String) { remove(desk + "/spool") }

  /// - Throws: `HTTPError` 413 when there are too many, 507 when the file cannot be made.
  func begin(_ name: String) throws {
    guard files < limits.files else { throw HTTPError(.contentTooLarge) }
    let parts = UploadName.parts(name)
    let inside = ([folder] + parts.dropLast()).joined(separator: "/")
    try Self.makeFolder(inside)
    file = try open(in: inside, parts.last ?? "file")
    files += 1
    fileBytes = 0
  }

  private func open(in folder: String, _ name: String) throws -> Int32 {
    for number in 1...100 {
      let path = folder + "/" + (number == 1 ? name : UploadName.numbered(name, number))
      let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      if file >= 0 { return file }
      guard errno == EEXIST || errno == EISDIR else { break }
    }
    throw HTTPError(.insufficientStorage)
  }

  /// - Throws: `HTTPError` 413 over the limits, 507 when the disk is full; `SpoolFull` when too much waits.
  func write(_ data: ArraySlice<UInt8>) throws {
    bytes += Int64(data.count)
    fileBytes += Int64(data.count)
    guard bytes <= limits.bytes, fileBytes <= limits.fileBytes else { throw HTTPError(.contentTooLarge) }
    try share?.add(Int64(data.count))
    if bytes - checkedAt > 64 << 20 { try checkSpace() }
    var rest = data
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else {
        if count < 0 && errno == EINTR { continue }
        throw HTTPError(.insufficientStorage)
      }
      rest = rest.dropFirst(count)
    }
  }

  func closeFile() {
    if file >= 0 { close(file) }
    file = -1
  }

  private func checkSpace() throws {
    checkedAt = bytes
    var facts = statvfs()
    guard statvfs(root, &facts) == 0 else { throw HTTPError(.insufficientStorage) }
    guard Int64(facts.f_bavail) * Int64(facts.f_frsize) > limits.spare else { throw HTTPError(.insufficientStorage) }
  }

  private static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw HTTPError(.insufficientStorage)
    }
  }
}
