import Figures
import Records
import Reporting
import Storage

/// Comments behind a figure: counts by channel and kind, and the files they came in. No word of a comment.
struct AnswerEvidence {
  private let workflow: ExplainWorkflow
  private var words: FigureWords { workflow.words }

  init(_ workflow: ExplainWorkflow) { self.workflow = workflow }

  func add(to result: inout FigureExplanation) throws {
    let (name, book) = (workflow.name, workflow.book)
    let languages = name.language.map { Set([$0]) }
    let tallies = book.commentTallies(.response, name.selection, languages, name.month)
    for account in workflow.accounts {
      for kind in Response.allCases {
        let count = tallies.filter { $0.account == account.id && $0.label == kind.rawValue }
          .reduce(0) { $0 + $1.comments }
        guard count > 0 else { continue }
        result.answers.append(
          FigureExplanation.Answers(
            author: account.creator, platform: account.platform.rawValue, kind: kind.rawValue,
            isInFigure: ResponseBreakdown.opinionKinds.contains(kind), comments: count))
      }
      if book.commentCount(ChannelSelection(creator: account.creator, platform: account.platform), in: name.month)
        == nil
      {
        result.leftOut.append(
          words(
            "explain.noComments", ["author": .text(account.creator), "platform": .text(words.name(account.platform))]))
      }
    }
    let apart = result.answers.filter { !$0.isInFigure }.reduce(0) { $0 + $1.comments }
    if apart > 0 { result.leftOut.append(words("explain.apart", ["n": .count(apart)])) }
    try addFiles(to: &result)
  }

  private func addFiles(to result: inout FigureExplanation) throws {
    let accounts = Dictionary(workflow.accounts.map { ($0.id, $0) }) { first, _ in first }
    let counted = try workflow.archive.read { try $0.commentFiles(accounts: Set(accounts.keys)) }
    let files = try workflow.files(Set(counted.map(\.source)))
    result.commentFiles = counted.compactMap { entry in
      accounts[entry.account].map { account in
        FigureExplanation.CommentsFile(
          author: account.creator, platform: account.platform.rawValue,
          file: workflow.file(files[entry.source], row: nil), comments: entry.comments)
      }
    }
  }
}
