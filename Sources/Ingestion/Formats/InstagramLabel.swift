import Records

/// Labels of numbers in Instagram's downloads. They are in the interface's language, and not even one language
/// names them alike in all files.
enum InstagramLabel {
  case metric(Metric)
  case caption, duration
  /// Known, of no use here.
  case ignored

  /// Nil for a label that is not known.
  static func label(_ name: String) -> InstagramLabel? { names[HeaderName.normalised(name)] }

  private static let names: [String: InstagramLabel] = {
    var names: [String: InstagramLabel] = [:]
    for (label, list) in table {
      for name in list { names[name] = label }
    }
    return names
  }()

  /// English and German as seen; Russian as Instagram's interface words it.
  private static let table: [(InstagramLabel, [String])] = [
    (
      .metric(.reach),
      ["accounts reached", "instagram accounts reached", "erreichte konten", "охваченные аккаунты", "охват"]
    ),
    (.metric(.impressions), ["impressions", "impressionen", "показы"]),
    (.metric(.plays), ["instagram plays", "plays", "initial plays", "воспроизведения"]),
    (.metric(.views), ["views", "instagram views", "aufrufe", "просмотры"]),
    (.metric(.likes), ["likes", "instagram likes", "\"gefällt mir\"-angaben", "отметки \"нравится\"", "лайки"]),
    (.metric(.comments), ["comments", "instagram comments", "kommentare", "комментарии"]),
    (.metric(.shares), ["shares", "instagram shares", "geteilt", "geteilte inhalte", "репосты", "поделились"]),
    (.metric(.saves), ["saves", "instagram saves", "gespeichert", "speicherungen", "сохранения"]),
    (.metric(.follows), ["follows", "neue follower", "подписки"]),
    (.metric(.profileVisits), ["profile visits", "profilaufrufe", "посещения профиля"]),
    (.metric(.replies), ["replies", "antworten", "ответы"]),
    (
      .metric(.linkClicks),
      ["link clicks", "website taps", "external link taps", "link taps", "нажатия на ссылку", "клики по ссылке"]
    ),
    (.metric(.stickerTaps), ["sticker taps", "нажатия на наклейки"]),
    (.metric(.navigation), ["navigation", "навигация"]),
    (.metric(.interactions), ["content interactions", "interactions", "взаимодействия с контентом"]),
    (.caption, ["caption", "bildunterschrift", "подпись"]),
    (.duration, ["duration", "dauer", "продолжительность", "длительность"]),
    (
      .ignored,
      [
        "creation timestamp", "upload timestamp", "creation time", "timestamp", "erstellungszeitstempel",
        "zeitstempel der erstellung", "время создания", "email button taps", "call button taps", "text button taps",
        "business address taps", "get directions taps", "reactions", "реакции", "peak concurrent viewers",
      ]
    ),
  ]
}
