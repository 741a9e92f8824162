/// Names of values, by dimension, mapped to one code each: as Studio writes them in English and Russian, and as the
/// platform's programming interfaces do.
enum DimensionNames {
  /// The code of a value; nil if no list knows it.
  static func code(_ dimension: StudioDimension, _ value: String) -> String? {
    codes[dimension]?[HeaderName.normalised(value)]
  }

  /// The label of a row that stands for the whole.
  static func isTotal(_ cell: Bytes) -> Bool {
    cell.count <= 80 && totals.contains(HeaderName.normalised(cell.trimmed().string))
  }

  private static let totals: Set<String> = [
    "total", "totals", "итоговое значение", "итого", "всего", "итог", "жалпы", "jami", "жами", "барлығы",
  ]

  private static let codes: [StudioDimension: [String: String]] = {
    var codes: [StudioDimension: [String: String]] = [:]
    for (dimension, table) in tables {
      for (code, names) in table {
        for name in names + [code] { codes[dimension, default: [:]][HeaderName.normalised(name)] = code }
      }
    }
    return codes
  }()

  private static let tables: [(StudioDimension, [(String, [String])])] = [
    (.trafficSource, traffic), (.gender, genders), (.subscription, subscriptions), (.device, devices), (.os, systems),
    (.contentType, contentTypes), (.viewerType, viewerTypes), (.playbackLocation, locations), (.audience, audiences),
    (.subtitles, languages + noSubtitles), (.infoLanguage, languages), (.sharingService, services),
  ]

  private static let traffic: [(String, [String])] = [
    ("search", ["YouTube search", "YT_SEARCH", "Поиск на YouTube", "Поиск YouTube"]),
    ("browse", ["Browse features", "SUBSCRIBER", "Функции просмотра"]),
    ("shorts_feed", ["Shorts feed", "SHORTS", "Лента Shorts"]),
    ("external", ["External", "EXT_URL", "Внешние источники"]),
    ("other_youtube", ["Other YouTube features", "YT_OTHER_PAGE", "Другие функции YouTube"]),
    ("direct", ["Direct or unknown", "NO_LINK_OTHER", "Прямой или неизвестный источник"]),
    ("suggested", ["Suggested videos", "RELATED_VIDEO", "YT_RELATED", "Рекомендуемые видео"]),
    ("playlist", ["Playlists", "PLAYLIST", "Плейлисты"]),
    ("playlist_page", ["Playlist page", "YT_PLAYLIST_PAGE"]),
    ("end_screen", ["End screens", "END_SCREEN", "Конечные заставки"]),
    ("related_shorts", ["Related Shorts"]),
    ("shorts_content_links", ["SHORTS_CONTENT_LINKS"]),
    ("channel_page", ["Channel pages", "YT_CHANNEL", "Страницы каналов"]),
    ("hashtag_page", ["Hashtag pages", "HASHTAGS"]),
    ("notification", ["Notifications", "NOTIFICATION", "Уведомления"]),
    ("card", ["Video cards and annotations", "ANNOTATION"]),
    ("campaign_card", ["CAMPAIGN_CARD"]),
    ("sound_page", ["Sound pages", "SOUND_PAGE"]),
    ("advertising", ["YouTube advertising", "ADVERTISING"]),
    ("promoted", ["PROMOTED"]),
    ("embedded", ["NO_LINK_EMBEDDED"]),
    ("live_redirect", ["LIVE_REDIRECT"]),
    ("product_page", ["PRODUCT_PAGE"]),
    ("remix", ["VIDEO_REMIXES"]),
    ("immersive_live", ["IMMERSIVE_LIVE"]),
  ]

  private static let genders: [(String, [String])] = [
    ("female", ["Female", "Женский", "Женщины"]),
    ("male", ["Male", "Мужской", "Мужчины"]),
    ("user_specified", ["User-specified", "GENDER_OTHER", "Указан пользователем", "Указано пользователем"]),
  ]

  private static let subscriptions: [(String, [String])] = [
    ("subscribed", ["Subscribed", "Подписаны", "Есть подписка", "Подписчики"]),
    ("not_subscribed", ["Not subscribed", "UNSUBSCRIBED", "Не подписаны", "Нет подписки", "Без подписки"]),
  ]

  private static let devices: [(String, [String])] = [
    ("mobile", ["Mobile phone", "Мобильный телефон", "Мобильные телефоны"]),
    ("computer", ["Computer", "DESKTOP", "Компьютер", "Компьютеры"]),
    ("tv", ["TV", "Телевизор", "Телевизоры"]),
    ("tablet", ["Tablet", "Планшет", "Планшеты"]),
    ("game_console", ["Game console", "Игровая консоль", "Игровая приставка", "Игровые приставки"]),
    ("unknown", ["Unknown", "UNKNOWN_PLATFORM", "Неизвестно"]),
  ]

  private static let systems: [(String, [String])] = [
    ("android", ["Android"]), ("ios", ["iOS"]), ("windows", ["Windows"]), ("macintosh", ["Macintosh", "macOS"]),
    ("linux", ["Linux"]), ("chromecast", ["Chromecast"]), ("playstation", ["PlayStation"]), ("xbox", ["Xbox"]),
    ("tizen", ["Tizen"]), ("webos", ["webOS"]), ("unknown", ["Unknown", "OTHER", "Неизвестно"]),
  ]

  private static let contentTypes: [(String, [String])] = [
    ("video", ["Videos", "Video", "videoOnDemand", "VIDEO_ON_DEMAND", "Видео"]),
    ("short", ["Shorts"]),
    ("live", ["Live streams", "Live stream", "liveStream", "LIVE_STREAM", "Прямые трансляции", "Прямая трансляция"]),
    ("post", ["Posts", "Записи"]),
    ("story", ["Stories"]),
    ("unspecified", ["unspecified"]),
  ]

  private static let viewerTypes: [(String, [String])] = [
    ("new", ["New viewers", "Новые зрители"]),
    ("returning", ["Returning viewers"]),
    ("casual", ["Casual viewers", "Случайные зрители"]),
    ("regular", ["Regular viewers"]),
  ]

  private static let locations: [(String, [String])] = [
    ("watch_page", ["YouTube watch page", "WATCH"]),
    ("channel_page", ["YouTube channel page", "CHANNEL"]),
    ("embedded", ["Embedded in external websites and apps", "EMBEDDED"]),
    ("browse", ["BROWSE"]), ("mobile", ["MOBILE"]), ("search", ["SEARCH"]), ("shorts_feed", ["SHORTS_FEED"]),
    ("other_youtube", ["YT_OTHER"]), ("external_app", ["EXTERNAL_APP"]),
  ]

  private static let audiences: [(String, [String])] = [
    ("organic", ["Organic", "ORGANIC"]),
    ("in_stream_ad", ["AD_INSTREAM"]), ("in_display_ad", ["AD_INDISPLAY"]),
  ]

  private static let services: [(String, [String])] = [
    ("whatsapp", ["WhatsApp", "WHATS_APP"]), ("telegram", ["Telegram"]), ("facebook", ["Facebook"]),
    ("instagram", ["Instagram"]), ("vkontakte", ["VKontakte", "ВКонтакте"]),
    ("odnoklassniki", ["Odnoklassniki", "Одноклассники"]), ("viber", ["Viber"]),
    ("copy", ["Copy to clipboard", "COPY_PASTE", "Скопировать в буфер обмена"]),
    ("other", ["Other", "Другое"]),
  ]

  private static let noSubtitles: [(String, [String])] = [
    ("none", ["No subtitles/CC", "No subtitles", "Без субтитров"])
  ]

  /// ISO 639-1.
  private static let languages: [(String, [String])] = [
    ("ky", ["Kyrgyz", "Киргизский", "Кыргызский"]), ("ru", ["Russian", "Русский"]), ("uz", ["Uzbek", "Узбекский"]),
    ("kk", ["Kazakh", "Казахский"]), ("tg", ["Tajik", "Таджикский"]), ("en", ["English", "Английский"]),
    ("ar", ["Arabic", "Арабский"]), ("tr", ["Turkish", "Турецкий"]), ("fa", ["Persian", "Персидский"]),
    ("uk", ["Ukrainian", "Украинский"]), ("de", ["German", "Немецкий"]),
  ]
}
