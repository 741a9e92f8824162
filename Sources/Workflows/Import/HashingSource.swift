import Crypto
import Foundation
import Ingestion

/// Passes bytes on and hashes them on the way.
final class HashingSource: ByteSource {
  private let source: any ByteSource
  private var hash = SHA256()
  private(set) var count: Int64 = 0

  init(_ source: any ByteSource) {
    self.source = source
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let got = try source.read(into: buffer)
    if got > 0 {
      hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<got]))
      count += Int64(got)
    }
    return got
  }

  /// Reads what is left, so that the hash covers every byte.
  func drain() throws {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while try buffer.withUnsafeMutableBytes({ try read(into: $0) }) > 0 {}
  }

  /// SHA-256 of the bytes so far.
  var digest: [UInt8] { Array(hash.finalize()) }

  /// SHA-256 of a file.
  static func digest(ofFile path: String) throws -> [UInt8] {
    let source = HashingSource(try FileSource(path: path))
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while try buffer.withUnsafeMutableBytes({ try source.read(into: $0) }) > 0 {}
    return source.digest
  }
}
