/// What is owed on one connection: counts requests, the ends of their bodies and their answers.
struct BodyWatch {
  private var heads = 0
  private var ends = 0
  private var answers = 0
  /// Whether the body that comes in is an upload of staff.
  private(set) var isUpload = false
  /// Bytes since the window began.
  private(set) var windowBytes = 0

  /// Whether a request came whose body is not all there.
  var isBodyOpen: Bool { heads > ends }

  /// Whether the last answer was given before the body was there.
  var isAnsweredEarly: Bool { answers > ends }

  /// Whether every request that came in whole is answered.
  var isSettled: Bool { answers >= ends }

  mutating func head() {
    heads += 1
    isUpload = false
    windowBytes = 0
  }

  mutating func bytes(_ count: Int) { windowBytes += count }
  mutating func end() { ends += 1 }
  mutating func answered() { answers += 1 }

  mutating func beginUpload() {
    isUpload = isBodyOpen
    windowBytes = 0
  }

  mutating func beginWindow() { windowBytes = 0 }
}
