/// A block of Meta's Audience table, by its title.
enum MetaAudienceBlock: Equatable {
  case total, ageGender, cities, countries
  /// Known, of no use here.
  case ignored
  /// A block whose title is none of the audience's: a daily series, or something new.
  case other(String)

  init(title: String) {
    self = MetaAudienceBlock.known(title) ?? .other(title)
  }

  /// The block of a title; nil for a text that is no title of an audience.
  static func known(_ title: String) -> MetaAudienceBlock? {
    let words = HeaderName.normalised(title).utf8.split(separator: ASCII.space).map { String(Substring($0)) }
    return names[words.filter { $0 != "instagram" && $0 != "facebook" }.joined(separator: " ")]
  }

  /// English as seen in files of two shapes; Russian and Portuguese as Meta's interface words it.
  private static let names: [String: MetaAudienceBlock] = [
    "followers": .total, "подписчики": .total, "seguidores": .total, "current followers": .total,
    "age & gender": .ageGender, "followers by gender and age": .ageGender, "followers by age and gender": .ageGender,
    "возраст и пол": .ageGender, "пол и возраст": .ageGender, "faixa etária e gênero": .ageGender,
    "idade e gênero": .ageGender,
    "top cities": .cities, "top towns/cities": .cities, "followers by top cities": .cities,
    "followers by top towns/cities": .cities, "города": .cities, "основные города": .cities,
    "самые популярные города": .cities,
    "principais cidades": .cities,
    "top countries": .countries, "followers by top countries": .countries, "страны": .countries,
    "основные страны": .countries, "самые популярные страны": .countries, "principais países": .countries,
    "top pages": .ignored, "основные страницы": .ignored, "principais páginas": .ignored,
  ]
}
