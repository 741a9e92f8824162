import Glibc

/// Ctrl-C and the system's request to end, waited for instead of being hit by: what is being taken in is finished first.
struct StopSignal {
  private var signals = sigset_t()
  /// A signal that was seen stays seen.
  private var wasSeen = false

  /// Holds the signals back in this thread and all it starts. To be made before any other thread.
  init() {
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Waits for some seconds.
  /// - Returns: whether the program was asked to end.
  mutating func wait(seconds: Double) -> Bool {
    if wasSeen { return true }
    let whole = max(0, seconds)
    var time = timespec(tv_sec: Int(whole), tv_nsec: Int((whole - whole.rounded(.down)) * 1e9))
    wasSeen = sigtimedwait(&signals, nil, &time) > 0
    return wasSeen
  }

  /// Whether the program was asked to end while it worked.
  mutating func isRaised() -> Bool { wait(seconds: 0) }
}
