import Records

/// A column of a YouTube Studio export.
enum StudioColumn: Hashable {
  case content, title, published, duration, date, geography
  /// The first column of a breakdown that is not read yet.
  case breakdown
  case metric(Metric, StudioUnit)
  /// Russian has one name for returning and for regular viewers; the order tells.
  case returningOrRegular
  /// Known, of no use here (revenue, end screens).
  case ignored
}

/// How a metric is written, and what becomes of it.
enum StudioUnit: Hashable {
  case count, decimal
  /// Minutes, kept as hours.
  case minutes
  /// `H:MM:SS`, kept as seconds.
  case clock

  var kind: NumberParser.Kind { self == .count ? .count : .decimal }
}

extension StudioColumn {
  /// Columns that a normalised header names.
  static func columns(_ header: [String]) -> [StudioColumn?] {
    let hasCasual = header.firstIndex { names[$0]?.column == .metric(.casualViewers, .count) }
    return header.enumerated().map { index, name in
      guard let column = names[name]?.column else { return pattern(name) }
      guard column == .returningOrRegular else { return column }
      let isRegular = hasCasual.map { index > $0 } ?? false
      return .metric(isRegular ? .regularViewers : .returningViewers, .count)
    }
  }

  /// The language of the interface that wrote a header: the one most of its names are of.
  static func language(_ header: [String]) -> String? {
    let languages = header.compactMap { names[$0]?.language }
    let russian = languages.count { $0 == "ru" }
    return languages.isEmpty ? nil : 2 * russian > languages.count ? "ru" : "en"
  }

  private static func pattern(_ name: String) -> StudioColumn? {
    let money = ["revenue", "rpm (", "cpm (", "доход", "end screen", "card click", "cards "]
    return money.contains { word in name.withBytes { $0.holds(word) } } ? .ignored : nil
  }

  private static let names: [String: (column: StudioColumn, language: String)] = {
    var names: [String: (column: StudioColumn, language: String)] = [:]
    for (column, english, russian) in table {
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
    (.geography, ["Geography"], ["География"]),
    (
      .breakdown,
      [
        "Cities", "Traffic source", "Viewer age", "Viewer gender", "Subscription status", "Device type",
        "Operating system", "Content type", "Subtitles and CC", "Translation use", "Video info language",
        "Subscription source", "Sharing service", "New and returning viewers", "Playback location", "Playlist",
        "Post", "Card", "End screen element",
      ],
      ["Города", "Источник трафика", "Возраст зрителя", "Пол зрителя", "Статус подписки", "Тип устройства"]
    ),
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
  ]
}

extension Metric {
  /// Numbers of people, which the Total row of a Studio table leaves at 0.
  var isStudioAudience: Bool {
    switch self {
    case .uniqueViewers, .newViewers, .returningViewers, .casualViewers, .regularViewers, .viewsPerViewer: true
    default: false
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether `word` stands anywhere in these bytes.
  func holds(_ word: String) -> Bool {
    let wanted = Array(word.utf8)
    return count >= wanted.count
      && (0...(count - wanted.count)).contains { part($0..<$0 + wanted.count).elementsEqual(wanted) }
  }
}
