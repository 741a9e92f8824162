import Foundation

/// A file to take: where it is, and what it and its folders are called.
struct InputFile {
  /// Nil for standard input.
  let path: String?
  /// As the user knows it.
  let name: String
  /// File name first, then the folders around it, innermost first.
  let names: [String]
}

/// Finds the files behind a path.
enum InputFiles {
  /// - Throws: `WorkflowError` when there is nothing at the path.
  static func list(_ path: String) throws -> [InputFile] {
    if path == "-" { return [InputFile(path: nil, name: "standard input", names: [])] }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw WorkflowError("\(path): no such file or folder")
    }
    guard isFolder.boolValue else { return [file(path, shown: path)] }
    let inside = try FileManager.default.subpathsOfDirectory(atPath: path).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    return inside.compactMap { relative in
      let full = path + "/" + relative
      guard !isClutter(relative), isRegular(full) else { return nil }
      return file(full, shown: relative)
    }
  }

  /// What operating systems and Office (`~$book.xlsx`, while it is open) leave in folders and archives.
  static func isClutter(_ relative: String) -> Bool {
    relative.split(separator: "/").contains { part in
      part.hasPrefix(".") || part.hasPrefix("~$") || part == "__MACOSX" || part == "Thumbs.db" || part == "desktop.ini"
    } || relative.hasSuffix("/")
  }

  private static func isRegular(_ path: String) -> Bool {
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    return type == .typeRegular
  }

  /// The three folders around a file may tell the period or the creator; what lies further out does not.
  private static func file(_ path: String, shown: String) -> InputFile {
    let parts = URL(filePath: path).standardizedFileURL.pathComponents.reversed().prefix(4)
    return InputFile(path: path, name: shown, names: parts.filter { $0 != "/" })
  }
}
