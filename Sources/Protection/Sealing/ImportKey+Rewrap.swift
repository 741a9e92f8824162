package import Crypto

extension ImportKey {
  /// The same key, wrapped by another text key.
  package func wrapped(by textKey: SymmetricKey) throws -> [UInt8] {
    try Sealer.seal(key.withUnsafeBytes { Array($0) }, with: textKey, context: Self.context)
  }
}
