import Ingestion
import Testing

/// What fuzzers start from, and what they found: read again in each run of the tests.
@Suite struct FuzzReplayTests {
  @Test(arguments: FuzzTarget.allCases) func corpusReadsAlikeInPieces(_ target: FuzzTarget) throws {
    let inputs = try Fixture.all(in: "fuzz/\(target.rawValue)")
    #expect(!inputs.isEmpty)
    for input in inputs {
      let whole = try target.run(input.bytes)
      for size in [1, 2, 3, 16] {
        #expect(try target.run(input.bytes, pieceLimit: size) == whole, "\(input.testDescription) by \(size)")
      }
    }
  }

  /// A small mutation fuzzer, so that each run of the tests looks a little further than the corpus.
  @Test(arguments: FuzzTarget.allCases) func turnedInputsReadAlikeInPieces(_ target: FuzzTarget) throws {
    var random = Random(seed: 2_026)
    let inputs = try Fixture.all(in: "fuzz/\(target.rawValue)")
    for input in inputs {
      for _ in 0..<20 {
        var bytes = Array(input.bytes.prefix(2_000))
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          guard !bytes.isEmpty else { break }
          let place = Int.random(in: bytes.indices, using: &random)
          switch Int.random(in: 0...3, using: &random) {
          case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
          case 1: bytes.remove(at: place)
          case 2: bytes.insert(bytes[Int.random(in: bytes.indices, using: &random)], at: place)
          default: bytes += bytes[place...].prefix(40)
          }
        }
        let size = Int.random(in: 1...9, using: &random)
        #expect(
          try target.run(bytes) == target.run(bytes, pieceLimit: size), "\(input.testDescription) by \(size): \(bytes)")
      }
    }
  }
}
