import Hummingbird
import HummingbirdCore
import Workflows

/// A picture that is to be typed in. Only kinds that hold no script are shown; a child opens it.
enum HeldPicturePage {
  static let page = Page(.get, "/held/:held/picture", for: .staff) { visit in
    let id = try visit.heldID()
    guard let bytes = try await DeskWork.picture(id, visit.desk.child), let type = type(bytes) else {
      throw HTTPError(.notFound)
    }
    try visit.note(.heldShown, id)
    return Answer.data(bytes, type)
  }

  private static func type(_ bytes: [UInt8]) -> String? {
    let kinds: [([UInt8], String)] = [
      ([0x89, 0x50, 0x4E, 0x47], "image/png"), ([0xFF, 0xD8, 0xFF], "image/jpeg"),
      ([0x47, 0x49, 0x46, 0x38], "image/gif"),
    ]
    if let kind = kinds.first(where: { bytes.starts(with: $0.0) }) { return kind.1 }
    return bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8) ? "image/webp" : nil
  }
}
