package import Records

/// Names of the columns of registers: English, Russian, Kyrgyz, Uzbek (Latin), in this order. What a form writes, its
/// reader takes.
package enum RegisterColumns {
  /// The columns of a form.
  /// - Parameter language: `en`, `ru`, `ky`, `uz`; English stands in for any other.
  package static func names(_ kind: RegisterKind, language: String) -> [String] {
    let place = FormWords.languages.firstIndex(of: language) ?? 0
    return kind.fields.map { field in
      field == .code ? codes[kind]?[place] ?? "" : headers[field]?[place] ?? ""
    }
  }

  /// The register that a header is of, by the name of its first column, and what each column holds.
  static func read(_ header: [String]) -> (kind: RegisterKind, columns: [RegisterField?])? {
    let kinds = header.compactMap { byCode[$0] }
    guard kinds.count == 1, let kind = kinds.first else { return nil }
    let columns = header.map { name -> RegisterField? in
      if byCode[name] != nil { return .code }
      return byName[name].flatMap { kind.fields.contains($0) ? $0 : nil }
    }
    return kind.needed.allSatisfy { columns.contains($0) } ? (kind, columns) : nil
  }

  private static let codes: [RegisterKind: [String]] = [
    .surveys: ["Survey code", "Код опроса", "Сурамжылоонун коду", "Soʻrov kodi"],
    .trainings: ["Training code", "Код обучения", "Окутуунун коду", "Oʻquv kodi"],
    .events: ["Event code", "Код мероприятия", "Иш-чаранын коду", "Tadbir kodi"],
    .incidents: ["Incident code", "Код инцидента", "Окуянын коду", "Hodisa kodi"],
    .stories: ["Story code", "Код истории", "Баяндын коду", "Hikoya kodi"],
  ]

  private static let headers: [RegisterField: [String]] = [
    .day: ["Date", "Дата", "Күнү", "Sana"],
    .question: ["Question code", "Код вопроса", "Суроонун коду", "Savol kodi"],
    .group: ["Who took part", "Кто участвовал", "Кимдер катышты", "Kimlar qatnashdi"],
    .form: ["Kind of event", "Вид мероприятия", "Иш-чаранын түрү", "Tadbir turi"],
    .type: ["Kind of incident", "Вид инцидента", "Окуянын түрү", "Hodisa turi"],
    .severity: ["Severity", "Тяжесть", "Оордугу", "Ogʻirligi"],
    .state: ["State", "Состояние", "Абалы", "Holati"],
    .oblast: ["Oblast", "Область", "Облус", "Viloyat"],
    .sex: ["Sex", "Пол", "Жынысы", "Jinsi"],
    .age: ["Age", "Возраст", "Жашы", "Yoshi"],
    .women: ["Women", "Женщин", "Аялдар", "Ayollar"],
    .men: ["Men", "Мужчин", "Эркектер", "Erkaklar"],
    .total: ["People in all", "Всего людей", "Бардыгы", "Jami odam"],
    .asked: ["People asked", "Опрошено", "Суралгандар", "Soʻralganlar"],
    .agreed: ["Of them said so", "Из них ответили так", "Ошентип жооп бергендер", "Shunday javob berganlar"],
    .method: ["How asked", "Как опрашивали", "Кантип суралды", "Qanday soʻralgan"],
    .creator: ["Creator", "Автор", "Автордун коду", "Muallif kodi"],
    .platform: ["Platform", "Платформа", "Платформа", "Platforma"],
    .story: ["Story", "История", "Баян", "Hikoya"],
    .given: ["Consent given on", "Согласие дано", "Макулдук берилген күн", "Rozilik berilgan kun"],
    .shared: ["May be shared with", "Кому можно показывать", "Кимге көрсөтсө болот", "Kimga koʻrsatish mumkin"],
    .until: ["Consent until", "Согласие до", "Макулдук мөөнөтү", "Rozilik muddati"],
    .withdrawn: ["Taken back", "Строка отозвана", "Кайра алынды", "Qaytarib olindi"],
  ]

  private static let byCode = table(codes)
  private static let byName = table(headers)

  private static func table<Key>(_ lists: [Key: [String]]) -> [String: Key] {
    lists.reduce(into: [:]) { table, entry in
      for name in entry.value { table[HeaderName.normalised(name)] = entry.key }
    }
  }
}
