/// Provinces and cities of their rank, by ISO 3166-2: what people write is one code.
package enum Oblast {
  /// What a drop-down list offers: the provinces of Kyrgyzstan.
  package static func choices(language: String) -> [String] {
    let place = FormWords.languages.firstIndex(of: language) ?? 0
    return list.prefix(9).map { $0.names[place] }
  }

  /// The name of a code; the code itself where there is none.
  package static func name(_ code: String, language: String) -> String {
    let place = FormWords.languages.firstIndex(of: language) ?? 0
    return list.first { $0.code == code }?.names[place] ?? code
  }

  /// The code that a cell means: one of the list by code or name, or any other code of the five countries.
  package static func code(_ cell: String) -> String? {
    guard cell.utf8.count <= 80 else { return nil }
    let name = HeaderName.normalised(cell)
    return byName[name] ?? foreign(name)
  }

  /// `tj-su` of a country whose provinces have no names here.
  private static func foreign(_ name: String) -> String? {
    let parts = name.utf8.split(separator: ASCII.minus, omittingEmptySubsequences: false)
    guard parts.count == 2, ["kz", "tj", "tm"].contains(String(decoding: Array(parts[0]), as: UTF8.self)),
      (1...3).contains(parts[1].count),
      parts[1].allSatisfy({ (0x61...0x7A).contains($0) || ASCII.isDigit($0) })
    else { return nil }
    return name.uppercased()
  }

  /// English, Russian, Kyrgyz, Uzbek (Latin).
  private static let list: [(code: String, names: [String])] = [
    ("KG-B", ["Batken", "Баткенская", "Баткен", "Botken"]),
    ("KG-C", ["Chüy", "Чуйская", "Чүй", "Chuy"]),
    ("KG-GB", ["Bishkek", "г. Бишкек", "Бишкек ш.", "Bishkek sh."]),
    ("KG-GO", ["Osh city", "г. Ош", "Ош ш.", "Oʻsh sh."]),
    ("KG-J", ["Jalal-Abad", "Джалал-Абадская", "Жалал-Абад", "Jalolobod"]),
    ("KG-N", ["Naryn", "Нарынская", "Нарын", "Norin"]),
    ("KG-O", ["Osh oblast", "Ошская", "Ош облусу", "Oʻsh viloyati"]),
    ("KG-T", ["Talas", "Таласская", "Талас", "Talas viloyati"]),
    ("KG-Y", ["Issyk-Kul", "Иссык-Кульская", "Ысык-Көл", "Issiqkoʻl"]),
    ("UZ-AN", ["Andijan", "Андижанская", "Анжиян", "Andijon"]),
    ("UZ-BU", ["Bukhara", "Бухарская", "Бухара", "Buxoro"]),
    ("UZ-FA", ["Fergana", "Ферганская", "Фергана", "Fargʻona"]),
    ("UZ-JI", ["Jizzakh", "Джизакская", "Жызак", "Jizzax"]),
    ("UZ-NG", ["Namangan", "Наманганская", "Наманган", "Namangan viloyati"]),
    ("UZ-NW", ["Navoiy", "Навоийская", "Навои", "Navoiy viloyati"]),
    ("UZ-QA", ["Qashqadaryo", "Кашкадарьинская", "Кашкадарыя", "Qashqadaryo viloyati"]),
    ("UZ-QR", ["Karakalpakstan", "Каракалпакстан", "Каракалпакстан", "Qoraqalpogʻiston"]),
    ("UZ-SA", ["Samarkand", "Самаркандская", "Самарканд", "Samarqand"]),
    ("UZ-SI", ["Sirdaryo", "Сырдарьинская", "Сырдарыя", "Sirdaryo viloyati"]),
    ("UZ-SU", ["Surxondaryo", "Сурхандарьинская", "Сурхандарыя", "Surxondaryo viloyati"]),
    ("UZ-TK", ["Tashkent city", "г. Ташкент", "Ташкент ш.", "Toshkent sh."]),
    ("UZ-TO", ["Tashkent oblast", "Ташкентская", "Ташкент облусу", "Toshkent viloyati"]),
    ("UZ-XO", ["Xorazm", "Хорезмская", "Хорезм", "Xorazm viloyati"]),
  ]

  private static let byName: [String: String] = list.reduce(into: [:]) { table, entry in
    table[HeaderName.normalised(entry.code)] = entry.code
    for name in entry.names {
      let plain = HeaderName.normalised(name)
      for form in [plain, plain + " область", plain + " облусу", plain + " viloyati", plain + " oblast"] {
        table[form] = entry.code
      }
      table[String(String.UnicodeScalarView(plain.unicodeScalars.map { $0 == "\u{2BB}" ? "'" : $0 }))] = entry.code
    }
  }
}
