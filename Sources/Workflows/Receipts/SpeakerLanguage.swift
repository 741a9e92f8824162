import Foundation

/// The language in which the program speaks to who runs it.
package enum SpeakerLanguage {
  /// The language that the environment names (`LC_ALL`, `LC_MESSAGES`, `LANG`), where sentences exist in it; else `en`.
  package static func current(environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let language = name.utf8.prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    switch String(Substring(language)).lowercased() {
    case "ru": return "ru"
    case "ky": return "ky"
    // `uz_UZ@cyrillic` is how glibc names Uzbek in Cyrillic letters.
    case "uz": return name.lowercased().hasSuffix("@cyrillic") ? "uz-Cyrl" : "uz"
    default: return "en"
    }
  }
}
