import Records

/// The word classes of `classes.tsv`: what a rule may name.
package struct ClassTable: Sendable {
  package private(set) var names: [String] = []
  /// Group of each class, such as `people` or `operator`, as an index into `groups`.
  package private(set) var groupOf: [UInt8] = []
  package private(set) var groups: [String] = []
  /// Line of each class in `classes.tsv`.
  package private(set) var lines: [Int] = []
  private var indexOf: [String: Int] = [:]
  private var membersOf: [ClassSet] = []

  package func index(_ name: String) -> Int? { indexOf[name] }

  /// All classes of one group; empty when no class names it.
  package func members(ofGroup name: String) -> ClassSet {
    groups.firstIndex(of: name).map { membersOf[$0] } ?? ClassSet()
  }

  /// All classes that share a group with one of `classes`.
  package func siblings(of classes: ClassSet) -> ClassSet {
    var all = ClassSet()
    classes.forEach { all.formUnion(membersOf[Int(groupOf[$0])]) }
    return all
  }

  package func names(of classes: ClassSet) -> [String] {
    classes.indices.map { names[$0] }
  }

  init(_ file: TableFile, problems: inout [Problem]) {
    for row in file.rows {
      guard row.columns.count == 3 else {
        problems.append(
          file.problem(
            "lexicon.columns", row, found: "\(row.columns.count) columns", expected: "id, group, description"))
        continue
      }
      guard indexOf[row.columns[0]] == nil, names.count < ClassSet.capacity else {
        problems.append(
          file.problem(
            "lexicon.duplicate", row, found: row.columns[0],
            expected: "each class once, at most \(ClassSet.capacity)"))
        continue
      }
      add(row.columns[0], group: row.columns[1])
      lines.append(row.line)
    }
  }

  /// The classes of these names; a name that no class has is left out.
  func set(_ names: [String]) -> ClassSet {
    names.reduce(into: ClassSet()) { set, name in if let index = index(name) { set.insert(index) } }
  }

  private mutating func add(_ name: String, group: String) {
    let place = groups.firstIndex(of: group) ?? groups.count
    if place == groups.count {
      groups.append(group)
      membersOf.append(ClassSet())
    }
    indexOf[name] = names.count
    membersOf[place].insert(names.count)
    names.append(name)
    groupOf.append(UInt8(place))
  }
}
