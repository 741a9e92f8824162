package import Records

/// The way from a format to the sink: names the file in each problem and keeps a flood of problems small.
package final class RecordOutput {
  /// So many problems of one code are passed on singly; the rest are counted.
  static let problemLimit = 1_000

  private let sink: any RecordSink
  private let file: String
  private var problems: [String: Int] = [:]
  /// Whether anything but the beginning was given.
  private var hasGiven = false

  init(_ sink: any RecordSink, file: String) {
    self.sink = sink
    self.file = file
  }

  /// The sink, for something that a file gave.
  private var receiver: any RecordSink {
    hasGiven = true
    return sink
  }

  package func begin(_ source: SourceDescription) throws { try sink.begin(source) }
  package func post(_ post: PostSighting) throws { try receiver.post(post) }
  package func observation(_ observation: Observation) throws { try receiver.observation(observation) }
  package func comment(_ comment: RawComment) throws { try receiver.comment(comment) }
  package func transcript(_ head: TranscriptHead) throws { try receiver.transcript(head) }
  package func cue(_ cue: Cue) throws { try receiver.cue(cue) }
  package func handFigure(_ figure: HandFigure) throws { try receiver.handFigure(figure) }
  package func talkCard(_ card: TalkCard) throws { try receiver.talkCard(card) }
  package func registerRow(_ row: RegisterRow) throws { try receiver.registerRow(row) }

  /// A form that nobody filled in yet: that nothing comes of it is no fault.
  func emptyForm() { hasGiven = true }

  package func problem(_ problem: Problem) throws {
    hasGiven = true
    let count = problems[problem.code, default: 0] + 1
    problems[problem.code] = count
    guard count <= RecordOutput.problemLimit else { return }
    var named = problem
    named.file = file
    try sink.problem(named)
  }

  /// Reports how many problems were not passed on singly. A file from which nothing came, not even a problem, is
  /// one itself.
  func finish() throws {
    if !hasGiven { try problem(.nothingRead("rows that could be read")) }
    for (code, count) in problems.sorted(by: { $0.key < $1.key }) where count > RecordOutput.problemLimit {
      try sink.problem(
        Problem(
          "problems.more", .note, file: file, found: "\(count - RecordOutput.problemLimit) more of \(code)",
          expected: "few problems", remedy: "The file may be of another kind, or damaged."))
    }
  }
}
