import Records

/// A kind of file that is known and not read, with the words for those who handed it in.
struct Refusal: Sendable {
  var code: String
  var found: String
  var expected: String
  var remedy: String

  var problem: Problem { Problem(code, .fileRefused, found: found, expected: expected, remedy: remedy) }

  init(_ code: String, found: String, expected: String, remedy: String) {
    self.code = code
    self.found = found
    self.expected = expected
    self.remedy = remedy
  }
}

extension Refusal {
  /// Files that are no text, by their first bytes.
  static func binary(_ head: Bytes) -> Refusal? {
    if isArchive(head: head) { return OfficeDocument.isStart(head) ? office : innerArchive }
    if head.count >= 8, head.part(4..<8).equals("ftyp") { return media }
    return signatures.first { head.starts(with: $0.0) }?.1
  }

  private static let signatures: [([UInt8], Refusal)] = [
    (Array("%PDF".utf8), pdf), ([0x89, 0x50, 0x4E, 0x47], image), ([0xFF, 0xD8, 0xFF], image),
    (Array("GIF8".utf8), image), (Array("BM6".utf8), image), (Array("RIFF".utf8), media), (Array("ID3".utf8), media),
    ([0xFF, 0xFB], media), ([0xFF, 0xF3], media), (Array("OggS".utf8), media), (Array("fLaC".utf8), media),
    ([0x1A, 0x45, 0xDF, 0xA3], media), ([0x1F, 0x8B], otherArchive), (Array("Rar!".utf8), otherArchive),
    ([0x37, 0x7A, 0xBC, 0xAF], otherArchive), ([0xFD, 0x37, 0x7A, 0x58], otherArchive),
    ([0xD0, 0xCF, 0x11, 0xE0], oldOffice), (Array("SQLite format 3".utf8), database),
  ]

  private static let pdf = Refusal(
    "file.pdf", found: "a PDF", expected: "CSV, JSON, captions or text",
    remedy: "Export the numbers as CSV, or type them in by hand.")
  private static let image = Refusal(
    "file.image", found: "a picture", expected: "CSV, JSON, captions or text",
    remedy: "Export the numbers as CSV, or type them in by hand.")
  private static let media = Refusal(
    "file.media", found: "sound or video", expected: "a transcript of it", remedy: "Hand in captions or a transcript.")
  private static let office = Refusal(
    "file.office", found: "an Excel or Word document", expected: "CSV or text",
    remedy: "Open it and save it as \"CSV UTF-8\" or as plain text.")
  private static let oldOffice = Refusal(
    "file.office", found: "an old or locked Office document", expected: ".xlsx, .docx, CSV or text",
    remedy: "Open it, take its password off, and save it as .xlsx or .docx.")
  private static let innerArchive = Refusal(
    "archive.nested", found: "an archive inside an archive", expected: "a file",
    remedy: "Unpack it yourself and hand in the exports.")
  private static let otherArchive = Refusal(
    "file.archive", found: "an archive that is no zip", expected: "a zip, or the files",
    remedy: "Unpack it yourself and hand in the exports.")
  private static let database = Refusal(
    "file.database", found: "a database", expected: "an export", remedy: "Hand in the platform's exports instead.")
}
