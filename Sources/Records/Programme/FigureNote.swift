/// What staff wrote beside a figure: "on hajj", "account blocked".
package struct FigureNote: Sendable, Hashable {
  package var id: Int64
  /// Id of the figure, as pages show it.
  package var figure: String
  package var text: String
  /// Whether it may stand on the author's page and in packages.
  package var isShareable: Bool

  package init(id: Int64, figure: String, text: String, isShareable: Bool) {
    self.id = id
    self.figure = figure
    self.text = text
    self.isShareable = isShareable
  }
}
