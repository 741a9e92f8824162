package import Records

/// What may stand in a cell of a register that offers a choice: English, Russian, Kyrgyz, Uzbek (Latin), in this order.
/// The code itself is taken too.
package enum RegisterChoices {
  /// What a drop-down list offers, in the order of the codes.
  package static func words(_ field: RegisterField, language: String) -> [String] {
    guard case .choice(let codes) = field.content else { return [] }
    return codes.map { word(field, $0, language: language) }
  }

  /// The word of a code; the code itself where there is none.
  package static func word(_ field: RegisterField, _ code: String, language: String) -> String {
    let place = FormWords.languages.firstIndex(of: language) ?? 0
    return lists[field]?[code]?[place] ?? code
  }

  /// The code that a cell means.
  static func code(_ field: RegisterField, _ cell: String) -> String? {
    guard case .choice(let codes) = field.content, cell.utf8.count <= 80 else { return nil }
    let name = HeaderName.normalised(cell)
    return codes.contains(name) ? name : known[field]?[name]
  }

  private static let lists: [RegisterField: [String: [String]]] = [
    .group: [
      "imams": ["imams", "имамы", "имамдар", "imomlar"],
      "women-leaders": ["women leaders", "женщины-лидеры", "аял лидерлер", "ayol yetakchilar"],
      "teachers": ["teachers", "учителя", "мугалимдер", "oʻqituvchilar"],
      "youth": ["young people", "молодёжь", "жаштар", "yoshlar"],
      "parents": ["parents", "родители", "ата-энелер", "ota-onalar"],
      "officials": ["officials", "служащие", "кызматкерлер", "xizmatchilar"],
      "journalists": ["journalists", "журналисты", "журналисттер", "jurnalistlar"],
      "other": other,
    ],
    .form: [
      "talk": ["talk", "встреча", "жолугушуу", "uchrashuv"],
      "round-table": ["round table", "круглый стол", "тегерек стол", "davra suhbati"],
      "campaign": ["campaign", "кампания", "өнөктүк", "kampaniya"],
      "sport-culture": ["sport or culture", "спорт или культура", "спорт же маданият", "sport yoki madaniyat"],
      "school": ["at a school", "в школе", "мектепте", "maktabda"],
      "online": ["online", "онлайн", "онлайн", "onlayn"],
      "other": other,
    ],
    .type: [
      "threat": ["threat", "угроза", "коркутуу", "tahdid"],
      "hate": ["hatred", "ненависть", "жек көрүү", "nafrat"],
      "extremist": ["call to violence", "призыв к насилию", "зордукка чакыруу", "zoʻravonlikka chaqiriq"],
      "blocked": ["account blocked", "аккаунт заблокирован", "аккаунт бөгөттөлдү", "akkaunt bloklandi"],
      "hacked": ["account taken over", "аккаунт взломан", "аккаунт бузулду", "akkaunt buzildi"],
      "disclosed": [
        "personal data made public", "личные данные раскрыты", "жеке маалымат жайылды",
        "shaxsiy maʼlumot oshkor boʻldi",
      ],
      "pressure": ["pressure or summons", "давление или вызов", "кысым же чакыртуу", "bosim yoki chaqiruv"],
      "attack": ["attack", "нападение", "кол салуу", "hujum"],
      "other": other,
    ],
    .severity: [
      "low": ["low", "низкая", "төмөн", "past"], "medium": ["medium", "средняя", "орто", "oʻrta"],
      "high": ["high", "высокая", "жогору", "yuqori"],
      "critical": ["critical", "критическая", "өтө оор", "oʻta ogʻir"],
    ],
    .state: [
      "open": ["open", "открыт", "ачык", "ochiq"], "closed": ["closed", "закрыт", "жабык", "yopiq"],
    ],
    .sex: [
      "female": ["women", "женщины", "аялдар", "ayollar"], "male": ["men", "мужчины", "эркектер", "erkaklar"],
    ],
    .method: [
      "face-to-face": ["face to face", "лично", "бетме-бет", "yuzma-yuz"],
      "phone": ["by phone", "по телефону", "телефон менен", "telefon orqali"],
      "online": ["online", "онлайн", "онлайн", "onlayn"],
      "group": ["in a group", "в группе", "топто", "guruhda"],
      "other": other,
    ],
    .platform: [
      "youtube": ["YouTube", "YouTube", "YouTube", "YouTube"],
      "instagram": ["Instagram", "Instagram", "Instagram", "Instagram"],
      "tiktok": ["TikTok", "TikTok", "TikTok", "TikTok"],
      "facebook": ["Facebook", "Facebook", "Facebook", "Facebook"],
      "telegram": ["Telegram", "Telegram", "Telegram", "Telegram"],
    ],
    .shared: [
      "team": ["team", "только команда", "команда гана", "faqat jamoa"],
      "donors": ["donors", "доноры", "донорлор", "donorlar"],
      "public": ["public", "все", "баары", "hamma"],
    ],
    .withdrawn: ["yes": ["yes", "да", "ооба", "ha"], "no": ["no", "нет", "жок", "yoʻq"]],
  ]

  private static let other = ["other", "другое", "башка", "boshqa"]

  private static let known: [RegisterField: [String: String]] = lists.mapValues { codes in
    codes.reduce(into: [:]) { known, entry in
      for word in entry.value {
        // Uzbek is typed with several kinds of apostrophe.
        for form in [
          word, word.replacingScalars("\u{2BB}", with: "'"), word.replacingScalars("\u{2BB}", with: "\u{2018}"),
        ] {
          known[HeaderName.normalised(form)] = entry.key
        }
      }
    }
  }
}

extension String {
  /// By scalars, since a mark may sit behind one.
  fileprivate func replacingScalars(_ old: Unicode.Scalar, with new: Unicode.Scalar) -> String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == old ? new : $0 }))
  }
}
