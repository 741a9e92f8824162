/// Tokens of the text in work, with the gap before each. Grows by doubling and is reused from text to text.
struct TokenBuffer {
  /// What lies between a token and the one before it.
  enum Gap {
    static let none: UInt8 = 0
    static let space: UInt8 = 1
    static let line: UInt8 = 2
    static let paragraph: UInt8 = 3
  }

  private(set) var tokens: UnsafeMutablePointer<Token>
  private(set) var gaps: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init() {
    capacity = 1 << 10
    tokens = .allocate(capacity: capacity)
    gaps = .allocate(capacity: capacity)
  }

  func deallocate() {
    tokens.deallocate()
    gaps.deallocate()
  }

  var all: UnsafeBufferPointer<Token> { UnsafeBufferPointer(start: tokens, count: count) }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ token: Token, gap: UInt8) {
    if count == capacity { grow() }
    (tokens + count).initialize(to: token)
    gaps[count] = gap
    count &+= 1
  }

  @inline(__always)
  func setType(_ type: Int32, at index: Int) { tokens[index].type = type }

  @inline(never)
  private mutating func grow() {
    let moreTokens = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
    let moreGaps = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
    moreTokens.initialize(from: tokens, count: count)
    moreGaps.initialize(from: gaps, count: count)
    deallocate()
    tokens = moreTokens
    gaps = moreGaps
    capacity *= 2
  }
}
