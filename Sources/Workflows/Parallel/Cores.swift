import Foundation

/// The processor cores that this process may use: fewer than the machine has, where it was pinned. A reader for a core
/// that cannot be had would only learn every word once more.
enum Cores {
  static var available: Int {
    let status = FileManager.default.contents(atPath: "/proc/self/status") ?? Data()
    return allowed(in: status) ?? ProcessInfo.processInfo.activeProcessorCount
  }

  /// Bits of the line `Cpus_allowed:`, which the kernel writes in hexadecimal; nil where there is none.
  static func allowed(in status: Data) -> Int? {
    let name = Data("\nCpus_allowed:".utf8)
    guard let line = status.range(of: name) else { return nil }
    let digits = status[line.upperBound...].prefix { $0 != UInt8(ascii: "\n") }
    let bits = digits.reduce(0) { $0 + (Character(Unicode.Scalar($1)).hexDigitValue?.nonzeroBitCount ?? 0) }
    return bits > 0 ? bits : nil
  }
}
