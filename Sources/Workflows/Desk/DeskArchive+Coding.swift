import Figures
import Foundation
package import Records
import Storage

extension DeskArchive {
  /// Rounds of coding, the newest first.
  package func codingRounds() throws -> [CodingRound] { try archive.read { try $0.codingRounds() } }

  /// The texts of a round that are still there, with what the archive holds of people's codes; no words, no keys.
  package func codingItems(of round: Int64) throws -> [CodingItem] {
    try archive.read { try $0.codingItems(of: round) }
  }
}

/// How far the two coders of a round agree, question by question, as `minbar coding score` works it out.
package enum RoundAgreement {
  /// Draws of the bootstrap: fewer than in a report, since a page waits for them.
  private static let draws = 200

  package static func rows(_ items: [CodingItem]) -> [AgreementRow] {
    AgreementTable(items.map(\.codings), bootstrap: Bootstrap(replicates: draws)).rows
  }
}

extension Workspace {
  /// The themes that the lexicon in force knows, in the order of the codebook; others behind them.
  package func themeNames() throws -> [String] {
    let folder = try ResourceFolders.lexicons(places) + "/themes"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { name -> String? in
      let bytes = name.utf8
      return bytes.reversed().starts(with: "vst.".utf8) ? String(decoding: bytes.dropLast(4), as: UTF8.self) : nil
    }
    let order = [
      "tolerance", "coexistence", "peace", "moderation", "counter-extremism", "education", "girls-education",
      "women-rights", "family-youth", "law-citizenship", "compassion", "media-literacy",
    ]
    return order.filter(names.contains) + Set(names).subtracting(order).sorted()
  }
}
