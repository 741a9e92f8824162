import Drawing
import Figures
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// Which talks a page is asked for: author, platform, month, theme. What cannot be is left out.
struct TalkFilter {
  let creator: String?
  let platform: Platform?
  let month: Month?
  let theme: String?

  init(_ fields: FormFields, creators: [String], visit: Visit) {
    creator = fields["creator"].flatMap { creators.contains($0) ? $0 : nil }
    platform = fields["platform"].flatMap(Platform.init(rawValue:))
    month = fields["month"].flatMap { Month($0) }.flatMap { $0.year >= 2005 && $0 <= visit.today.month ? $0 : nil }
    theme = fields["theme"].map(SafeCode.themeID).flatMap { FigureBook.themeOrder.contains($0) ? $0 : nil }
  }

  /// As it stands behind an address.
  var question: [(name: String, value: String)] {
    [
      ("creator", creator), ("platform", platform?.rawValue), ("month", month?.description),
      ("theme", theme.map(SafeCode.theme)),
    ].compactMap { name, value in value.map { (name, $0) } }
  }

  static func creators(_ chosen: String?, _ codes: [String], _ words: PageWords) -> HTML {
    Form.select(
      "creator", words["posts.creator"], [("", words["posts.all"])] + codes.map { ($0, $0) }, chosen: chosen ?? "")
  }

  static func themes(_ chosen: String?, _ words: PageWords) -> HTML {
    Form.select(
      "theme", words["column.theme"],
      [("", words["posts.all"])] + FigureBook.themeOrder.map { (SafeCode.theme($0), words.theme($0)) },
      chosen: chosen.map(SafeCode.theme) ?? "")
  }

  static func platforms(_ chosen: Platform?, _ words: PageWords) -> HTML {
    Form.select(
      "platform", words["posts.platform"],
      [("", words["posts.all"])] + Platform.allCases.map { ($0.rawValue, words.name($0)) },
      chosen: chosen?.rawValue ?? "")
  }

  /// The last two years.
  static func months(_ chosen: Month?, _ visit: Visit, _ words: PageWords) -> HTML {
    var months = (0..<24).map { visit.today.month + -$0 }
    if let chosen, !months.contains(chosen) { months.append(chosen) }
    return Form.select(
      "month", words["missing.month"], [("", words["posts.all"])] + months.map { ($0.description, words.month($0)) },
      chosen: chosen?.description ?? "")
  }
}

extension Visit {
  /// What stands behind the address, as forms write it.
  var question: FormFields { FormFields(question: request.uri.query ?? "") }
}

/// Texts of posts in lists.
enum PostText {
  static let longestTitle = 140

  /// The title, or how the text beside the picture begins.
  static func title(_ post: PostHead, _ words: PageWords) -> String {
    let text = (post.title ?? post.description ?? "").unicodeScalars.map { $0.value < 0x20 ? " " : $0 }
    guard !text.isEmpty else { return words["posts.untitled"] }
    let start = String(String.UnicodeScalarView(text.prefix(longestTitle)))
    return text.count > longestTitle ? start + "…" : start
  }

  static func day(_ post: PostHead, _ words: PageWords) -> String {
    post.publishedOn.map(words.date) ?? words["posts.noDate"]
  }

  /// "5 October 2026 · K01 · YouTube".
  static func line(_ post: PostHead, _ words: PageWords) -> String {
    [day(post, words), post.creator, words.name(post.platform)].joined(separator: " \u{B7} ")
  }

  /// The post at its platform; nil where no id leads there.
  static func link(_ post: PostHead, at second: Int? = nil) -> Link? {
    switch post.platform {
    case .youtube: Link(youTube: post.externalID, at: second)
    case .instagram: post.alias.flatMap { Link(instagram: $0) }
    }
  }
}
