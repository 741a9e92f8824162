/// Codes that may stand on a page or in a file: ids of the codebook where they endanger nobody, else neutral ones.
package enum SafeCode {
  /// Code of a theme.
  package static func theme(_ id: String) -> String { id == "counter-extremism" ? "against-violence" : id }

  /// The theme that a code stands for.
  package static func themeID(_ code: String) -> String { code == "against-violence" ? "counter-extremism" : code }

  /// Id of a figure with its theme's code in place.
  static func figure(_ id: String) -> String {
    let parts = id.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { part in
      part.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .map { theme(String(decoding: $0, as: UTF8.self)) }.joined(separator: ".")
    }
    return parts.joined(separator: "/")
  }
}
