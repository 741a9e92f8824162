import Hummingbird
import Records
import Workflows

/// Imports, a hundred at a time. Names of files are sealed; the route of one import opens them.
enum ImportsRoute {
  private static let perPart = 100

  private static let card = Shape<ImportCard>.object([
    Field("number", "Number of the import.", .number) { $0.number },
    Field("received_at", "When it came.", .moment) { $0.receivedAt },
    Field("creators", "Codes of the authors it is about.", Shape.text.list) { $0.creators },
    Field("formats", "Ids of the formats in it.", Shape.text.list) { $0.formats },
    Field("from", "First day that it is about.", Shape.day.orNull) { $0.period?.from },
    Field("through", "Last day that it is about.", Shape.day.orNull) { $0.period?.through },
    Field("rows", "Rows that were taken.", .count) { $0.rows },
    Field("refused_rows", "Rows that were not.", .count) { $0.refusedRows },
    Field("refused_files", "Files of which nothing was taken.", .count) { $0.refusedFiles },
  ])

  private static let shape = Shape<(all: Int, part: [ImportCard])>.object([
    Field("count", "How many there are.", .count) { $0.all },
    Field("imports", "The newest first.", card.list) { $0.part },
  ])

  static let route = APIRoute(
    "/imports", for: .staff, "What was taken in.",
    queries: [
      APIRoute.Query(
        name: "part", about: "1 for the newest hundred, 2 for those before.",
        schema: ["type": "integer", "minimum": .integer(1)])
    ], shape
  ) { visit in
    let all = try visit.desk.archive.imports()
    let part = try visit.query("part").map { text -> Int in
      guard let part = Int(text), (1...1_000_000).contains(part) else { throw HTTPError(.badRequest) }
      return part
    }
    return (all.count, Array(all.dropFirst(((part ?? 1) - 1) * perPart).prefix(perPart)))
  }
}

/// The receipt of one import, with the names of its files. Looking at it stands in the audit log.
enum ImportRoute {
  static let route = APIRoute("/imports/:number", for: .staff, "The receipt of an import.", ReceiptShape.listing) {
    visit in
    let number = try visit.number("number")
    let desk = visit.desk
    guard try desk.archive.hasImport(number), let listing = try await DeskWork.show(number, desk.child) else {
      throw HTTPError(.notFound)
    }
    try visit.note(.importShown, String(number))
    return listing
  }
}
