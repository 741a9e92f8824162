import Records

/// Column names of Studio tables in English and Russian.
enum StudioNames {
  /// The column that a normalised name stands for; nil if it is not known.
  static func column(_ name: String) -> StudioColumn? { names[name]?.column }

  /// The language of the interface that wrote a header: the one most of its names are of.
  static func language(_ header: [String]) -> String? {
    let languages = header.compactMap { names[$0]?.language }
    let russian = languages.count { $0 == "ru" }
    return languages.isEmpty ? nil : 2 * russian > languages.count ? "ru" : "en"
  }

  private static let names: [String: (column: StudioColumn, language: String)] = {
    var names: [String: (column: StudioColumn, language: String)] = [:]
    for (column, english, russian) in table + dimensions.map({ (StudioColumn.dimension($0.0), $0.1, $0.2) }) {
      for name in english { names[HeaderName.normalised(name)] = (column, "en") }
      for name in russian { names[HeaderName.normalised(name)] = (column, "ru") }
    }
    return names
  }()

  private static func count(_ metric: Metric) -> StudioColumn { .metric(metric, .count) }
  private static func decimal(_ metric: Metric) -> StudioColumn { .metric(metric, .decimal) }

  /// Names seen from 2020 to 2026.
  private static let table: [(StudioColumn, [String], [String])] = [
    (.content, ["Content", "Video"], ["Контент", "Видео"]),
    (.title, ["Video title"], ["Название видео"]),
    (.published, ["Video publish time"], ["Время публикации видео", "Дата публикации"]),
    (.duration, ["Duration"], ["Продолжительность", "Длительность"]),
    (.date, ["Date"], ["Дата"]),
    (.ignored, ["Source title", "Source type", "Playlist title", "Post text", "Card title"], []),
    (count(.views), ["Views"], ["Просмотры"]),
    (
      count(.engagedViews), ["Engaged views"],
      ["Заинтересованные просмотры", "Вовлечённые просмотры", "Просмотры с вовлечением"]
    ),
    (decimal(.watchHours), ["Watch time (hours)"], ["Время просмотра (часы)", "Время просмотра (часов)"]),
    (.metric(.watchHours, .minutes), ["Watch time (minutes)"], ["Время просмотра (минуты)"]),
    (count(.subscribersNet), ["Subscribers"], ["Подписчики"]),
    (count(.subscribersGained), ["Subscribers gained"], ["Новые подписчики"]),
    (count(.subscribersLost), ["Subscribers lost"], ["Отказались от подписки"]),
    (
      count(.thumbnailImpressions), ["Impressions", "Thumbnail impressions"],
      ["Показы", "Показы значков видео", "Показы для значков", "Показы для значков видео", "Показы значков"]
    ),
    (
      decimal(.clickThroughPercent), ["Impressions click-through rate (%)", "Thumbnail click-through rate (%)"],
      ["CTR для значков видео (%)", "CTR для значков (%)", "CTR для значков видео", "CTR видео"]
    ),
    (
      .metric(.averageViewSeconds, .clock), ["Average view duration"],
      ["Средняя продолжительность просмотра"]
    ),
    (
      decimal(.averagePercentageViewed), ["Average percentage viewed (%)"],
      ["Средний процент просмотра (%)"]
    ),
    (
      decimal(.stayedPercent), ["Stayed to watch (%)", "Viewed (vs. swiped away) (%)"],
      ["Продолжили смотреть (%)"]
    ),
    (count(.shownInFeed), ["Shown in feed"], []),
    (count(.uniqueViewers), ["Unique viewers"], ["Уникальные зрители"]),
    (
      decimal(.viewsPerViewer), ["Average views per viewer"],
      ["Среднее число просмотров одним пользователем"]
    ),
    (count(.newViewers), ["New viewers"], ["Новые зрители"]),
    (count(.returningViewers), ["Returning viewers"], []),
    (.returningOrRegular, [], ["Постоянные зрители"]),
    (count(.casualViewers), ["Casual viewers"], ["Случайные зрители"]),
    (count(.regularViewers), ["Regular viewers"], []),
    (count(.likes), ["Likes"], ["Отметки \"Нравится\""]),
    (count(.dislikes), ["Dislikes"], ["Отметки \"Не нравится\""]),
    (
      decimal(.likeRatioPercent), ["Likes (vs. dislikes) (%)", "Likes (vs dislikes) (%)"],
      ["Процент отметок \"Нравится\" (%)"]
    ),
    (count(.shares), ["Shares"], ["Поделились"]),
    (count(.comments), ["Comments added"], ["Новые комментарии", "Комментарии"]),
    (count(.premiumViews), ["YouTube Premium views"], []),
    (count(.hypes), ["Hypes"], []),
    (count(.hypePoints), ["Hype points"], []),
    (count(.postSubscribers), ["Post subscribers"], []),
    (decimal(.viewsPercent), ["Views (%)"], ["Просмотры (%)"]),
    (decimal(.watchPercent), ["Watch time (hours) (%)", "Watch time (%)"], ["Время просмотра (часы) (%)"]),
  ]

  /// First columns of breakdowns.
  private static let dimensions: [(StudioDimension, [String], [String])] = [
    (.country, ["Geography", "Country"], ["География", "Страна"]),
    (.city, ["Cities", "City"], ["Города", "Город"]),
    (.cityName, ["City name"], ["Название города"]),
    (.trafficSource, ["Traffic source"], ["Источник трафика", "Источники трафика"]),
    (.age, ["Viewer age"], ["Возраст зрителя", "Возраст зрителей"]),
    (.gender, ["Viewer gender"], ["Пол зрителя", "Пол зрителей"]),
    (.subscription, ["Subscription status"], ["Статус подписки"]),
    (.viewerType, ["New and returning viewers"], ["Новые и постоянные зрители"]),
    (.device, ["Device type"], ["Тип устройства"]),
    (.os, ["Operating system"], ["Операционная система"]),
    (.contentType, ["Content type"], ["Тип контента"]),
    (.subtitles, ["Subtitles and CC"], ["Субтитры"]),
    (.infoLanguage, ["Video info language"], ["Язык информации о видео"]),
    (.translation, ["Translation use"], ["Использование перевода"]),
    (.subscriptionSource, ["Subscription source"], ["Источник подписки", "Источник подписок"]),
    (.sharingService, ["Sharing service"], ["Сервис отправки"]),
    (.playbackLocation, ["Playback location"], ["Место воспроизведения"]),
    (.playlist, ["Playlist"], ["Плейлист", "Плейлисты"]),
    (.post, ["Post"], []),
    (.card, ["Card"], []),
    (.endScreen, ["End screen element"], []),
    (.audience, ["Audience type"], []),
  ]
}
