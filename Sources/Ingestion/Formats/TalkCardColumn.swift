/// A column of a table of talk cards: English, Russian, Kyrgyz, Uzbek (Latin).
enum TalkCardColumn: Hashable {
  case post, link, title, date, themes, targetGroup, campaign, boosted, summary

  static func columns(_ header: [String]) -> [TalkCardColumn?] { header.map { names[$0] } }

  private static let names: [String: TalkCardColumn] = {
    let lists: [(TalkCardColumn, [String])] = [
      (.post, ["Post ID", "Video ID", "ID", "ID публикации", "ID видео", "Жарыянын ID'си", "Post ID si"]),
      (.link, ["Link", "URL", "Ссылка", "Шилтеме", "Havola"]),
      (.title, ["Title", "Название", "Аталышы", "Nomi", "Sarlavha"]),
      (.date, ["Date", "Published", "Дата", "Дата публикации", "Күнү", "Жарыяланган күнү", "Sana", "Chiqqan sanasi"]),
      (.themes, ["Declared themes", "Themes", "Заявленные темы", "Темы", "Темалар", "Айтылган темалар", "Mavzular"]),
      (
        .targetGroup,
        ["Target group", "Целевая группа", "Для кого", "Максаттуу топ", "Ким үчүн", "Maqsadli guruh", "Kim uchun"]
      ),
      (.campaign, ["Campaign", "Кампания", "Өнөктүк", "Kampaniya"]),
      (
        .boosted,
        ["Boosted", "Promoted", "Продвижение", "Платное продвижение", "Акы төлөнүп таратылды", "Pullik targʻibot"]
      ),
      (
        .summary,
        ["Summary", "Краткое содержание", "О чём", "Кыскача мазмуну", "Мазмуну", "Qisqacha mazmuni", "Mazmuni"]
      ),
    ]
    var names: [String: TalkCardColumn] = [:]
    for (column, list) in lists {
      for name in list { names[HeaderName.normalised(name)] = column }
    }
    return names
  }()
}
