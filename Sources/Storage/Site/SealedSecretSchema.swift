/// Secrets of one-time codes are sealed with a key outside the database. `secret` holds those of older servers until the
/// next start seals them; nothing writes it any more.
enum SealedSecretSchema {
  static let sql = "ALTER TABLE user ADD COLUMN sealed_secret BLOB CHECK (length(sealed_secret) > 28)"
}
