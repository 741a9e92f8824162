import Figures

/// A figure by the id that pages show.
enum FigureNameReader {
  static func figure(_ id: String, _ book: FigureBook) -> (value: Double?, known: Int)? {
    FigureName(id).flatMap(book.figure).map { figure in
      (figure.value.map(figure.unit.published), figure.known)
    }
  }
}
