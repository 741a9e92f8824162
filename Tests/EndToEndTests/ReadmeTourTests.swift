import TestSupport
import Testing

/// Runs the commands of the README's tour in order, as they stand.
@Suite struct ReadmeTourTests {
  /// Command lines of the blocks marked `sh tour`, with the exit code each announces.
  private func steps() throws -> [(line: String, status: Int32)] {
    var isTour = false
    var steps: [(String, Int32)] = []
    for line in try ProjectFolder.text("README.md").split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isTour = line == "```sh tour"
      } else if isTour, !line.isEmpty {
        let parts = line.split(separator: "#", maxSplits: 1)
        steps.append((String(parts[0]), parts.count > 1 && parts[1].contains("exits with 1") ? 1 : 0))
      }
    }
    return steps
  }

  @Test func theTourWorksAsItStands() throws {
    let folder = try TemporaryFolder()
    let program = Program(folder: folder.path)
    let steps = try steps()
    #expect(steps.count >= 12)
    for step in steps {
      let words = split(step.line)
      #expect(words.first == "minbar")
      let result = try program.run(Array(words.dropFirst()))
      #expect(result.status == step.status, "\(step.line): \(result.errors)")
      #expect(!result.output.isEmpty, "\(step.line) prints nothing")
    }
  }

  /// Words of a command line; double quotes hold one together.
  private func split(_ line: String) -> [String] {
    var words: [String] = []
    for (index, part) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 { words.append(String(part)) } else { words += part.split(separator: " ").map(String.init) }
    }
    return words
  }
}
