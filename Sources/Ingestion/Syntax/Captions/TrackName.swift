/// The name of a track of captions as YouTube's pages show it: `Русский (создано автоматически)`.
struct TrackName: Equatable {
  /// A code, such as `ru`.
  var language: String
  var isAutomatic: Bool

  /// Nil for anything but the name of a language with a capital, alone or with a note in brackets behind it.
  init?(_ line: String) {
    guard line.utf8.count <= 100 else { return nil }
    let parts = line.utf8.split(separator: 0x28, maxSplits: 1).map { String(Substring($0)).trimmedText }
    guard let name = parts.first, name != name.lowercased(),
      let language = TrackName.languages[TrackName.plain(name)]
    else { return nil }
    self.language = language
    guard parts.count == 2 else {
      isAutomatic = false
      return
    }
    let note = parts[1].lowercased()
    guard note.utf8.last == 0x29 else { return nil }
    isAutomatic = note.withBytes { bytes in TrackName.automatic.contains { bytes.position(of: $0) != nil } }
  }

  /// Lower case, without the kinds of apostrophe.
  private static func plain(_ name: String) -> String {
    String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter { !"'‘’ʻʼ`".unicodeScalars.contains($0) }))
  }

  private static let automatic: [StaticString] = [
    "auto", "автомат", "avtomat", "otomatik",
  ]

  private static let languages: [String: String] = [
    "russian": "ru", "русский": "ru", "орусча": "ru", "орус": "ru", "орыс": "ru", "орысша": "ru", "ruscha": "ru",
    "rus": "ru", "русча": "ru", "рус": "ru", "rusça": "ru", "kyrgyz": "ky", "киргизский": "ky", "кыргызский": "ky",
    "кыргызча": "ky", "кыргыз": "ky", "қырғызша": "ky", "қырғыз": "ky", "qirgizcha": "ky", "qirgiz": "ky",
    "қирғизча": "ky", "kırgızca": "ky", "uzbek": "uz", "узбекский": "uz", "өзбекче": "uz", "өзбек": "uz",
    "өзбекше": "uz", "ozbekcha": "uz", "ozbek": "uz", "ўзбекча": "uz", "ўзбек": "uz", "özbekçe": "uz",
    "kazakh": "kk", "казахский": "kk", "казакча": "kk", "казак": "kk", "қазақша": "kk", "қазақ": "kk",
    "qozoqcha": "kk", "qozoq": "kk", "қозоқча": "kk", "kazakça": "kk", "turkish": "tr", "турецкий": "tr",
    "түркчө": "tr", "түрікше": "tr", "turkcha": "tr", "туркча": "tr", "türkçe": "tr", "tajik": "tg", "таджикский": "tg",
    "english": "en", "английский": "en", "англисче": "en", "ағылшынша": "en", "inglizcha": "en", "инглизча": "en",
    "ingilizce": "en", "arabic": "ar", "арабский": "ar", "арабча": "ar", "арабша": "ar", "arabcha": "ar",
    "arapça": "ar",
  ]
}
