/// A stable hash of everything that readings depend on: the bytes of all tables and the version of the engine. Pages for
/// people beside the tables change no reading.
enum Fingerprint {
  /// Goes up with every change of the code that changes a reading.
  private static let engineVersion = 3

  /// 16 hexadecimal digits (FNV-1a, 64 bits, over paths and bytes in the order of paths).
  static func of(_ folder: LexiconFolder) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    mix("engine \(engineVersion)".utf8)
    for path in folder.files.keys.sorted() where path.utf8.suffix(4).elementsEqual(".tsv".utf8) {
      mix(path.utf8)
      mix([0])
      mix(folder.files[path] ?? [])
    }
    return hexadecimal(hash)
  }

  private static func hexadecimal(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
