import Glibc
import Testing

/// A socket that says byte for byte what a test wants. Never blocks: the server shares the threads of the tests.
final class RawLine {
  private let socket: Int32
  private(set) var received: [UInt8] = []

  /// - Parameter port: of a server on this machine, whichever of the two loopback addresses it listens on.
  init(port: Int) throws {
    var four = sockaddr_in()
    four.sin_family = sa_family_t(AF_INET)
    four.sin_port = in_port_t(UInt16(port)).bigEndian
    four.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var six = sockaddr_in6()
    six.sin6_family = sa_family_t(AF_INET6)
    six.sin6_port = four.sin_port
    six.sin6_addr = in6addr_loopback
    socket = try #require(Self.connect(to: &four, AF_INET) ?? Self.connect(to: &six, AF_INET6))
  }

  deinit { close(socket) }

  private static func connect<Address>(to address: inout Address, _ family: Int32) -> Int32? {
    let socket = Glibc.socket(family, Int32(SOCK_STREAM.rawValue), 0)
    let isOpen = withUnsafeBytes(of: &address) { bytes in
      bytes.baseAddress.map {
        Glibc.connect(socket, $0.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count)) == 0
      } ?? false
    }
    if isOpen { return socket }
    close(socket)
    return nil
  }

  var text: String { String(decoding: received, as: UTF8.self) }

  /// What is closed already takes nothing more, which is no fault here.
  func say(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
  }

  /// Takes what is there.
  /// - Returns: whether the server closed.
  private func isClosed() -> Bool {
    var piece = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(socket, &piece, piece.count, Int32(MSG_DONTWAIT))
      if count > 0 {
        received += piece[..<count]
      } else {
        return count == 0 || (errno != EAGAIN && errno != EINTR)
      }
    }
  }

  /// Sends something again and again until the server closes: without an end of the wait but the time limit of the test.
  func drip(_ text: String) async throws {
    while !isClosed() {
      say(text)
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  /// Waits for text; nil in vain when the server closes.
  func hear(_ text: String) async throws {
    while !self.text.contains(text), !isClosed() { try await Task.sleep(for: .milliseconds(10)) }
  }
}
