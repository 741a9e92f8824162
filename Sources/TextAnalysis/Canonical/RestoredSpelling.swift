/// Puts restored letters into a word as it was written.
enum RestoredSpelling {
  /// The written word with the letters that differ between `form` and `restored`, in the case of what stood there. Marks,
  /// invisible characters and lengthened letters stay.
  /// - Parameters:
  ///   - form: the canonical form of `written`.
  ///   - restored: what `form` was meant as, letter by letter.
  /// - Returns: nil when the written word does not follow its form.
  static func units(
    _ written: UnsafeBufferPointer<UInt16>, form: UnsafeBufferPointer<UInt16>, restored: [UInt16]
  ) -> [UInt16]? {
    guard form.count == restored.count else { return nil }
    let characters = CharacterTable.shared
    var result = Array(written)
    var at = 0
    for index in result.indices {
      let unit = result[index]
      let small = characters.lower[Int(unit)]
      let kind = characters.classes[Int(unit)]
      if kind == CharacterClass.mark || kind == CharacterClass.ignorable { continue }
      let isNext = at < form.count && (form[at] == small || at == 0 || form[at - 1] != small)
      if isNext {
        // Hyphens between the letters of a word that was spelled out.
        if kind == CharacterClass.hyphen, form[at] != 0x2D { continue }
        at += 1
      }
      guard at > 0, isNext || form[at - 1] == small else { return nil }
      if form[at - 1] != restored[at - 1] {
        let isCapital = characters.traits[Int(unit)] & CharacterTable.Trait.upper != 0
        result[index] = isCapital ? LetterCase.upper(restored[at - 1]) : restored[at - 1]
      }
    }
    return at == form.count ? result : nil
  }
}
