import Records

/// In which languages a word is read, and which reading counts first.
enum ReadingOrder {
  case kyrgyz, russian, russianInKyrgyz, russianInUzbek, uzbek
  /// Words of no language that has a lexicon, or of short texts that nobody can tell.
  case any

  var languages: WordAnalyses.Languages {
    switch self {
    case .kyrgyz, .russianInKyrgyz: [.kyrgyz, .russian]
    case .russian: .russian
    case .russianInUzbek, .uzbek: [.uzbek, .russian]
    case .any: .all
    }
  }

  @inline(__always)
  static func of(_ token: LanguageTag, in sentence: LanguageTag) -> ReadingOrder {
    switch token {
    case .kyrgyz: return .kyrgyz
    case .uzbekLatin, .uzbekCyrillic: return .uzbek
    case .russian:
      switch sentence {
      case .kyrgyz: return .russianInKyrgyz
      case .uzbekLatin, .uzbekCyrillic: return .russianInUzbek
      default: return .russian
      }
    default: return of(sentence)
    }
  }

  private static func of(_ sentence: LanguageTag) -> ReadingOrder {
    switch sentence {
    case .kyrgyz: .kyrgyz
    case .russian: .russian
    case .uzbekLatin, .uzbekCyrillic: .uzbek
    default: .any
    }
  }

  /// The readings of a record that count; those of other languages only where the first has none.
  @inline(__always)
  func readings(_ record: WordAnalyses.Record, allowsDamage: Bool) -> Range<Int> {
    if record.isEmpty { return 0..<0 }
    switch self {
    case .russian: return record.range(.russian)
    case .kyrgyz:
      return pick(record.range(.kyrgyz), damaged(record, allowsDamage), record.range(.russian))
    case .russianInKyrgyz:
      return pick(record.range(.russian), record.range(.kyrgyz), damaged(record, allowsDamage))
    case .uzbek: return pick(record.range(.uzbek), record.range(.uzbekDamaged), record.range(.russian))
    case .russianInUzbek: return pick(record.range(.russian), record.range(.uzbek), record.range(.uzbekDamaged))
    case .any:
      let sound = pick(record.range(.kyrgyz), record.range(.uzbek), record.range(.russian))
      return pick(sound, damaged(record, allowsDamage), record.range(.uzbekDamaged))
    }
  }

  private func damaged(_ record: WordAnalyses.Record, _ isAllowed: Bool) -> Range<Int> {
    isAllowed ? record.range(.kyrgyzDamaged) : 0..<0
  }

  private func pick(_ first: Range<Int>, _ second: Range<Int>, _ third: Range<Int>) -> Range<Int> {
    first.isEmpty ? second.isEmpty ? third : second : first
  }
}
