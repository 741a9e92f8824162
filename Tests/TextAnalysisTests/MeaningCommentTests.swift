import Records
import Testing
import TextAnalysis

@Suite("Comments") struct MeaningCommentTests {
  @Test(
    "blessings, greetings and emoji never count as praise",
    arguments: [
      "Рахмат устаз, Алла ыраазы болсун", "Аллах разы болсун", "Да воздаст вам Аллах благом", "Баракаллаху фик",
      "Rahmat domla", "Alloh rozi bo'lsin", "Аллоҳ рози бўлсин", "Ассаламу алейкум", "Assalomu alaykum", "Омин",
      "Амин", "Жума мубарак болсун", "Juma muborak", "Машаллах", "🤲🤲🤲", "🌹🌹",
    ])
  func formulas(_ text: String) throws {
    #expect(try Meaning.reader().read(text, kind: .comment).response == .formula)
  }

  @Test(
    "alerts",
    arguments: [
      ("Ruslar odam emas, haydash kerak", Alert.hate), ("Өзбектер адам эмес, айдап чыгыш керек", .hate),
      ("Мы тебя найдём и зубы выбьем", .threat), ("Seni topamiz, tishingni sindiramiz", .threat),
      ("Аллах мужахиддерге жеңиш берсин", .extremist), ("Победа моджахедам", .extremist),
    ])
  func alerts(_ example: (String, Alert)) throws {
    #expect(try Meaning.reader().read(example.0, kind: .comment).alerts.contains(example.1))
  }

  @Test(
    "quoting such words to reject them raises no alert",
    arguments: [
      "«Гнать всех узбеков» — пишут некоторые, а мне стыдно за таких.",
      "«Өзбектерди айдап чыгыш керек» деп жазгандар бар, бул туура эмес.",
      "«Ruslarni haydash kerak» deb yozganlardan uyalaman.",
      "Айрымдар «мужахиддерге жеңиш» деп жазат, бул адашуу.",
      "Кто пишет «убивать таких надо», тот сам больной.",
      "Өзбектерди шаардан кууш керек дегендер кошуна деген эмне экенин билбейт",
      "Qirgʻizlarni shahardan haydash kerak deganlar qoʻshnichilik nimaligini bilmaydi",
      "Қирғизларни шаҳардан ҳайдаш керак деганлар қўшничилик нималигини билмайди",
    ])
  func quoted(_ text: String) throws {
    #expect(try Meaning.reader().read(text, kind: .comment).alerts.isEmpty)
  }

  @Test(
    "themes inside a genuine question are mentions",
    arguments: [
      "Устаз, зекетти жетимге берсе болобу?", "Можно ли отдать закят сироте?", "Zakotni yetimga bersa bo'ladimi?",
    ])
  func questions(_ text: String) throws {
    let reading = try Meaning.reader().read(text, kind: .comment)
    #expect(reading.response == .question)
    #expect(reading.themes == [ThemeStance(theme: "compassion", stance: .mentions)])
  }

  @Test("talks have neither sentiment nor response")
  func talks() throws {
    let reading = try Meaning.reader().read("Рахмат баарыңыздарга.", kind: .talk)
    #expect(reading.sentiment == nil && reading.response == nil)
  }
}
