import Records

/// A small made-up set of tallies: four authors, two platforms, two months.
enum SampleTallies {
  static let month = Month(year: 2026, month: 10)
  static let preparedOn = Month(year: 2026, month: 11).firstDay + 4

  static func data() -> ProgrammeData {
    var data = ProgrammeData(months: [month + -1, month])
    for index in 1...4 {
      let code = "K0\(index)"
      data.creators.append(
        CreatorCard(code: code, languages: [.kyrgyz], country: "KG", sharedWithDonors: [.figures, .themes]))
      add(code, Int64(index), .youtube, to: &data)
      if index < 3 { add(code, Int64(index + 10), .instagram, to: &data) }
    }
    return data
  }

  private static func add(_ code: String, _ id: Int64, _ platform: Platform, to data: inout ProgrammeData) {
    data.accounts.append(AccountCard(id: id, creator: code, platform: platform))
    for (step, month) in data.months.enumerated() {
      let views = Double(1_000 * Int(id) + 200 * step)
      let numbers: [(Metric, Double)] = [
        (.views, views), (.likes, views / 20), (.comments, views / 100), (.shares, views / 100),
        (platform == .youtube ? .watchHours : .saves, views / 25),
        (platform == .youtube ? .uniqueViewers : .reach, views / 2),
      ]
      data.metrics += numbers.map {
        MonthlyMetric(account: id, month: month, metric: $0.0, basis: .month, value: $0.1, known: 1, of: 1)
      }
      data.talks.append(
        TalkTally(account: id, month: month, published: 3, transcribed: 2, transcribedSeconds: 1_200))
      data.themes += [("education", Stance.promotes), ("counter-extremism", .promotes), ("peace", .opposes)].map {
        ThemeTally(
          account: id, month: month, language: .kyrgyz, theme: $0.0, stance: $0.1, sentences: 4, seconds: 120)
      }
      comments(id, month, to: &data)
    }
  }

  /// A single comment in one more language.
  static func comment(_ language: LanguageTag, _ response: Response) -> [CommentTally] {
    [(CommentLabelKind.all, ""), (.response, response.rawValue)].map { kind, label in
      CommentTally(
        account: 1, month: month, language: language, kind: kind, label: label, comments: 1, commentersAtLeast: 1)
    }
  }

  private static func comments(_ id: Int64, _ month: Month, to data: inout ProgrammeData) {
    let counts: [(Response, Int)] = [
      (.testimony, 4), (.supportive, 16), (.question, 10), (.critical, 6), (.hostile, 4), (.formula, 40), (.other, 5),
    ]
    func tally(_ kind: CommentLabelKind, _ label: String, _ count: Int) -> CommentTally {
      CommentTally(
        account: id, month: month, language: .kyrgyz, kind: kind, label: label, comments: count,
        commentersAtLeast: count)
    }
    data.comments += counts.map { tally(.response, $0.0.rawValue, $0.1) }
    data.comments.append(tally(.all, "", 85))
    data.comments.append(tally(.sentiment, Sentiment.positive.rawValue, 85))
  }
}
