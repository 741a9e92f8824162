/// Codes that may stand on a page or in a file: ids of the codebook where they endanger nobody, else neutral ones.
enum SafeCode {
  /// Code of a theme.
  static func theme(_ id: String) -> String { id == "counter-extremism" ? "against-violence" : id }

  /// Id of a figure with its theme's code in place.
  static func figure(_ id: String) -> String {
    let parts = id.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { part in
      part.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .map { theme(String(decoding: $0, as: UTF8.self)) }.joined(separator: ".")
    }
    return parts.joined(separator: "/")
  }
}
