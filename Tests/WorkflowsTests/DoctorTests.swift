import Foundation
import Records
import TestSupport
import Testing

@testable import Workflows

@Suite struct SpeakerLanguageTests {
  @Test(arguments: [
    (["LANG": "ru_RU.UTF-8"], "ru"), (["LANG": "ru_RU.UTF-8", "LC_ALL": "ky_KG"], "ky"), (["LANG": "uz_UZ"], "uz"),
    (["LANG": "uz_UZ@cyrillic"], "uz-Cyrl"), (["LANG": "C.UTF-8"], "en"), ([:], "en"),
    (["LC_ALL": "", "LANG": "ky"], "ky"),
    (["LANG": "de_DE.UTF-8"], "en"),
  ])
  func theEnvironmentChooses(environment: [String: String], language: String) {
    #expect(SpeakerLanguage.current(environment: environment) == language)
  }
}

@Suite struct FolderWatchTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func aFileIsGivenOutOnceItStandsStillAndAgainWhenItChanged() throws {
    var watch = FolderWatch(folder: folder.path, settle: 5)
    let file = try folder.write("a.csv", Array("a".utf8))
    #expect(try watch.whole(now: 0).isEmpty)
    #expect(try watch.whole(now: 4).isEmpty)
    _ = try folder.write("a.csv", Array("ab".utf8))
    #expect(try watch.whole(now: 6).isEmpty)
    #expect(try watch.whole(now: 11).map { $0.hasSuffix("a.csv") } == [true])
    #expect(try watch.whole(now: 20).isEmpty)
    watch.putBack([folder.path + "/a.csv"])
    #expect(try watch.whole(now: 30).count == 1)
    _ = try folder.write("a.csv", Array("abc".utf8))
    #expect(try watch.whole(now: 31).isEmpty)
    #expect(try watch.whole(now: 36).count == 1)
    try FileManager.default.removeItem(atPath: file)
    #expect(try watch.whole(now: 50).isEmpty)
  }

  @Test func anEmptyFileAndUnfinishedDownloadsWait() throws {
    var watch = FolderWatch(folder: folder.path, settle: 1)
    for name in ["a.zip.crdownload", "b.part", "c.tmp", "~$book.xlsx", "empty.csv"] {
      _ = try folder.write(name, name == "empty.csv" ? [] : [1])
    }
    #expect(try watch.whole(now: 0).isEmpty)
    #expect(try watch.whole(now: 10).isEmpty)
  }
}

@Suite struct FileOwnerTests {
  private let resolver: AccountResolver

  init() {
    var registry = Registry()
    let people: [(String, Int64, String)] = [("K1", 1, "Нур сөз"), ("K2", 2, "Нур сөз"), ("K3", 3, "Башка")]
    for (code, account, channel) in people {
      registry.put(
        Registry.Person(
          code: code, name: "Аты " + code,
          accounts: [
            Registry.Account(account: account, platform: "youtube", externalID: "UC" + code, displayName: channel)
          ]))
    }
    let cards = people.map { AccountCard(id: $0.1, creator: $0.0, platform: .youtube) }
    resolver = AccountResolver(registry: registry, cards: cards, chosen: nil)
  }

  private func owner(_ hint: AccountHint, _ names: [String] = []) throws -> FileOwner {
    try OwnerSearch(resolver: resolver, reader: nil).owner(of: hint, names: names, posts: [(Platform, String)]())
  }

  @Test func oneNameOfTwoCreatorsIsNobodysUntilAnIdOrFolderTells() throws {
    let shared = AccountHint(platform: .youtube, displayName: "Нур сөз")
    #expect(try owner(shared) == .several(codes: ["K1", "K2"]))
    #expect(try owner(shared, ["Table data.csv", "Нур сөз 2026-10.zip"]) == .several(codes: ["K1", "K2"]))
    #expect(try owner(shared, ["Table data.csv", "K2"]) == .account(2, .fileName))
    #expect(
      try owner(AccountHint(platform: .youtube, externalID: "UCK1", displayName: "Нур сөз")) == .account(1, .id))
  }

  @Test func aNameWithTwoCodesIsNotDecidedByTheFolderAroundIt() throws {
    #expect(try owner(AccountHint(), ["K1 K3.csv", "K1"]) == .several(codes: ["K1", "K3"]))
    #expect(try owner(AccountHint(), ["Башка 2026-10.csv"]) == .account(3, .fileName))
    #expect(try owner(AccountHint(), ["nobody.csv"]) == .unknown)
  }
}

@Suite struct CollectionJudgeTests {
  @Test func theMonthOfAnIntervalIsTheOneItEndsIn() {
    #expect(Month(endOf: "2026-09-15/2026-10-31") == Month(year: 2026, month: 10))
    #expect(Month(endOf: "october") == nil)
  }
}
