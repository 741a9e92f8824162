/// Elements that pages are made of. Scripts, frames and embedded objects are not among them; forms are
/// for pages that a server answers.
package enum HTMLTag: String, Sendable, Hashable, CaseIterable {
  case html, head, title, meta, body
  case header, main, footer, nav, section, article, figure, figcaption, details, summary
  case h1, h2, h3, h4, p, div, ul, ol, li, dl, dt, dd
  case table, caption, colgroup, col, thead, tbody, tr, th, td
  case span, strong, em, small, abbr, time, data, bdi, a, br, code
  case link, form, fieldset, legend, label, input, select, option, optgroup, textarea, button, progress
  case img, mark

  /// Elements without content or closing tag.
  var isVoid: Bool { [.meta, .br, .col, .link, .input, .img].contains(self) }
}
