/// What the columns of a list of creators are called, besides their ids: in the forms of each language.
enum RegistryColumns {
  /// The columns of a form, in its order.
  static let ids = [
    "code", "name", "languages", "country", "oblast", "youtube_id", "youtube_name", "youtube_handle", "instagram_id",
    "instagram_name", "consent_what", "consent_with", "consent_from", "consent_until", "status",
  ]

  /// Names of these columns by language.
  static let names: [String: [String]] = [
    "en": [
      "Code", "Name", "Languages", "Country", "Region", "YouTube channel ID", "YouTube channel name",
      "YouTube handle (@)",
      "Instagram ID", "Instagram name", "Consent to what", "Consent for whom", "Consent from", "Consent until",
      "Status",
    ],
    "ru": [
      "Код", "Имя", "Языки", "Страна", "Область", "ID канала YouTube", "Название канала YouTube", "Адрес YouTube (@)",
      "ID в Instagram", "Имя в Instagram", "На что согласие", "Для кого согласие", "Согласие с", "Согласие до",
      "Статус",
    ],
    "ky": [
      "Коду", "Аты", "Тилдери", "Өлкөсү", "Облусу", "YouTube каналынын ID'си", "YouTube каналынын аты",
      "YouTube дареги (@)", "Instagram ID'си", "Instagram аты", "Эмнеге макул", "Кимге көрсөтүүгө макул",
      "Макулдук башталган күн", "Макулдук бүткөн күн", "Абалы",
    ],
    "uz": [
      "Kodi", "Ismi", "Tillari", "Davlati", "Viloyati", "YouTube kanali ID", "YouTube kanali nomi",
      "YouTube manzili (@)",
      "Instagram ID raqami", "Instagram nomi", "Nimaga rozi", "Kimga koʻrsatishga rozi", "Rozilik boshlangan kun",
      "Rozilik tugagan kun", "Holati",
    ],
  ]

  private static let known: [String: String] = {
    var known: [String: String] = [:]
    for list in names.values {
      for (name, id) in zip(list, ids) { known[name.lowercased()] = id }
    }
    return known
  }()

  /// The id of a column by its name in any language; a name that is not known stays as it is.
  static func id(_ name: String) -> String {
    let name = name.trimmingSpaces.lowercased()
    return known[name] ?? name
  }
}
