/// A piece of a brief. Every form of it is written from the same pieces.
enum BriefPart: Hashable {
  case heading(String)
  case paragraph(String)
  case points([String])
  case table(header: [String], rows: [[String]])
}
