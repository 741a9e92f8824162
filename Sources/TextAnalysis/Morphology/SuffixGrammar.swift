import Records

/// A step of a suffix grammar: from one state over a template to the next.
struct SuffixArc {
  enum Condition {
    case any, afterVowel, afterConsonant
    case after([UInt16])
  }

  let from: String
  let condition: Condition
  let template: [UInt16]
  let to: String
  let features: Features
}

/// A word ending that shows features of words that are in no lexicon.
struct GuessedEnding {
  let template: [UInt16]
  let features: Features
}

/// `morphology.tsv` of one language, as it stands in the file.
struct SuffixGrammar {
  static let end = "END"

  private(set) var letters = LetterSystem()
  private(set) var arcs: [String: [SuffixArc]] = [:]
  private(set) var starts: [PartOfSpeech: String] = [:]
  private(set) var endings: [GuessedEnding] = []
  private(set) var folds: [String: LetterFold] = [:]
  private var conditions: [[UInt16]] = []

  init(_ file: TableFile, problems: inout [Problem]) {
    for row in file.rows where !read(row) {
      problems.append(
        file.problem(
          "morphology.line", row, found: row.columns.joined(separator: " "),
          expected: "state, V|C|any, template, next state, features; or a line that starts with @"))
    }
    letters.classify(conditions: conditions)
    checkStates(file, &problems)
  }

  private mutating func read(_ row: TableRow) -> Bool {
    let columns = row.columns[...]
    switch columns[0] {
    case "@vowels": letters.setVowels(row.column(1))
    case "@silent": letters.setSilent(row.column(1))
    case "@map": return letters.addMap(columns.dropFirst())
    case "@fold": folds[row.column(1)] = LetterFold(columns.dropFirst(2))
    case "@start": return readStart(row)
    case "@ending": return readEnding(row)
    default: return readArc(row)
    }
    return true
  }

  private mutating func readStart(_ row: TableRow) -> Bool {
    guard let part = PartOfSpeech(letter: row.column(1)) else { return false }
    starts[part] = row.column(2)
    return !row.column(2).isEmpty
  }

  private mutating func readEnding(_ row: TableRow) -> Bool {
    guard let features = Features.parse(row.column(2)), !row.column(1).isEmpty else { return false }
    endings.append(GuessedEnding(template: Array(row.column(1).utf16), features: features))
    return true
  }

  private mutating func readArc(_ row: TableRow) -> Bool {
    guard (4...5).contains(row.columns.count), let features = Features.parse(row.column(4)),
      let condition = condition(row.columns[1])
    else { return false }
    let template = row.columns[2] == "-" ? [] : Array(row.columns[2].utf16)
    let arc = SuffixArc(
      from: row.columns[0], condition: condition, template: template, to: row.columns[3], features: features)
    arcs[arc.from, default: []].append(arc)
    return true
  }

  private mutating func condition(_ text: String) -> SuffixArc.Condition? {
    switch text {
    case "any": return .any
    case "V": return .afterVowel
    case "C": return .afterConsonant
    default:
      let units = Array(text.utf16)
      guard units.count > 2, units.first == 0x5B, units.last == 0x5D else { return nil }
      conditions.append(Array(units.dropFirst().dropLast()))
      return .after(Array(units.dropFirst().dropLast()))
    }
  }

  private func checkStates(_ file: TableFile, _ problems: inout [Problem]) {
    let reached = Set(arcs.values.joined().map(\.to)).subtracting([SuffixGrammar.end])
    for state in reached.union(starts.values).sorted() where arcs[state] == nil && state != SuffixGrammar.end {
      problems.append(
        Problem(
          "morphology.state", .rowRefused, file: file.path, found: state, expected: "a state with lines of its own",
          remedy: "add lines for the state or correct its name"))
    }
  }

  /// Whether `condition` holds after a context.
  func holds(_ condition: SuffixArc.Condition, _ context: SuffixContext) -> Bool {
    switch condition {
    case .any: true
    case .afterVowel: letters.vowels.contains(context.letter)
    case .afterConsonant: !letters.vowels.contains(context.letter)
    case .after(let list): list.contains(context.letter)
    }
  }
}
