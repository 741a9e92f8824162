import Testing

@testable import Website

@Suite("Guessing is slow")
struct ThrottleTests {
  /// Tries once a second and tells at which seconds a try was looked at.
  private func tries(_ seconds: Int64, _ ask: (Int64) -> (account: String, source: String)) -> [Int64] {
    let throttle = SignInThrottle()
    return (0..<seconds).filter { second in
      let key = ask(second)
      return throttle.begin(account: key.account, source: key.source, at: second) == nil
    }
  }

  @Test("Of one account no more than five tries a minute are looked at, from wherever they come")
  func account() {
    let looked = tries(600) { ("k7", "10.0.0.\($0)") }
    #expect(looked.prefix(6) == [0, 2, 6, 14, 30, 62])
    #expect((0..<540).allSatisfy { start in looked.count { $0 >= start && $0 < start + 60 } <= 5 })
  }

  @Test("Ten thousand tries of one source over many accounts are slowed too")
  func source() {
    let looked = tries(10_000) { ("account\($0)", "10.0.0.1") }
    #expect(looked.count < 10 + 6 + 10_000 / 60 + 1)
    #expect(looked.prefix(10) == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  }

  @Test("A minute after an attack ended the owner comes in, and then at once again")
  func owner() {
    let throttle = SignInThrottle()
    for second in Int64(0)..<300 { _ = throttle.begin(account: "k7", source: "x", at: second) }
    #expect(throttle.begin(account: "k7", source: "home", at: 300 + SignInThrottle.longest) == nil)
    throttle.succeeded(account: "k7", source: "home")
    #expect(throttle.begin(account: "k7", source: "home", at: 361) == nil)
  }

  @Test("One's own success does not free a guesser's source")
  func mixed() {
    let throttle = SignInThrottle()
    var looked = 0
    for second in Int64(0)..<2_000 {
      if throttle.begin(account: "own", source: "x", at: second) == nil {
        throttle.succeeded(account: "own", source: "x")
      }
      if throttle.begin(account: "victim\(second)", source: "x", at: second) == nil { looked += 1 }
    }
    #expect(looked < 100)
  }

  @Test("Memory is bounded: more names than are remembered share one wait")
  func bounded() {
    let throttle = SignInThrottle()
    for number in 0..<(SignInThrottle.entries * 2) {
      _ = throttle.begin(account: "a\(number)", source: "s\(number)", at: 0)
    }
    #expect(throttle.begin(account: "new", source: "new", at: 0) != nil)
    #expect(throttle.begin(account: "new", source: "new", at: SignInThrottle.memory) == nil)
  }
}
