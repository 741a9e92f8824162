import Records
import Testing
import TextAnalysis

/// Alerts in comments of many wordings, beside as many that reject, quote or report the same words. Labelled before
/// they were run; the numbers are today's and fail when a score falls.
@Suite("Alerts") struct MeaningAlertTests {
  @Test("wishes of harm, contempt, takfir and praise of banned groups are found; what rejects them is let be")
  func labels() throws {
    let reader = try Meaning.reader()
    var score = MeaningScore()
    var faults: [String] = []
    for row in try Meaning.rows("meaning-alerts") {
      let expected = Set(row[7].split(separator: " ").map(String.init)).subtracting(["-"])
      let found = Set(reader.read(row[3], kind: .comment).alerts.map(\.rawValue))
      score.count(expected, found)
      if expected != found { faults.append("\(row[3]): \(found.sorted())") }
    }
    #expect(score.missed <= 1 && score.wrong == 0, "\(score) \(faults)")
  }

  @Test(
    "praise of a banned group is no support for a talk",
    arguments: ["ИГИЛ вернётся", "Xalifalik bo'ladi inshaalloh", "ИШИД тўғри йўлда", "Талибан туура жолдо"])
  func praise(_ text: String) throws {
    let reading = try Meaning.reader().read(text, kind: .comment)
    #expect(reading.response == .other && reading.alerts == [.extremist])
  }

  @Test(
    "calling people unbelievers and warning of it take opposite sides",
    arguments: [
      ("Не спешите объявлять людей неверующими", Stance.promotes), ("Birovni kofir deyishga shoshilmang", .promotes),
      ("Башка мазхабдагыны адашкан деп айтпайлы", .promotes),
      ("Кто не с нами, тот кафир, и кровь его дозволена", .opposes),
    ])
  func takfir(_ example: (String, Stance)) throws {
    let themes = try Meaning.reader().read(example.0, kind: .talk).themes
    #expect(themes.first { $0.theme == "moderation" }?.stance == example.1)
  }

  @Test(
    "prayer at an hour and measure in eating are no themes",
    arguments: [
      "Бешим намазы саат бирде окулат", "Көп тамак жеш денеге зыян, орто жол жакшы",
      "Peshin namozi soat birda o'qiladi",
    ])
  func silent(_ text: String) throws {
    #expect(try Meaning.themes(text).isEmpty)
  }
}
