import Records

/// A column of a table of figures that were typed in, and the words in its cells.
enum HandColumn: Hashable {
  case creator, platform, period, metric, value, enteredBy, evidence

  /// The columns that a table must have.
  static let needed: [HandColumn] = [.platform, .period, .metric, .value, .enteredBy, .evidence]

  static func columns(_ header: [String]) -> [HandColumn?] { header.map { names[$0] } }

  /// The platform that a cell names.
  static func platform(_ cell: Bytes) -> HandPlatform? {
    cell.count <= 40 ? platforms[HeaderName.normalised(cell.string)] : nil
  }

  /// The metric that a cell names: by its identifier or in words.
  static func metric(_ cell: Bytes) -> Metric? {
    guard cell.count <= 120 else { return nil }
    let name = HeaderName.normalised(cell.string)
    return Metric(rawValue: name) ?? metrics[name]
  }

  /// English, Russian, Kyrgyz, Uzbek (Latin).
  private static let names = table([
    (HandColumn.creator, ["Creator", "Creator code", "Автор", "Код автора", "Автордун коду", "Muallif kodi"]),
    (.platform, ["Platform", "Платформа", "Площадка", "Platforma"]),
    (.period, ["Period", "Month", "Период", "Месяц", "Мезгил", "Ай", "Davr", "Oy"]),
    (.metric, ["Metric", "Показатель", "Көрсөткүч", "Koʻrsatkich", "Ko'rsatkich", "Ko‘rsatkich"]),
    (.value, ["Value", "Значение", "Маани", "Мааниси", "Qiymat", "Qiymati"]),
    (
      .enteredBy, ["Entered by", "Who", "Кто внёс", "Кто ввёл", "Ким киргизди", "Kim kiritdi"]
    ),
    (.evidence, ["Evidence", "Подтверждение", "Скриншот", "Далил", "Dalil", "Skrinshot"]),
  ])

  private static let platforms = table([
    (HandPlatform.youtube, ["YouTube", "Ютуб", "Ютюб"]), (.instagram, ["Instagram", "Инстаграм", "Инстаграмм"]),
    (.tiktok, ["TikTok", "Tik Tok", "Тикток", "Тик Ток"]), (.facebook, ["Facebook", "Фейсбук", "FB"]),
    (.telegram, ["Telegram", "Телеграм"]),
  ])

  private static let metrics = table([
    (Metric.views, ["Video views", "Просмотры", "Просмотры видео", "Көрүүлөр", "Koʻrishlar", "Ko'rishlar"]),
    (.reach, ["Охват", "Камтуу", "Qamrov"]), (.viewers, ["Зрители", "Көрүүчүлөр", "Tomoshabinlar"]),
    (
      .likes, ["Лайки", "Отметки \"Нравится\"", "Жактыруулар", "Лайктар", "Yoqtirishlar", "Layklar"]
    ),
    (.comments, ["Комментарии", "Пикирлер", "Комментарийлер", "Izohlar"]),
    (.shares, ["Репосты", "Поделились", "Бөлүшүүлөр", "Ulashishlar"]),
    (.saves, ["Сохранения", "Сактоолор", "Saqlashlar"]),
    (.followers, ["Subscribers", "Подписчики", "Катталгандар", "Жазылуучулар", "Obunachilar"]),
    (.follows, ["New followers", "Новые подписчики", "Подписки", "Жаңы жазылуучулар", "Yangi obunachilar"]),
    (.profileVisits, ["Profile views", "Посещения профиля", "Profile visits", "Профилге кирүүлөр"]),
    (.linkClicks, ["Link clicks", "Клики по ссылке"]),
    (.interactions, ["Взаимодействия", "Content interactions"]),
    (.watchHours, ["Watch time (hours)", "Время просмотра (часы)"]),
    (.averageViewSeconds, ["Average watch time (s)", "Среднее время просмотра (с)"]),
  ])

  private static func table<Key>(_ lists: [(Key, [String])]) -> [String: Key] {
    var table: [String: Key] = [:]
    for (key, names) in lists {
      for name in names { table[HeaderName.normalised(name)] = key }
    }
    return table
  }
}
