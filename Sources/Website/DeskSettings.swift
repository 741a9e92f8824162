package import Records
import Synchronization

/// Where the website listens and how browsers know it.
package struct DeskSettings: Sendable {
  /// A loopback address, unless a proxy that speaks TLS stands on another machine: what others reach goes through one.
  package let address: String
  package let port: Int
  /// The address of a proxy in front, such as `https://desk.example.org`; nil on one's own machine.
  package let publicOrigin: String?
  /// The program itself, which jobs run.
  package let executable: String
  package var limits = UploadLimits()
  package var connections = ConnectionLimits()
  package var hashing = PassphraseHashing.standard

  /// - Parameter isBehindProxy: somebody says that a proxy with TLS on another machine is all that reaches this one.
  /// - Throws: `DeskError` when the address is not a loopback one and no proxy stands before it, or the origin is not
  ///   `https://host`.
  package init(
    address: String = "127.0.0.1", port: Int = 8080, publicOrigin: String? = nil, isBehindProxy: Bool = false,
    executable: String
  ) throws {
    guard !isBehindProxy || publicOrigin != nil else {
      throw DeskError("say the address of the proxy too: --public https://host")
    }
    guard isBehindProxy || ["127.0.0.1", "::1", "localhost"].contains(address) else {
      throw DeskError(
        "\(address): pages are served over plain HTTP to this machine alone; use 127.0.0.1 and put Caddy or nginx with "
          + "TLS in front (docs/desk.md)")
    }
    if let publicOrigin, !Self.isSecureOrigin(publicOrigin) {
      throw DeskError("\(publicOrigin): give the address of the proxy as https://host, without a path")
    }
    self.address = address
    self.port = port
    self.publicOrigin = publicOrigin
    self.executable = executable
  }

  private static func isSecureOrigin(_ origin: String) -> Bool {
    guard origin.utf8.starts(with: "https://".utf8) else { return false }
    let host = origin.utf8.dropFirst(8)
    return !host.isEmpty
      && host.allSatisfy { byte in
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
          || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      }
  }

  /// Origins that forms may come from.
  var origins: [String] { publicOrigin.map { [$0] } ?? localHosts.map { "http://" + $0 } }

  /// Hosts that requests may name: a page of another name that leads here (DNS rebinding) gets nothing.
  var hosts: [String] { publicOrigin.map { [String($0.dropFirst(8))] } ?? localHosts }

  private var localHosts: [String] { ["127.0.0.1", "localhost", "[::1]"].map { port == 80 ? $0 : "\($0):\(port)" } }

  /// What a person opens.
  package var home: String { publicOrigin ?? "http://\(address == "::1" ? "[::1]" : address):\(port)" }
}

/// Why the website cannot start, in words a user can act on.
package struct DeskError: Error, Sendable, CustomStringConvertible {
  package let description: String
  package init(_ description: String) { self.description = description }
}

/// The clocks of the website.
package struct DeskClock: Sendable {
  /// The present moment.
  package let now: @Sendable () -> Instant
  /// Seconds that never go back, for everything that runs out.
  package let steady: @Sendable () -> Int64

  package init(now: @escaping @Sendable () -> Instant, steady: @escaping @Sendable () -> Int64) {
    self.now = now
    self.steady = steady
  }

  /// Seconds since the first call, on a clock that nobody sets.
  package static func counting() -> @Sendable () -> Int64 {
    let start = ContinuousClock.now
    return { (ContinuousClock.now - start).components.seconds }
  }
}
