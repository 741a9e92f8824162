/// What was found out about a file before its rows were read.
package struct SourceDescription: Sendable, Hashable {
  /// Id of the export format, such as `youtube-studio-table`.
  package var format: String
  /// IANA name of the encoding, such as `UTF-8`, `windows-1251`.
  package var encoding: String
  /// Delimiter and quirks in short, such as `csv ;`, `json lines`.
  package var dialect: String
  /// Language of the interface that wrote it (`en`, `ru`), where headers tell.
  package var interfaceLanguage: String?
  package var scope: Scope?
  package var period: Period?
  package var account: AccountHint

  package init(
    format: String, encoding: String, dialect: String, interfaceLanguage: String? = nil,
    scope: Scope? = nil, period: Period? = nil, account: AccountHint = AccountHint()
  ) {
    self.format = format
    self.encoding = encoding
    self.dialect = dialect
    self.interfaceLanguage = interfaceLanguage
    self.scope = scope
    self.period = period
    self.account = account
  }
}
