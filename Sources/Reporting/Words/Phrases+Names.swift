import Figures
import Records

extension Phrases {
  func name(_ platform: Platform) -> String { self["platform.\(platform.rawValue)"] }
  func name(_ response: Response) -> String { self["response.\(response.rawValue)"] }
  func name(_ sentiment: Sentiment) -> String { self["sentiment.\(sentiment.rawValue)"] }
  func name(_ language: LanguageTag) -> String { self["language.\(language.rawValue)"] }
  func name(_ kind: DataKind) -> String { self["data.\(kind.rawValue)"] }
  func name(_ state: Completeness) -> String { self["state.\(state.rawValue)"] }
  func name(_ metric: Metric) -> String { self["metric.\(metric.rawValue)"] }

  /// "People trained"; of a survey with the code of its question.
  func name(_ measure: RegisterMeasure) -> String {
    guard case .survey(let question) = measure else { return self["indicator.\(measure.family)"] }
    return self("indicator.survey_share", ["question": .text(question)])
  }

  /// A province in words; one that the word files do not know keeps its code.
  func oblast(_ code: String) -> String {
    if code == RegisterGroup.unknown { return self["register.unsaid"] }
    return wording.forms("oblast.\(code)") == nil ? code : self["oblast.\(code)"]
  }

  /// A theme in words; a theme that the word files do not know yet keeps its code.
  func theme(_ id: String) -> String {
    let key = "theme.\(SafeCode.theme(id))"
    return wording.forms(key) == nil ? SafeCode.theme(id) : self[key]
  }
}
