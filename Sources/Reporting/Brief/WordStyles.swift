import Drawing

/// The styles of a Word document, so that people can restyle it at one place.
enum WordStyles {
  static func styles(language: String) -> XML {
    let main = XML.Attribute("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
    let fonts = XML(
      "w:rFonts",
      [XML.Attribute("w:ascii", "Arial"), XML.Attribute("w:hAnsi", "Arial"), XML.Attribute("w:cs", "Arial")])
    let defaults = XML(
      "w:docDefaults", [],
      [
        XML(
          "w:rPrDefault", [],
          [XML("w:rPr", [], [fonts, value("w:sz", "19"), value("w:lang", language)])]),
        XML("w:pPrDefault", [], [XML("w:pPr", [], [spacing(before: 0, after: 60)])]),
      ])
    return XML(
      "w:styles", [main],
      [
        defaults, style("Normal", size: nil, before: 0, after: 60, isDefault: true),
        style("Title", size: 32, before: 0, after: 80),
        style("Heading1", name: "heading 1", size: 23, before: 140, after: 50),
        style("Points", size: nil, before: 0, after: 30, indent: 227),
        style("Cell", size: 18, before: 30, after: 30),
      ])
  }

  private static func style(
    _ id: String, name: String? = nil, size: Int?, before: Int, after: Int, indent: Int? = nil,
    isDefault: Bool = false
  ) -> XML {
    var attributes = [XML.Attribute("w:type", "paragraph"), XML.Attribute("w:styleId", id)]
    if isDefault { attributes.insert(XML.Attribute("w:default", "1"), at: 1) }
    let isHeading = id == "Title" || id == "Heading1"
    let hanging = indent.map {
      XML("w:ind", [XML.Attribute("w:left", String($0)), XML.Attribute("w:hanging", String($0))])
    }
    let paragraph = XML(
      "w:pPr", [],
      [isHeading ? XML("w:keepNext") : nil, spacing(before: before, after: after), hanging].compactMap { $0 })
    let letters = size.map { XML("w:rPr", [], (isHeading ? [XML("w:b")] : []) + [value("w:sz", String($0))]) }
    return XML(
      "w:style", attributes,
      [
        value("w:name", name ?? id), isDefault ? nil : value("w:basedOn", "Normal"), XML("w:qFormat"), paragraph,
        letters,
      ]
      .compactMap { $0 })
  }

  private static func spacing(before: Int, after: Int) -> XML {
    XML("w:spacing", [XML.Attribute("w:before", String(before)), XML.Attribute("w:after", String(after))])
  }

  private static func value(_ name: XMLName, _ text: String) -> XML { XML(name, [XML.Attribute("w:val", text)]) }
}
