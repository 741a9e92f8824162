import Records
import Testing
import TextAnalysis

@testable import Workflows

@Suite struct RewriteTests {
  private func applied(_ rewrites: [WordRewrite], to bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    bytes.withUnsafeBufferPointer { RewriteWorker.apply(rewrites, to: $0, into: &output) }
    return output
  }

  @Test func onlyTheWordsChange() {
    // Two broken bytes, an emoji of two units, NUL.
    let text: [UInt8] = [0xFF, 0xC3] + Array("😀 бир\u{0} эки".utf8)
    let rewrites = [
      WordRewrite(range: 5..<8, units: Array("bir".utf16)), WordRewrite(range: 10..<13, units: Array("ikki".utf16)),
    ]
    #expect(applied(rewrites, to: text) == [0xFF, 0xC3] + Array("😀 bir\u{0} ikki".utf8))
    #expect(applied([], to: text) == text)
  }

  @Test func aWordMayFillTheLine() {
    #expect(applied([WordRewrite(range: 0..<2, units: [0x61])], to: Array("бв".utf8)) == [0x61])
    #expect(applied([], to: []).isEmpty)
  }
}
