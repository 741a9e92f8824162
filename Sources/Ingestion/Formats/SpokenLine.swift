/// A line of a typed transcript: perhaps a speaker's name and a time, then what was said.
struct SpokenLine: Equatable {
  var startMs: Int?
  var endMs: Int?
  var text: String

  init(_ line: Bytes) {
    var rest = line.trimmed()
    text = ""
    let hadTime = takeTime(&rest)
    let hadSpeaker = SpokenLine.takeSpeaker(&rest)
    // `Имам [00:12]: …` and `Имам 00:12` name the speaker first.
    if !hadTime, hadSpeaker, takeTime(&rest), rest.first == ASCII.colon { rest = rest.part(1..<rest.count).trimmed() }
    text = rest.string
  }

  /// Reads `[00:12]`, `(00:12)`, `00:12 –`, `[00:12 - 00:30]`, `12 мин.`.
  private mutating func takeTime(_ rest: inout Bytes) -> Bool {
    let isBracketed = rest.first == ASCII.openBracket || rest.first == 0x28
    var at = isBracketed ? 1 : 0
    guard let start = CaptionTime.stamp(rest, at: &at) else { return !isBracketed && takeMinutes(&rest) }
    var end: Int?
    if isBracketed, at < rest.count {
      let behind = rest.part(at..<rest.count).withoutDash
      var next = 0
      end = CaptionTime.stamp(behind, at: &next)
      if end != nil { at = rest.count - behind.count + next }
    }
    let isClosed = at < rest.count && (rest[at] == ASCII.closeBracket || rest[at] == 0x29)
    guard isBracketed ? isClosed : at == rest.count || rest.part(at..<rest.count).leadingBlank > 0 else { return false }
    startMs = start
    endMs = end.flatMap { $0 > start ? $0 : nil }
    rest = rest.part((isClosed ? at + 1 : at)..<rest.count).trimmed().withoutDash
    return true
  }

  /// Reads `12 мин.` or `1 ч 12 мин 30 сек –`: a full stop or a dash must follow, else it is what was said.
  private mutating func takeMinutes(_ rest: inout Bytes) -> Bool {
    guard let first = rest.first, ASCII.isDigit(first) else { return false }
    var left = rest
    var seconds = 0
    while let (value, unit) = SpokenLine.amount(&left) { seconds += value * unit }
    let isMarked = left.starts(with: ".") || left.isEmpty || left.withoutDash.count < left.count
    guard left.count < rest.count, isMarked else { return false }
    if left.starts(with: ".") { left = left.part(1..<left.count).trimmed() }
    startMs = seconds * 1_000
    rest = left.withoutDash
    return true
  }

  /// A number and its unit in seconds; leaves `rest` as it is where there is none.
  private static func amount(_ rest: inout Bytes) -> (Int, Int)? {
    let digits = rest.prefix(while: ASCII.isDigit).count
    guard (1...3).contains(digits), let value = rest.decimal(0..<digits) else { return nil }
    let behind = rest.part(digits..<rest.count).trimmed()
    let width = behind.prefix { $0 >= 0x80 || ASCII.isLetter($0) }.count
    // A dash is no letter, though its bytes look like one.
    guard let unit = units[behind.part(0..<width).string.lowercased()] else { return nil }
    rest = behind.part(width..<behind.count).trimmed()
    return (value, unit)
  }

  private static let units = [
    "ч": 3_600, "час": 3_600, "саат": 3_600, "soat": 3_600, "соат": 3_600, "h": 3_600, "мин": 60, "мүнөт": 60,
    "min": 60, "daqiqa": 60, "дақиқа": 60, "минут": 60, "минута": 60, "минуты": 60, "сек": 1, "секунд": 1, "секунда": 1,
    "секунды": 1, "sek": 1, "sec": 1, "soniya": 1, "сония": 1,
  ]

  /// Leaves out `Имам:`. Only labels that are known go: `Пайгамбар айтты: …` belongs to the talk. Without a
  /// colon a time must follow.
  private static func takeSpeaker(_ rest: inout Bytes) -> Bool {
    let head = rest.part(0..<min(rest.count, 60))
    let timePlace = head.firstIndex { $0 == ASCII.openBracket || $0 == 0x28 || ASCII.isDigit($0) }
    guard let end = head.position(of: ASCII.colon) ?? timePlace else { return false }
    if let timePlace, timePlace < end, isSpeaker(head.part(0..<timePlace)) {
      var at = ASCII.isDigit(head[timePlace]) ? timePlace : timePlace + 1
      if CaptionTime.stamp(rest, at: &at) != nil {
        rest = rest.part(timePlace..<rest.count)
        return true
      }
    }
    guard head[end] == ASCII.colon, isSpeaker(head.part(0..<end)) else { return false }
    rest = rest.part(end + 1..<rest.count).trimmed()
    return true
  }

  private static func isSpeaker(_ label: Bytes) -> Bool {
    let words = label.string.lowercased().utf8.split { $0 == ASCII.space || ASCII.isDigit($0) }
    return speakers.contains(words.map { String(Substring($0)) }.joined(separator: " "))
  }

  private static let speakers: Set<String> = [
    "имам", "устаз", "устоз", "домла", "молдо", "ведущий", "ведущая", "спикер", "вопрос", "ответ", "алып баруучу",
    "суроо", "жооп", "имом", "бошловчи", "савол", "жавоб", "imom", "ustoz", "domla", "boshlovchi", "savol", "javob",
    "speaker", "host", "imam", "question", "answer", "докладчик", "журналист", "корреспондент", "интервьюер", "гость",
    "слушатель", "слушательница", "модератор", "конок", "мейман", "суроочу", "кабарчы", "мугалим", "ажы",
    "mehmon", "меҳмон", "tinglovchi", "тингловчи", "jurnalist", "suxandon", "жүргізуші", "сұрақ", "жауап", "қонақ",
    "sunucu", "hoca", "soru", "cevap", "konuşmacı", "moderator", "interviewer", "guest", "q", "a",
  ]
}

extension UnsafeRawBufferPointer {
  /// Without a dash or colon in front, and blanks around it.
  fileprivate var withoutDash: Bytes {
    let body = trimmed()
    for dash: StaticString in ["–", "—", "-", ":"] where body.starts(with: dash) {
      return body.part(dash.utf8CodeUnitCount..<body.count).trimmed()
    }
    return self
  }
}
