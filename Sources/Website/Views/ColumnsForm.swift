import Drawing
import Records
import Reporting
import Workflows

/// Asks what the columns of a table mean, one choice a column, with cells of it that are no texts.
struct ColumnsForm {
  let words: PageWords
  let file: HeldListing
  let chosen: FormFields

  func html() -> [HTML] {
    guard let table = file.tables?.first else { return [HTML(.p, text: words["held.gone"])] }
    return [
      HTML(.p, .class("lead"), text: words["columns.lead"]), known(table),
      Form.html("/held/\(file.id)/columns", .class("sheet")) {
        table.unknown.enumerated().map { index, column in question(index, column) }
        Form.button(words["columns.save"])
        HTML(.p, .class("hint"), text: words["columns.after"])
      },
    ]
  }

  /// Columns that need no answer help to tell the others.
  private func known(_ table: TableListing) -> HTML {
    let known = table.columns.compactMap { column in column.role.map { (column.name, RoleNames.name($0, words)) } }
    guard !known.isEmpty else { return .empty }
    return HTML(.details) {
      HTML(.summary, text: words["columns.known"] + ": " + words.number(known.count))
      HTML(.ul, .class("plain")) {
        known.map { name, role in
          HTML(.li) {
            HTML(.bdi, text: name)
            HTML(text: " \u{2192} " + role)
          }
        }
      }
    }
  }

  private func question(_ index: Int, _ column: ColumnListing) -> HTML {
    let id = ColumnsChoice.field(index)
    let isText = column.samples.allSatisfy { $0 == "\u{2026}" }
    let cells =
      isText ? words["columns.text"] : words("columns.cells", ["cells": column.samples.joined(separator: " \u{B7} ")])
    return HTML(.div, .class("field")) {
      HTML(.label, .belongs(to: id)) { HTML(.bdi, text: column.name.isEmpty ? words["columns.unnamed"] : column.name) }
      HTML(.p, .class("hint", "cells"), .id(id + "-hint"), text: cells)
      HTML(.select, .id(id), .name(id), .described(by: id + "-hint"), .required) {
        option("", words["form.choose"], id, isText)
        option("ignored", words["columns.ignored"], id, isText)
        groups(id)
      }
    }
  }

  private func option(_ role: String, _ text: String, _ id: String, _ isText: Bool) -> HTML {
    let standard = isText ? "ignored" : ""
    return (chosen[id] ?? standard) == role
      ? HTML(.option, .value(role), .selected, text: text) : HTML(.option, .value(role), text: text)
  }

  private func groups(_ id: String) -> [HTML] {
    RoleNames.groups.map { key, roles in
      HTML(.optgroup, .group(words[key])) {
        roles.map { role in
          chosen[id] == role
            ? HTML(.option, .value(role), .selected, text: RoleNames.name(role, words))
            : HTML(.option, .value(role), text: RoleNames.name(role, words))
        }
      }
    }
  }
}

/// What columns can mean, in words.
enum RoleNames {
  /// Numbers first: they are what is mostly asked for.
  static let groups: [(key: String, roles: [String])] = {
    let all = ColumnRoles.all.map(\.id).filter { $0 != "ignored" }
    let numbers = all.filter(isNumber)
    let about = ["content", "title", "published", "duration", "date", "position"]
    return [
      ("columns.numbers", numbers), ("columns.about", about.filter(all.contains)),
      ("columns.parts", all.filter { !isNumber($0) && !about.contains($0) }),
    ]
  }()

  static func name(_ role: String, _ words: PageWords) -> String {
    words[Metric(rawValue: role) == nil ? "role." + role : "metric." + role]
  }

  private static func isNumber(_ role: String) -> Bool { Metric(rawValue: role) != nil || role == "watch_minutes" }
}
