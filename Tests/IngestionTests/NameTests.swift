import Ingestion
import Records
import Testing

@Suite struct NameTests {
  @Test(arguments: [
    (["Table data.csv", "Content 2026-09-12_2026-10-01 My Channel.zip"], "2026-09-12/2026-10-01"),
    (["May-25-2026_Jun-21-2026_1493633672508178.csv"], "2026-05-25/2026-06-21"),
    (["Totals.csv", "2026-10"], "2026-10-01/2026-10-31"), (["youtube 2026-10.csv"], "2026-10-01/2026-10-31"),
    (["Totals.csv", "2026-09", "Content 2026-10-01_2026-10-31 X.zip"], "2026-10-01/2026-10-31"),
    (["2026-10-05 notes.csv"], nil), (["takeout-20261005T101010Z-001.zip"], nil), (["12026-10.csv"], nil),
    (["2026-10-31_2026-10-01.csv"], nil), (["2026-13_x.csv"], nil), (["a.csv"], nil), ([], nil),
  ])
  func periodsInNames(_ names: [String], _ period: String?) {
    #expect(ExportName.period(names)?.description == period)
  }

  @Test(arguments: [
    ("Content 2026-09-12_2026-10-01 My Channel.zip", "My Channel"),
    ("Контент 2026-04-01_2026-04-30 Имам Пример", "Имам Пример"),
    ("Content 2026-09-12_2026-10-01 My Channel (2).zip", "My Channel"),
    ("Content 2026-09-12_2026-10-01 Channel (KG).zip", "Channel (KG)"),
    ("May-25-2026_Jun-21-2026_1493633672508178.csv", nil), ("Content 2026-09-12_2026-10-01.zip", nil), ("2026-10", nil),
  ])
  func channelsInNames(_ name: String, _ channel: String?) {
    #expect(ExportName.channel([name]) == channel)
  }

  @Test(arguments: [
    ("Урок [AAAAAAAAAAA].ru.vtt", "AAAAAAAAAAA", "ru", false),
    ("Talk [a-B_c1d2E3f].ky-orig.vtt", "a-B_c1d2E3f", "ky-orig", true),
    ("dQw4w9WgXcQ.jsonl", "dQw4w9WgXcQ", nil, false), ("dQw4w9WgXcQ.uz-Latn.srt", "dQw4w9WgXcQ", "uz-Latn", false),
    ("transcripts.txt", nil, nil, false), ("Transcripts.txt", nil, nil, false), ("my-comments.txt", nil, nil, false),
    ("talk [part one].txt", nil, nil, false), ("Урок (auto).srt", nil, nil, true), ("", nil, nil, false),
    ("наср намаз.txt", nil, nil, false),
  ])
  func postsInNames(_ name: String, _ id: String?, _ language: String?, _ isAutomatic: Bool) {
    let found = PostFileName(name)
    #expect(found.postID == id)
    #expect(found.language == language)
    #expect((found.source == .automatic) == isAutomatic)
  }

  @Test(
    arguments: [
      ("Title [AAAAAAAAAAA] [ru-auto].srt", "ru", TranscriptSource.automatic), ("a.ru.vtt", "ru", .automatic),
      ("AAAAAAAAAAA.a.ru.srv3", "ru", .automatic), ("AAAAAAAAAAA.ru-auto.vtt", "ru", .automatic),
      ("lesson [ru].srt", "ru", nil), ("lesson [HD].srt", nil, nil), ("x.ky-en.vtt", "ky-en", .machineTranslated),
      ("x.zh-Hans-en.vtt", "zh-Hans-en", .machineTranslated), ("x.pt-BR.vtt", "pt-BR", nil),
      ("x.ru-ru.vtt", "ru-ru", nil), ("x.ky-orig.vtt", "ky-orig", .automatic),
      ("timedtext?v=AAAAAAAAAAA&lang=ru&kind=asr&fmt=srv1", "ru", .automatic),
      ("timedtext?v=AAAAAAAAAAA&lang=ru&kind=asr&tlang=ky", "ky", .machineTranslated),
      ("Русский (создано автоматически).srt", nil, .automatic), ("Автомат Калашникова.srt", nil, nil),
      ("[Kyrgyz (auto-translated)] talk.srt", nil, .machineTranslated), ("whisper.tsv", nil, .automatic),
      ("talk.uz-Cyrl.vtt", "uz-Cyrl", nil), ("data.csv", nil, nil), ("", nil, nil),
    ] as [(String, String?, TranscriptSource?)])
  func makersInNames(_ name: String, _ language: String?, _ source: TranscriptSource?) {
    let found = PostFileName(name)
    #expect(found.language == language)
    #expect(found.source == source)
  }

  @Test func idsInAddresses() {
    #expect(PostFileName("timedtext?v=AAAAAAAAAAA&lang=ru").postID == "AAAAAAAAAAA")
    #expect(PostFileName("Title [AAAAAAAAAAA] [ru-auto].srt").postID == "AAAAAAAAAAA")
  }

  @Test func idsAreTexts() {
    #expect("1,79E+16".withBytes { Identifier.isScientific($0) })
    #expect("1.79E+16".withBytes { Identifier.isScientific($0) })
    #expect(!"17900000000000001".withBytes { Identifier.isScientific($0) })
    #expect(!"AAAAAAAAAAE".withBytes { Identifier.isScientific($0) })
    #expect("17974697564884300".withBytes { Identifier.isRounded($0) })
    #expect(!"17974697564884301".withBytes { Identifier.isRounded($0) })
    #expect("https://www.instagram.com/reel/C8ab_-x/?igsh=1".withBytes { Identifier.shortcode($0) } == "C8ab_-x")
    #expect("https://youtu.be/dQw4w9WgXcQ?t=3".withBytes { Identifier.video($0) } == "dQw4w9WgXcQ")
    #expect("https://example.org/".withBytes { Identifier.video($0) } == nil)
    #expect("UC" + String(repeating: "x", count: 22) == "UCxxxxxxxxxxxxxxxxxxxxxx")
  }
}
