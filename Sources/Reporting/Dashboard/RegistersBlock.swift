import Drawing
import Figures
import Records

/// What staff keep beside the platforms' numbers: surveys, trainings, events, incidents, change stories. A register that
/// nobody handed in is named, and never stands as 0.
struct RegistersBlock: DashboardBlock {
  let context: ReportContext

  private var words: Phrases { context.words }
  private var book: FigureBook { context.book }
  private var months: [Month] { [context.month] }

  func html() -> HTML {
    guard !book.data.registers.isEmpty || book.data.waitingAlerts > 0 else { return .empty }
    return SectionView.html(id: "registers", words["registers.title"], lead: words["registers.lead"]) {
      part(.surveys, surveys)
      part(.trainings) { people(.trainingsHeld, .personsTrained) }
      part(.events) { people(.eventsHeld, .eventParticipants) }
      part(.incidents, incidents)
      part(.stories, stories)
    }
  }

  private func rows(_ kind: RegisterKind) -> [RegisterRow] { book.registerRows(kind, in: months) }

  private func part(_ kind: RegisterKind, _ content: () -> [HTML]) -> HTML {
    HTML(.div, .class("block"), .id("register-\(kind.rawValue)")) {
      HTML(.h3, text: words["registers.\(kind.rawValue)"])
      if rows(kind).isEmpty {
        HTML(.p, .class("empty"), text: words["registers.none"])
      } else {
        content()
      }
      if kind == .incidents { waiting() }
    }
  }

  private func line(_ measure: RegisterMeasure) -> HTML {
    HTML(.p) {
      words.name(measure) + ": "
      FigureView(book.register(measure, over: months), words, links: context.links).html()
    }
  }

  private func table(_ header: [String], _ rows: [[ChartCell]]) -> HTML {
    HTML(.div, .class("scroll")) { ChartTable(header: header.map { words[$0] }, rows: rows).html(folds: true) }
  }

  // MARK: Surveys

  private func surveys() -> [HTML] {
    let questions = Set(rows(.surveys).compactMap { $0.values[.question] }).sorted()
    return [
      table(
        ["registers.question", "registers.asked", "registers.share", "registers.interval"],
        questions.map { question in
          let figure = book.register(.survey(question), over: months)
          return [
            ChartCell(question), count(figure.n ?? 0), words.cell(figure),
            ChartCell(words.interval(figure) ?? words["value.missing"]),
          ]
        }),
      HTML(.p, .class("small"), text: words["registers.wilson"]),
    ]
  }

  // MARK: Trainings and events

  private func people(_ held: RegisterMeasure, _ measure: RegisterMeasure) -> [HTML] {
    [line(held), line(measure), told(.oblast, measure, "registers.oblast"), told(.age, measure, "registers.age")]
  }

  /// Women, men and all by a part that the rows tell apart.
  private func told(_ field: RegisterField, _ measure: RegisterMeasure, _ title: String) -> HTML {
    let parts = book.parts(field, of: measure, over: months)
    return table(
      [title, "registers.women", "registers.men", "registers.all"],
      parts.map { part in
        let group = field == .age ? RegisterGroup(age: part) : RegisterGroup(oblast: part)
        let sexes = ["female", "male", nil].map { sex in
          var group = group
          group.sex = sex
          return words.cell(book.register(measure, group, over: months))
        }
        let name =
          field == .oblast ? words.oblast(part) : part == RegisterGroup.unknown ? words["register.unsaid"] : part
        return [ChartCell(name)] + sexes
      })
  }

  // MARK: Incidents and stories

  private func incidents() -> [HTML] {
    let rows = rows(.incidents)
    let kinds = Set(rows.compactMap { $0.values[.type] }).sorted()
    return [
      line(.incidents),
      table(
        ["registers.incident", "registers.count", "registers.severe", "registers.open"],
        kinds.map { kind in
          let own = rows.filter { $0.values[.type] == kind }
          return [
            ChartCell(words["incident.\(kind)"]), count(own.count), count(own.count(where: \.isSevere)),
            count(own.count { $0.values[.state] == "open" }),
          ]
        }),
    ]
  }

  private func waiting() -> HTML {
    let count = book.data.waitingAlerts
    guard count > 0 else { return .empty }
    return HTML(.p, .class("notice"), text: words("registers.waiting", ["n": .count(count)]))
  }

  private func stories() -> [HTML] {
    let rows = rows(.stories)
    return [
      HTML(.p, text: words("registers.told", ["n": .count(rows.count)])), line(.storiesShared),
      HTML(.p, .class("small"), text: words["registers.consent"]),
    ]
  }

  private func count(_ number: Int) -> ChartCell { ChartCell(words.count(number), machine: String(number)) }
}

extension RegisterRow {
  /// Whether an incident is more than a nuisance.
  var isSevere: Bool { values[.severity] == "high" || values[.severity] == "critical" }
}
