/// Tells office documents, which are zip archives, from other archives by their first entry.
enum OfficeDocument {
  static func isStart(_ head: some Collection<UInt8>) -> Bool {
    guard isArchive(head: head) else { return false }
    let name = Array(head.dropFirst(30).prefix(34))
    return name.withUnsafeBytes { bytes in
      ["[Content_Types].xml", "_rels/", "xl/", "word/", "docProps/", "customXml/", "mimetypeapplication/vnd"].contains {
        (start: StaticString) in bytes.starts(with: start)
      }
    }
  }
}
