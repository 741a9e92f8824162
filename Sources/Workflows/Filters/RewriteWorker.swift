package import TextAnalysis

/// Prints a text with some of its words written otherwise; every other byte stays as it is.
final class RewriteWorker: LineWorker {
  private let rewriter: any TextRewriter

  init(_ rewriter: any TextRewriter) {
    self.rewriter = rewriter
  }

  func read(_ line: TextLine, into output: inout FilterPart) {
    line.bytes.withUnsafeBufferPointer { bytes in
      Self.apply(rewriter.rewrites(of: bytes), to: bytes, into: &output.bytes)
    }
    output.bytes.append(contentsOf: line.end)
  }

  /// Copies `bytes` with `rewrites`, whose offsets count UTF-16 units, in place of what stood there.
  static func apply(_ rewrites: [WordRewrite], to bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    var at = 0
    var units = 0
    func advance(to target: Int) {
      while units < target, at < bytes.count {
        let step = UTF8Steps.step(bytes, at: at)
        at += step.bytes
        units += step.units
      }
    }
    for rewrite in rewrites {
      let start = at
      advance(to: rewrite.range.lowerBound)
      output.append(contentsOf: bytes[start..<at])
      output.append(contentsOf: String(decoding: rewrite.units, as: UTF16.self).utf8)
      advance(to: rewrite.range.upperBound)
    }
    output.append(contentsOf: bytes[at...])
  }
}

/// The ways to write Uzbek.
package enum UzbekWriting: String, Sendable, CaseIterable {
  case latin = "uz-Latn"
  case cyrillic = "uz-Cyrl"
}

/// The languages whose letters can be given back.
package enum RestoredLanguage: String, Sendable, CaseIterable {
  case kyrgyz = "ky"
}

extension LineFilter {
  /// Uzbek words in the other script.
  package static func conversion(_ engine: TextEngine, to writing: UzbekWriting) -> LineFilter {
    LineFilter { RewriteWorker(engine.makeUzbekRewriter(toLatin: writing == .latin)) }
  }

  /// Kyrgyz words with the letters ү ө ң that were typed as у о н.
  package static func restoration(_ engine: TextEngine, of language: RestoredLanguage) -> LineFilter {
    switch language {
    case .kyrgyz: LineFilter { RewriteWorker(engine.makeKyrgyzRewriter()) }
    }
  }
}
