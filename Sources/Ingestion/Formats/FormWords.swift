import Records

/// The words of the forms that staff fill in, by language: what a form writes, its reader takes.
package struct FormWords: Sendable {
  /// Names of columns, in the order of the form.
  package let figures: [String]
  package let talkCard: [String]
  /// Metrics that a drop-down list offers; any other that the reader knows may be typed in.
  package let metrics: [String]
  package let yes: String
  package let no: String
  /// Stands first in the example row, which readers leave out.
  package let example: String

  /// - Parameter language: `en`, `ru`, `ky`, `uz`; nil for any other.
  package init?(language: String) {
    guard let words = FormWords.list[language] else { return nil }
    self = words
  }

  private init(
    _ figures: [String], _ talkCard: [String], _ metrics: [String], _ yes: String, _ no: String, _ example: String
  ) {
    self.figures = figures
    self.talkCard = talkCard
    self.metrics = metrics
    self.yes = yes
    self.no = no
    self.example = example
  }

  package static let languages = ["en", "ru", "ky", "uz"]

  private static let list: [String: FormWords] = [
    "en": FormWords(
      ["Creator", "Platform", "Period", "Metric", "Value", "Entered by", "Evidence"],
      ["Link", "Title", "Date", "Declared themes", "Target group", "Campaign", "Boosted", "Summary"],
      ["Views", "Reach", "Likes", "Comments", "Shares", "Saves", "Followers", "New followers"], "yes", "no", "EXAMPLE"),
    "ru": FormWords(
      ["Автор", "Платформа", "Период", "Показатель", "Значение", "Кто внёс", "Подтверждение"],
      [
        "Ссылка", "Название", "Дата публикации", "Заявленные темы", "Целевая группа", "Кампания", "Платное продвижение",
        "Краткое содержание",
      ],
      [
        "Просмотры", "Охват", "Лайки", "Комментарии", "Репосты", "Сохранения", "Подписчики", "Новые подписчики",
      ], "да", "нет", "ПРИМЕР"),
    "ky": FormWords(
      ["Автордун коду", "Платформа", "Мезгил", "Көрсөткүч", "Мааниси", "Ким киргизди", "Далил"],
      [
        "Шилтеме", "Аталышы", "Күнү", "Темалар", "Максаттуу топ", "Өнөктүк", "Акы төлөнүп таратылды", "Кыскача мазмуну",
      ],
      [
        "Көрүүлөр", "Камтуу", "Жактыруулар", "Пикирлер", "Бөлүшүүлөр", "Сактоолор", "Жазылуучулар", "Жаңы жазылуучулар",
      ], "ооба", "жок", "МИСАЛ"),
    "uz": FormWords(
      ["Muallif kodi", "Platforma", "Davr", "Koʻrsatkich", "Qiymati", "Kim kiritdi", "Dalil"],
      ["Havola", "Nomi", "Sana", "Mavzular", "Maqsadli guruh", "Kampaniya", "Pullik targʻibot", "Qisqacha mazmuni"],
      [
        "Koʻrishlar", "Qamrov", "Yoqtirishlar", "Izohlar", "Ulashishlar", "Saqlashlar", "Obunachilar",
        "Yangi obunachilar",
      ], "ha", "yoʻq", "NAMUNA"),
  ]

  private static let examples = Set(list.values.map { HeaderName.normalised($0.example) })

  /// Whether a row is the example of a form: its first cell that holds anything says so.
  package static func isExample(_ first: String) -> Bool {
    first.utf8.count <= 40 && examples.contains(HeaderName.normalised(first))
  }

  /// Stands in the first cell of a form's sheet of instructions, by which readers leave that sheet out.
  package static let notesMark = "minbar-notes"
}

extension TableReader {
  /// Whether the current row is the example of a form.
  var isExample: Bool {
    guard let place = (0..<count).first(where: { !self[$0].trimmed().isEmpty }) else { return false }
    return FormWords.isExample(self[place].trimmed().string)
  }
}
