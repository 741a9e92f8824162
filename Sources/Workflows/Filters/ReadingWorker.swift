package import Records
package import TextAnalysis

/// How filters print what they read.
package struct ReadingShape: Sendable {
  /// What plain lines are.
  package var kind: TextKind
  /// What offsets count.
  package var unit: OffsetUnit
  /// Whether the text is printed beside its offsets.
  package var showsText: Bool

  package init(kind: TextKind = .comment, unit: OffsetUnit = .utf16, showsText: Bool = false) {
    self.kind = kind
    self.unit = unit
    self.showsText = showsText
  }
}

/// What filters print of the surface of a text.
package enum SurfaceOutput: Sendable {
  case language, sentences, words
}

/// Prints everything that is read in a text.
final class TagWorker: LineWorker {
  private let reader: TextReader
  private let shape: ReadingShape

  init(_ reader: TextReader, _ shape: ReadingShape) {
    self.reader = reader
    self.shape = shape
  }

  func read(_ line: TextLine, into output: inout FilterPart) {
    let input = FilterInput(line, kind: shape.kind)
    let reading = input.text.withUnsafeBufferPointer { reader.read(utf8: $0, kind: input.kind) }
    output.addLine { ReadingJSON.tag(reading, of: input, unit: shape.unit, into: &$0) }
  }
}

/// Prints languages, sentences or words of a text.
final class SurfaceWorker: LineWorker {
  private let reader: SurfaceReader
  private let output: SurfaceOutput
  private let shape: ReadingShape

  init(_ reader: SurfaceReader, _ output: SurfaceOutput, _ shape: ReadingShape) {
    self.reader = reader
    self.output = output
    self.shape = shape
  }

  func read(_ line: TextLine, into part: inout FilterPart) {
    let input = FilterInput(line, kind: shape.kind)
    input.text.withUnsafeBufferPointer { reader.read(utf8: $0, kind: input.kind) }
    let json = SurfaceJSON(
      id: input.id, text: reader.text, types: reader.types, map: OffsetMap(input.text, unit: shape.unit),
      showsText: shape.showsText)
    part.addLine { json.write(output, into: &$0) }
  }
}

extension FilterPart {
  /// Appends one line of JSON.
  mutating func addLine(_ body: (inout JSONLine) -> Void) {
    var line = JSONLine(continuing: bytes)
    bytes = []
    body(&line)
    bytes = line.bytes
  }
}

extension LineFilter {
  /// Language, themes with stance, sentiment, response and alerts of each line, as JSON.
  package static func tags(_ engine: TextEngine, _ shape: ReadingShape) -> LineFilter {
    LineFilter { TagWorker(engine.makeReader(), shape) }
  }

  /// Languages, sentences or words of each line, as JSON.
  package static func surface(_ engine: TextEngine, _ output: SurfaceOutput, _ shape: ReadingShape) -> LineFilter {
    LineFilter { SurfaceWorker(engine.makeSurfaceReader(), output, shape) }
  }
}
