import Figures
import Records
import Reporting
import Testing

@Suite("Pages")
struct DashboardTests {
  private func dashboard(_ language: ReportLanguage, _ data: ProgrammeData = SampleTallies.data()) throws -> String {
    let page = MonthDashboard(
      data: data, month: SampleTallies.month, words: try WordsSupport.words()[language],
      style: try WordsSupport.style(), preparedOn: SampleTallies.preparedOn)
    return WordsSupport.text(page.html())
  }

  private func creator(_ language: ReportLanguage, talks: [CreatorTalk] = []) throws -> String {
    let page = CreatorPage(
      data: SampleTallies.data(), creator: "K02", talks: talks, month: SampleTallies.month,
      words: try WordsSupport.words()[language], style: try WordsSupport.style(),
      preparedOn: SampleTallies.preparedOn)
    return WordsSupport.text(page.html())
  }

  /// Words that endanger people when a page is seen by the wrong eyes.
  private static let unsafe = [
    "programme", "program ", "donor", "influencer", "extremis", "программа", "донор", "инфлюенсер", "экстремиз",
    "экстремист", "терроризм", "dastur", "ekstremiz", "дастур",
  ]

  @Test("No page says what must not be said", arguments: ReportLanguage.allCases)
  func safeLabels(language: ReportLanguage) throws {
    for page in [try dashboard(language), try creator(language)] {
      let lower = page.lowercased()
      for word in Self.unsafe { #expect(!lower.contains(word), "\(word)") }
    }
  }

  @Test("No page shows a bare key or an unfilled place", arguments: ReportLanguage.allCases)
  func noBareKeys(language: ReportLanguage) throws {
    let keys = Set(try WordsSupport.words().keys)
    for page in [try dashboard(language), try creator(language)] {
      let texts = page.utf8.split(separator: UInt8(ascii: ">"))
        .map { String(decoding: $0.prefix { $0 != UInt8(ascii: "<") }, as: UTF8.self) }
      #expect(keys.isDisjoint(with: texts))
      #expect(!texts.dropFirst(20).contains { $0.utf8.contains(UInt8(ascii: "{")) && !$0.utf8.contains(0x3B) })
    }
  }

  @Test("No script, no network, no style attribute")
  func selfContained() throws {
    for page in [try dashboard(.russian), try creator(.kyrgyz)] {
      for part in ["<script", "http:", "https:", " style=", " onload", "javascript:", "<link", "<img"] {
        #expect(!page.contains(part), "\(part)")
      }
    }
  }

  @Test("Every chart has a description and a table")
  func accessible() throws {
    let page = try dashboard(.english)
    let charts = page.split(separator: "<figure class=\"chart\"").dropFirst()
    #expect(charts.count >= 9)
    for chart in charts {
      #expect(chart.contains("<figcaption>") && chart.contains("class=\"unit\"") && chart.contains("<details"))
      #expect(chart.contains("<desc") || chart.contains("class=\"multiples\""))
    }
  }

  @Test("Hostile comments are told from accounts of change by a pattern, not by colour alone")
  func hostileInGrey() throws {
    let page = try dashboard(.english)
    #expect(page.contains("fill=\"url(#c-opinions-x)\""))
  }

  @Test("Languages of a few comments stand in one row and give no share")
  func fewComments() throws {
    var data = SampleTallies.data()
    data.comments += SampleTallies.comment(.tatar, .formula) + SampleTallies.comment(.kazakh, .formula)
    let page = try dashboard(.english, data)
    #expect(!page.contains("Tatar") && !page.contains("Kazakh"))
    let charts = page.split(separator: "<figure class=\"chart\"")
    let opinions = charts.first { $0.hasPrefix(" id=\"c-opinions\"") }
    #expect(opinions?.contains("Kyrgyz") == true && opinions?.contains("Languages with few comments") == false)
    let apart = charts.first { $0.hasPrefix(" id=\"c-apart\"") }?.split(separator: "</figure>").first
    #expect(apart?.contains("Languages with few comments") == true)
    #expect(apart?.contains("2 comments: too few for a share") == true)
    // No share of a handful: 100 % of one row would be one comment.
    #expect(apart?.contains(">100") == false)
  }

  @Test("Opposing findings on peace are counted for a person and shown nowhere else")
  func waiting() throws {
    let page = try dashboard(.english)
    #expect(page.contains("24 sentences are to be looked at by a person"))
    #expect(try !creator(.english).contains("looked at by a person"))
  }

  @Test("Talks in languages that are not read are named, and have no share of 0 %")
  func notRead() throws {
    var data = SampleTallies.data()
    data.themes = []
    data.talks = data.talks.map {
      TalkTally(
        account: $0.account, month: $0.month, published: 3, transcribed: 0, transcribedSeconds: 0,
        unread: $0.account == 1 ? [.tajik: 2, .kazakh: 1] : [:])
    }
    let page = try dashboard(.english, data)
    #expect(page.contains("Talks in languages that are not read: 3 (Kazakh, Tajik)"))
    let book = FigureBook(data)
    #expect(book.themeShare("education", in: SampleTallies.month).promotes.value == nil)
    var talk = talk("Суханронӣ")
    talk.unreadLanguage = .tajik
    let own = try creator(.english, talks: [talk])
    #expect(own.contains("not read yet (Tajik)") && !own.contains("None of the themes"))
  }

  @Test("An author's page holds nothing of others and stays small", arguments: ReportLanguage.allCases)
  func ownPage(language: ReportLanguage) throws {
    let talks = (1...30).map { index in
      CreatorTalk(
        title: "<b>Ilm olish \(index)\"\u{301} onclick=x", publishedOn: SampleTallies.month.firstDay,
        platform: .youtube, views: 1_234, hasTranscript: true,
        themes: [
          ThemeStance(theme: "girls-education", stance: .promotes), ThemeStance(theme: "moderation", stance: .opposes),
        ])
    }
    let page = try creator(language, talks: talks)
    #expect(page.utf8.count < 60_000)
    for code in ["K01", "K03", "K04"] { #expect(!page.contains(code)) }
    #expect(page.contains("&lt;b&gt;Ilm") && !page.utf8.elementsEqual("<b>".utf8) && !page.contains("<b>"))
    let moderation = ["The middle way", "Срединный путь", "Орто жол", "Oʻrta yoʻl", "Ўрта йўл"]
    for words in moderation { #expect(!page.contains(words)) }
  }

  private func talk(_ title: String, _ themes: [ThemeStance] = []) -> CreatorTalk {
    CreatorTalk(
      title: title, publishedOn: SampleTallies.month.firstDay, platform: .instagram, views: 1, hasTranscript: true,
      themes: themes)
  }

  @Test("Of a long caption the first line is the heading; the rest is small and cut at a word")
  func captions() throws {
    let words = Array(repeating: "слово", count: 60).joined(separator: " ")
    let page = try creator(.russian, talks: [talk("Первая строка\n\n#тег\r\n" + words), talk(words)])
    #expect(page.contains("<h3><bdi dir=\"auto\">Первая строка</bdi></h3>"))
    #expect(page.contains("<bdi dir=\"auto\">#тег слово") && page.contains("слово\u{2026}</bdi></p>"))
    #expect(page.contains("слово\u{2026}</bdi></h3>"))
    #expect(!page.contains(words))
    let short = try creator(.russian, talks: [talk("Одна строка")])
    #expect(short.contains("Одна строка</bdi></h3>\n<p class=\"small\"><time"))
  }

  @Test("A theme that a talk speaks for is not named again as mentioned")
  func themeOnce() throws {
    let both = [ThemeStance(theme: "peace", stance: .promotes), ThemeStance(theme: "peace", stance: .mentions)]
    let page = try creator(.english, talks: [talk("A", both)])
    #expect(page.contains("Peace without violence</li>") && !page.contains("(mentioned)"))
    let mention = try creator(.english, talks: [talk("A", [both[1]])])
    #expect(mention.contains("(mentioned)"))
  }

  @Test("Numbers and plural forms follow the language")
  func languages() throws {
    #expect(try dashboard(.english).contains(">10,800</data>"))
    #expect(try dashboard(.russian).contains(">10\u{A0}800</data>"))
    #expect(try dashboard(.russian).contains("4 автора \u{B7} 6 каналов"))
    #expect(try dashboard(.kyrgyz).contains("2026-жыл, октябрь"))
    #expect(try dashboard(.uzbek).contains("2026-yil, oktabr"))
    #expect(try dashboard(.uzbekCyrillic).contains("2026-йил, октябрь"))
    #expect(try dashboard(.uzbekCyrillic).contains("<html lang=\"uz-Cyrl\">"))
    #expect(try dashboard(.uzbekCyrillic).contains(">10\u{A0}800</data>"))
  }

  @Test("A missing channel is said, not counted as zero")
  func missing() throws {
    var data = SampleTallies.data()
    data.metrics.removeAll { $0.account == 4 && $0.month == SampleTallies.month }
    let page = try dashboard(.english, data)
    #expect(page.contains("3 of 4 channels"))
    #expect(page.contains("K04\u{A0}\u{B7}\u{A0}YouTube: missing"))
    #expect(page.contains("at least"))
  }

  @Test("A card says what it adds up and on how many channels a rate rests")
  func cards() throws {
    let page = try dashboard(.english)
    let cards = page.split(separator: "<article class=\"card\">").dropFirst()
    #expect(cards.first?.contains("YouTube and Instagram added, though they count differently") == true)
    #expect(cards.last?.contains("<small>4 of 4 channels</small>") == true)
    var data = SampleTallies.data()
    data.accounts.removeAll { $0.platform == .instagram }
    #expect(try !dashboard(.english, data).contains("though they count differently"))
  }

  @Test("A sum of gains and losses that lacks a channel says so; nothing known at all is no data")
  func noSum() throws {
    func net(_ account: Int64, _ back: Int) -> MonthlyMetric {
      MonthlyMetric(
        account: account, month: SampleTallies.month + -back, metric: .subscribersNet, basis: .month, value: 5,
        known: 1, of: 1)
    }
    var data = SampleTallies.data()
    data.metrics += (1...4).map { net($0, 1) }
    #expect(try !dashboard(.english, data).contains("no sum: channels are missing"))
    data.metrics += (1...3).map { net($0, 0) }
    #expect(try dashboard(.english, data).contains("<td>no sum: channels are missing</td><td>3 of 4 channels</td>"))
    data.metrics.append(net(4, 0))
    #expect(try !dashboard(.english, data).contains("no sum: channels are missing"))
  }

  @Test("What is only known to be at least nothing is drawn as a gap")
  func atLeastNothing() throws {
    var data = SampleTallies.data()
    for index in data.metrics.indices
    where data.metrics[index].metric == .views && data.metrics[index].month == SampleTallies.month + -1 {
      data.metrics[index].value = nil
      data.metrics[index].lower = 0
    }
    let chart = try dashboard(.english, data).split(separator: "<figure class=\"chart\"")
      .first { $0.hasPrefix(" id=\"c-views-youtube\"") }
    #expect(chart?.contains("fill=\"url(#c-views-youtube-h)\"") == false)
    #expect(chart?.contains("\u{2013} channels") == false && chart?.contains("<td>\u{2013}</td>") == true)
  }

  @Test("That the page is for the team stands on top")
  func inHouse() throws {
    let page = try dashboard(.english)
    let head = page.split(separator: "<main>").first
    #expect(head?.contains("For the team only") == true)
  }

  @Test("A page without any data says so")
  func empty() throws {
    let page = try dashboard(.english, ProgrammeData(months: [SampleTallies.month]))
    #expect(page.contains("no data") && page.contains("No comments were received"))
  }
}
