import Records

/// A column of Meta Business Suite's content export.
enum MetaColumn: Hashable {
  case postID, accountID, username, accountName, caption, duration, published, permalink, postType, dataComment, date
  case metric(Metric)
}

extension MetaColumn {
  static func columns(_ header: [String]) -> [MetaColumn?] { header.map { names[$0]?.column } }

  /// The language of the interface that wrote a header: the one most of its names are of.
  static func language(_ header: [String]) -> String? {
    var counts: [String: Int] = [:]
    for name in header {
      if let language = names[name]?.language { counts[language, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private static let names: [String: (column: MetaColumn, language: String)] = {
    var names: [String: (column: MetaColumn, language: String)] = [:]
    for (column, english, russian, portuguese) in table {
      for (language, list) in [("pt", portuguese), ("ru", russian), ("en", english)] {
        for name in list { names[HeaderName.normalised(name)] = (column, language) }
      }
    }
    return names
  }()

  private static let table: [(MetaColumn, [String], [String], [String])] = [
    (.postID, ["Post ID"], ["ID публикации"], ["Identificação do post", "Identificação da publicação"]),
    (.accountID, ["Account ID"], ["ID аккаунта"], ["Identificação da conta"]),
    (.username, ["Account username"], ["Имя пользователя аккаунта"], ["Nome de usuário da conta"]),
    (.accountName, ["Account name"], ["Название аккаунта"], ["Nome da conta"]),
    (.caption, ["Description"], ["Описание"], ["Descrição"]),
    (.duration, ["Duration (sec)"], ["Длительность (с.)"], ["Duração (s)"]),
    (.published, ["Publish time"], ["Время публикации"], ["Horário de publicação"]),
    (.permalink, ["Permalink"], ["Постоянная ссылка"], ["Link permanente"]),
    (.postType, ["Post type"], ["Тип публикации"], ["Tipo de post"]),
    (.dataComment, ["Data comment"], ["Комментарий к данным"], ["Comentário de dados", "Comentário sobre dados"]),
    (.date, ["Date"], ["Дата"], ["Data"]),
    (.metric(.views), ["Views"], ["Просмотры"], ["Visualizações"]),
    (.metric(.reach), ["Reach"], ["Охват"], ["Alcance"]),
    (.metric(.likes), ["Likes"], ["Отметки \"Нравится\""], ["Curtidas"]),
    (.metric(.shares), ["Shares"], ["Репосты"], ["Compartilhamentos"]),
    (.metric(.follows), ["Follows"], ["Подписки"], ["Seguimentos"]),
    (.metric(.comments), ["Comments"], ["Комментарии"], ["Comentários"]),
    (.metric(.saves), ["Saves"], ["Сохранения"], ["Salvamentos"]),
    (.metric(.impressions), ["Impressions"], ["Показы"], ["Impressões"]),
    (.metric(.plays), ["Plays"], [], []),
    (.metric(.profileVisits), ["Profile visits"], ["Посещения профиля"], ["Visitas ao perfil"]),
    (.metric(.linkClicks), ["Link clicks"], ["Клики по ссылке"], ["Cliques no link"]),
    (.metric(.replies), ["Replies"], ["Ответы"], ["Respostas"]),
    (.metric(.navigation), ["Navigation"], ["Навигация"], ["Navegação"]),
    (.metric(.stickerTaps), ["Sticker taps"], ["Нажатия на наклейки"], ["Toques em figurinhas"]),
  ]
}
