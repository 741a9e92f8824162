import Records

/// Made-up tallies of 26 months: two authors, numbers that go up and down, a jump in the last month.
enum LongTallies {
  static let month = Month(year: 2026, month: 10)

  static func data(through month: Month = month, jump: Double = 1) -> ProgrammeData {
    var data = ProgrammeData(months: (0..<26).map { month + (-25 + $0) })
    for index in 1...2 {
      let code = "K0\(index)"
      let country = index == 1 ? "KG" : "UZ"
      data.creators.append(
        CreatorCard(code: code, languages: [.kyrgyz], country: country, sharedWithDonors: [.figures]))
      add(code, Int64(index), .youtube, jump, to: &data)
      add(code, Int64(index + 10), .instagram, jump, to: &data)
    }
    return data
  }

  private static func add(
    _ code: String, _ id: Int64, _ platform: Platform, _ jump: Double, to data: inout ProgrammeData
  ) {
    data.accounts.append(AccountCard(id: id, creator: code, platform: platform))
    for (step, month) in data.months.enumerated() {
      let factor = month == data.months.last ? jump : 1
      let views = Double(20_000 + 1_500 * (step * 7 % 5) + 400 * Int(id)) * factor
      let numbers: [(Metric, Double)] =
        platform == .youtube
        ? [(.views, views), (.watchHours, views / 20), (.uniqueViewers, views / 3)]
        : [(.views, views / 2), (.reach, views / 4)]
      data.metrics += numbers.map {
        MonthlyMetric(account: id, month: month, metric: $0.0, basis: .month, value: $0.1, known: 1, of: 1)
      }
      data.talks.append(TalkTally(account: id, month: month, published: 4, transcribed: 3, transcribedSeconds: 1_800))
      data.themes.append(
        ThemeTally(
          account: id, month: month, language: .kyrgyz, theme: "girls-education", stance: .promotes, sentences: 9,
          seconds: Double(200 + 20 * (step % 4))))
      if platform == .youtube {
        let themes = ["girls-education": 240.0 + Double(step % 4) * 30, "peace": 90]
        data.watched.append(
          TalkWatch(
            account: id, month: month, hours: views / 40, views: views / 3, seconds: 900, duration: 960, themed: 300,
            themes: themes))
      }
      let hostile = 10 + step * 3 % 7
      for (kind, count) in [(Response.supportive, 60), (.question, 20), (.hostile, hostile), (.formula, 90)] {
        data.comments.append(
          CommentTally(
            account: id, month: month, language: .kyrgyz, kind: .response, label: kind.rawValue, comments: count,
            commentersAtLeast: count))
      }
      data.comments.append(
        CommentTally(
          account: id, month: month, language: .kyrgyz, kind: .all, label: "", comments: 180, commentersAtLeast: 90))
    }
  }
}
