import Drawing
import Figures
import Records

/// Gaps in the data, named: what to ask for, of whom.
struct GapsBlock: DashboardBlock {
  let context: ReportContext

  func html() -> HTML {
    let words = context.words
    let gaps = context.book.gaps(in: context.month)
    return SectionView.html(id: "gaps", words["gaps.title"], lead: words["gaps.lead"]) {
      HTML(.h3, text: words("gaps.month", ["month": .text(words.monthAndYear(context.month))]))
      if gaps.isEmpty {
        HTML(.p, .class("empty"), text: words["gaps.none"])
      } else {
        HTML(.dl, .class("gaps")) { DataKind.allCases.flatMap { named($0, gaps) } }
      }
      HTML(.h3, text: words["gaps.grid"])
      HTML(.ul, .class("plain", "inline", "small")) { signs() }
      HTML(.div, .class("grids")) { context.platforms().map(grid) }
    }
  }

  private func named(_ kind: DataKind, _ gaps: [Gap]) -> [HTML] {
    let words = context.words
    let own = gaps.filter { $0.kind == kind }
    guard !own.isEmpty else { return [] }
    return [
      HTML(.dt, text: words.name(kind)),
      HTML(.dd) {
        HTML(.ul, .class("plain", "inline")) {
          own.map { gap in
            HTML(.li) {
              gap.account.creator + "\u{A0}\u{B7}\u{A0}" + words.name(gap.account.platform) + ": " + state(gap)
            }
          }
        }
      },
    ]
  }

  private func state(_ gap: Gap) -> String {
    let words = context.words
    guard gap.state == .partial, gap.of > 1 else { return words.name(gap.state) }
    return words("value.of", ["known": .count(gap.known), "n": .count(gap.of)])
  }

  private func signs() -> [HTML] {
    let shown: [Completeness] = [.complete, .partial, .missing, .notStarted]
    return shown.map { HTML(.li, text: sign($0) + "\u{A0}" + context.words.name($0)) }
  }

  private func sign(_ state: Completeness) -> String {
    switch state {
    case .complete: "\u{25CF}"
    case .partial: "\u{25D0}"
    case .missing: "\u{25CB}"
    case .nothingDue, .notStarted: "\u{B7}"
    }
  }

  private func shade(_ state: Completeness) -> HeatGrid.Shade {
    switch state {
    case .complete: .full
    case .partial: .part
    case .missing: .none
    case .nothingDue, .notStarted: .blank
    }
  }

  private func grid(_ platform: Platform) -> HTML {
    let words = context.words
    let channels = context.book.channels(ChannelSelection(platform: platform))
    let rows = channels.map { channel in
      HeatGrid.Row(
        label: channel.creator,
        cells: context.months.map { month in
          let state = context.book.state(of: .numbers, channel, month).state
          return HeatGrid.Cell(
            sign(state), meaning: words.monthAndYear(month) + ": " + words.name(state), shade: shade(state))
        })
    }
    let columns = context.months.map { words["month.short.\($0.month)"] }
    return HTML(.div, .class("block")) {
      HTML(.h4, text: words.name(platform))
      HeatGrid(corner: "", columns: columns, rows: rows).html()
    }
  }
}
