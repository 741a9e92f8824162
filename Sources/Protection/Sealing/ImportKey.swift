package import Crypto

/// The key of one import: made for it, kept wrapped by the text key. Destroying the text key destroys them all.
package struct ImportKey: Sendable {
  package let key: SymmetricKey
  package let wrapped: [UInt8]

  static let context = "import key"

  /// Makes a new key.
  package init(textKey: SymmetricKey) throws {
    let fresh = SymmetricKey(size: .bits256)
    self.key = fresh
    self.wrapped = try Sealer.seal(
      fresh.withUnsafeBytes { Array($0) }, with: textKey, context: Self.context)
  }

  /// Unwraps a stored key.
  package init(wrapped: [UInt8], textKey: SymmetricKey) throws {
    self.wrapped = wrapped
    self.key = SymmetricKey(
      data: try Sealer.open(wrapped, with: textKey, context: Self.context))
  }
}
