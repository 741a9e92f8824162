import Figures
import Foundation
import Protection
package import Records
import Storage

extension Workspace {
  /// What waits for a person: possible threats first, the newest receipt first, then talks.
  package func alerts(limit: Int? = nil) throws -> [AlertListing] {
    let archive = try openForReading()
    let zone = try zone(archive)
    return try archive.read { try AlertDesk.waiting($0, zoneOffset: zone.offset(at: now), limit: limit) }
  }

  /// Opens the words of one alert, without their author. Nothing of them is kept.
  /// - Throws: `WorkflowError` when it is not there, or its words have expired.
  package func alertWords(_ id: String) throws -> AlertWords {
    let archive = try openForReading()
    let offset = try zone(archive).offset(at: now)
    return try archive.read { reader in
      switch try AlertDesk.found(id, reader) {
      case .comment(let alert):
        guard let block = try reader.block(of: alert),
          let text = try CommentOpener(keyRing()).open(block).first?.text
        else { throw AlertDesk.missing(id) }
        return AlertWords(
          alert: AlertDesk.listing(alert, offset), words: [OneLine.text(String(decoding: text, as: UTF8.self))])
      case .talk(let talk):
        return AlertWords(alert: AlertDesk.listing(talk, offset), words: try AlertDesk.sentences(talk, reader))
      }
    }
  }

  /// Says that an alert is so. A comment becomes an incident of the register; a talk counts from now on.
  /// - Parameters:
  ///   - severity: `low`, `medium`, `high` or `critical`; asked for comments alone.
  ///   - who: code name of the person who decided.
  /// - Returns: the code of the incident, for a comment.
  /// - Throws: `WorkflowError` when it is not there or the severity is missing.
  @discardableResult
  package func confirmAlert(
    _ id: String, severity: String?, by who: String? = nil, notice: (String) -> Void = { _ in }
  ) throws -> String? {
    let archive = try openForWriting("alerts confirm", notice: notice)
    let offset = try zone(archive).offset(at: now)
    let who = who ?? user
    return try archive.write { writer in
      switch try AlertDesk.found(id, writer.reader) {
      case .comment(let alert):
        let row = try AlertDesk.incident(alert, severity, writer.reader, offset)
        guard try writer.add(row, storySealed: nil, from: .desk(who, at: now)) else { throw AlertDesk.missing(id) }
        try writer.decide(alert, .confirmed, reason: row.values[.severity] ?? "", incident: row.code, by: who, at: now)
        return row.code
      case .talk(let talk):
        try writer.judge(talk, .confirmed, reason: "", by: who, at: now)
        return nil
      }
    }
  }

  /// Says that an alert is not so. An incident that came of it before is taken back.
  /// - Throws: `WorkflowError` when it is not there.
  package func dismissAlert(
    _ id: String, reason: DismissalReason, by who: String? = nil, notice: (String) -> Void = { _ in }
  ) throws {
    let archive = try openForWriting("alerts dismiss", notice: notice)
    let who = who ?? user
    try archive.write { writer in
      switch try AlertDesk.found(id, writer.reader) {
      case .comment(let alert):
        if let code = try writer.reader.incident(of: alert),
          var row = try writer.reader.registerRow(.incidents, key: code)?.row
        {
          row.values[.withdrawn] = "yes"
          _ = try writer.add(row, storySealed: nil, from: .desk(who, at: now))
        }
        try writer.decide(alert, .dismissed, reason: reason.rawValue, incident: nil, by: who, at: now)
      case .talk(let talk): try writer.judge(talk, .dismissed, reason: reason.rawValue, by: who, at: now)
      }
    }
  }
}

/// What stands between alerts in the archive and the person who decides.
enum AlertDesk {
  enum Found {
    case comment(WaitingAlert)
    case talk(WaitingTalk)
  }

  static func missing(_ id: String) -> WorkflowError {
    WorkflowError("\(id): no such alert, or its words have expired; 'minbar alerts list' shows what waits")
  }

  static func waiting(_ reader: ArchiveReader, zoneOffset: Int, limit: Int?) throws -> [AlertListing] {
    try reader.waitingAlerts(limit: limit).map { listing($0, zoneOffset) }
      + reader.waitingTalks(against: FigureBook.sensitiveThemes).map { listing($0, zoneOffset) }
  }

  static func found(_ id: String, _ reader: ArchiveReader) throws -> Found {
    switch AlertID(id) {
    case .comment(let post, let identity):
      if let alert = try reader.alert(post: post, identity: identity) { return .comment(alert) }
    case .talk(let post, let theme):
      let waiting = try reader.talk(post: post, against: theme)
      if let waiting, FigureBook.sensitiveThemes.contains(theme) { return .talk(waiting) }
    case nil: break
    }
    throw missing(id)
  }

  static func listing(_ alert: WaitingAlert, _ offset: Int) -> AlertListing {
    let order: [Alert] = [.threat, .extremist, .hate]
    return AlertListing(
      id: AlertID.comment(post: alert.post, identity: alert.identity).text, subject: .comment,
      noticed: order.filter(alert.alerts.contains).map(\.rawValue), creator: alert.creator,
      platform: alert.platform.rawValue, talk: alert.talk.map(OneLine.text), language: alert.language, sentences: nil,
      day: alert.writtenAt?.day(offset: offset).description, importNumber: alert.importNumber,
      receivedOn: alert.receivedAt.day(offset: offset).description)
  }

  static func listing(_ talk: WaitingTalk, _ offset: Int) -> AlertListing {
    AlertListing(
      id: AlertID.talk(post: talk.post, theme: talk.theme).text, subject: .talk, noticed: [talk.theme],
      creator: talk.creator, platform: talk.platform.rawValue, talk: talk.talk.map(OneLine.text), language: nil,
      sentences: talk.sentences, day: talk.publishedAt?.day(offset: offset).description, importNumber: nil,
      receivedOn: nil)
  }

  /// Sentences of a talk that seem to speak against a theme. Talks are public speech.
  static func sentences(_ talk: WaitingTalk, _ reader: ArchiveReader) throws -> [String] {
    guard let text = try reader.talk(talk.post) else { return [] }
    let units = Array(TranscriptText(text.cues, durationSeconds: text.durationSeconds).text.utf16)
    var seen: Set<Int> = []
    return try reader.sentences(of: talk.post, against: talk.theme).compactMap { sentence, _ in
      guard seen.insert(sentence.lowerBound).inserted else { return nil }
      return OneLine.text(String(decoding: units[sentence.clamped(to: 0..<units.count)], as: UTF16.self))
    }
  }

  /// The incident that a confirmed alert becomes: what was noticed first, where, when; not one word of it.
  static func incident(
    _ alert: WaitingAlert, _ severity: String?, _ reader: ArchiveReader, _ offset: Int
  ) throws -> RegisterRow {
    guard case .choice(let allowed) = RegisterField.severity.content, let severity, allowed.contains(severity) else {
      throw WorkflowError("how severe is it? Give --severity low, medium, high or critical")
    }
    // Confirmed again, it stays the incident that it was.
    let code = try reader.incident(of: alert) ?? reader.freeIncidentCode()
    let kind: Alert = alert.alerts.contains(.threat) ? .threat : alert.alerts.contains(.extremist) ? .extremist : .hate
    return RegisterRow(
      kind: .incidents, day: (alert.writtenAt ?? alert.receivedAt).day(offset: offset),
      values: [
        .code: code, .type: kind.rawValue, .severity: severity, .platform: alert.platform.rawValue, .state: "open",
      ], creator: alert.creator)
  }
}
