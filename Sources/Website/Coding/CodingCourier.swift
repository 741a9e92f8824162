import Workflows

/// Has a child take answers over into the archive: soon after the first of them, so that many go together.
actor CodingCourier {
  private static let pause = Duration.seconds(5)
  /// Another command may hold the archive for minutes.
  private static let pauseAfterFailure = Duration.seconds(60)

  private let child: ChildCommand
  private var isDue = false
  private var isClosing = false
  private var work: Task<Void, Never>?
  private var waiting: Task<Void, Never>?

  init(child: ChildCommand) { self.child = child }

  /// There is an answer to take over.
  func call() {
    isDue = true
    if work == nil { work = Task { await run() } }
  }

  /// Waits until everything is taken over, or cannot be now: it is tried again when the website opens next.
  func drain() async {
    isClosing = true
    waiting?.cancel()
    await work?.value
    isClosing = false
  }

  private func run() async {
    var pause = Self.pause
    while isDue {
      await wait(pause)
      isDue = false
      let isDone = (try? await child.run(["coding", "deliver"]).status) == 0
      if !isDone, !isClosing { isDue = true }
      pause = isDone ? Self.pause : Self.pauseAfterFailure
    }
    work = nil
  }

  private func wait(_ pause: Duration) async {
    guard !isClosing else { return }
    let task = Task<Void, Never> { try? await Task.sleep(for: pause) }
    waiting = task
    await task.value
    waiting = nil
  }
}
