import Drawing

/// A part of a page with its heading.
enum SectionView {
  static func html(
    id: String, _ title: String, lead: String? = nil, @HTMLBuilder _ content: () -> [HTML]
  ) -> HTML {
    HTML(.section, .id(id), .labelled(by: id + "-h")) {
      HTML(.h2, .id(id + "-h"), text: title)
      if let lead { HTML(.p, .class("lead"), text: lead) }
      content()
    }
  }
}
