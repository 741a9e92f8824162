import Foundation
import Ingestion
import Testing

/// How well encodings are told apart: generated texts in each of them, counted as right, unsure or wrong. Wrong must
/// not happen; unsure costs the user a question.
///
/// `MINBAR_TEXTS=FOLDER` measures on the lines of the UTF-8 files there instead, and `MINBAR_FIGURES=FILE` keeps the
/// figures.
@Suite struct EncodingAccuracyTests {
  /// Names that Python and others know the encodings by, in the order of the figures.
  private static let encodings: [(name: String, encoding: TextEncoding, mark: [UInt8])] =
    [
      ("UTF-8", .utf8, []), ("UTF-8 with mark", .utf8, [0xEF, 0xBB, 0xBF]),
      ("UTF-16LE", .utf16LittleEndian, []), ("UTF-16LE with mark", .utf16LittleEndian, [0xFF, 0xFE]),
      ("UTF-16BE", .utf16BigEndian, []), ("UTF-16BE with mark", .utf16BigEndian, [0xFE, 0xFF]),
    ] + CyrillicPage.allCases.map { ($0.rawValue, .cyrillic($0), []) }

  private struct Figure {
    var right = 0
    var unsure = 0
    var wrong = 0
    var total: Int { right + unsure + wrong }
  }

  @Test func encodingsAreToldApart() throws {
    var texts = SampleTexts(lines: try Self.lines())
    var report: [String] = ["kind\tencoding\tright\tunsure\twrong"]
    for kind in SampleTexts.Kind.allCases {
      let samples = (0..<Self.rounds).map { _ in texts.next(kind) }
      for (name, encoding, mark) in Self.encodings {
        var figure = Figure()
        for text in samples { Self.judge(text, encoding, mark, &figure) }
        report.append("\(kind)\t\(name)\t\(figure.right)\t\(figure.unsure)\t\(figure.wrong)")
        #expect(figure.wrong == 0, "\(kind) in \(name): \(figure)")
        let floor = if case .cyrillic(let page) = encoding { kind.floor(page) } else { 1.0 }
        #expect(Double(figure.right) >= floor * Double(figure.total), "\(kind) in \(name): \(figure)")
      }
    }
    if let path = ProcessInfo.processInfo.environment["MINBAR_FIGURES"] {
      try (report.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
  }

  private static let rounds = ProcessInfo.processInfo.environment["MINBAR_TEXTS"] == nil ? 40 : 400

  private static func lines() throws -> [String] {
    guard let folder = ProcessInfo.processInfo.environment["MINBAR_TEXTS"] else { return SampleTexts.ownLines }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try names.flatMap { name in
      try String(contentsOfFile: folder + "/" + name, encoding: .utf8).split(separator: "\n").map(String.init)
    }
  }

  private static func judge(_ text: String, _ encoding: TextEncoding, _ mark: [UInt8], _ figure: inout Figure) {
    // What a page cannot write is left out.
    let text = if case .cyrillic(let page) = encoding { Pages.encodable(text, page) } else { text }
    let bytes = mark + encode(text, encoding)
    switch bytes.withUnsafeBytes({ EncodingDetector.detect($0, isWhole: true) }) {
    case .unsure: figure.unsure += 1
    case .certain(let found, let length):
      let decoded = decode(Array(bytes.dropFirst(length)), found)
      if decoded == text { figure.right += 1 } else { figure.wrong += 1 }
    }
  }

  private static func encode(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .cyrillic(let page):
      text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : Pages.bytes[page]?[$0] ?? 0x3F }
    }
  }

  private static func decode(_ bytes: [UInt8], _ encoding: TextEncoding) -> String {
    let source = textSource(ByteReader(MemorySource(bytes)), encoding: encoding)
    var output: [UInt8] = []
    while let piece = try? source.nextPiece() { output += piece.bytes }
    return String(decoding: output, as: UTF8.self)
  }
}

/// The bytes of each letter in each page.
private enum Pages {
  static let bytes: [CyrillicPage: [Unicode.Scalar: UInt8]] = {
    var all: [CyrillicPage: [Unicode.Scalar: UInt8]] = [:]
    for page in CyrillicPage.allCases {
      for byte in UInt8(0x80)...0xFF {
        let source = textSource(ByteReader(MemorySource([byte])), encoding: .cyrillic(page))
        guard let piece = try? source.nextPiece(),
          let letter = String(decoding: piece.bytes, as: UTF8.self).unicodeScalars.first, letter != "\u{FFFD}"
        else { continue }
        all[page, default: [:]][letter] = byte
      }
    }
    return all
  }()

  static func encodable(_ text: String, _ page: CyrillicPage) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let letter = substitutes[scalar] ?? scalar
      if letter.isASCII || bytes[page]?[letter] != nil { output.append(letter) }
    }
    return String(output)
  }

  /// What people type where the letters of Kyrgyz and Uzbek are missing.
  private static let substitutes: [Unicode.Scalar: Unicode.Scalar] = [
    "ң": "н", "ө": "о", "ү": "у", "Ң": "Н", "Ө": "О", "Ү": "У", "қ": "к", "ғ": "г", "ҳ": "х", "ў": "у", "Қ": "К",
    "Ғ": "Г", "Ҳ": "Х", "Ў": "У",
  ]
}

/// Texts of about a kilobyte.
private struct SampleTexts {
  enum Kind: CaseIterable {
    /// Sentences.
    case prose
    /// Sentences in capitals alone.
    case capitals
    /// A table of numbers with Cyrillic names in some columns.
    case table
    /// A table in which only a header and a few words are Cyrillic.
    case sparse
    /// Sentences between Latin ones.
    case mixed

    /// The least share that must be told right. Capitals are the same bytes in the pages of DOS and of old Macs.
    func floor(_ page: CyrillicPage) -> Double {
      self == .capitals && (page == .ibm866 || page == .macCyrillic) ? 0 : 0.99
    }
  }

  private var random = Random(seed: 1_251)
  private let sentences: [String]
  private let words: [String]

  init(lines: [String]) {
    sentences = lines.filter { $0.unicodeScalars.contains { ("а"..."я").contains($0) } }
    words = sentences.flatMap { $0.split(separator: " ").map(String.init) }
      .filter { word in word.unicodeScalars.allSatisfy { ("а"..."я").contains($0) || ("А"..."Я").contains($0) } }
  }

  mutating func next(_ kind: Kind) -> String {
    switch kind {
    case .prose: prose(1_024)
    case .capitals: prose(1_024).uppercased()
    case .table: table(rows: 20, cyrillicEvery: 1)
    case .sparse: table(rows: 25, cyrillicEvery: 8)
    case .mixed: prose(400) + "\nThe lesson is about patience and knowledge, 12:30.\n" + prose(500)
    }
  }

  private mutating func prose(_ length: Int) -> String {
    var text = ""
    while text.unicodeScalars.count < length {
      text += (sentences.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "\r\n")
    }
    return text
  }

  private mutating func table(rows: Int, cyrillicEvery step: Int) -> String {
    var text = "Дата;Название;Просмотры;Время просмотра (часы);Подписчики\r\n"
    for row in 0..<rows {
      let day = Int.random(in: 1...28, using: &random)
      let title = row % step == 0 ? phrase(Int.random(in: 1...4, using: &random)) : "Video \(row)"
      let numbers = (0..<3).map { _ in "\(Int.random(in: 0...20_000, using: &random))" }.joined(separator: ";")
      text += "\(day).10.2026;\(title);\(numbers)\r\n"
    }
    return text
  }

  private mutating func phrase(_ count: Int) -> String {
    (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
  }

  static let ownLines = [
    "Ассаламу алейкум, дорогие братья и сёстры! Сегодня мы поговорим о терпении и благодарности.",
    "Почему девочкам нужно учиться? «Читай» — первое слово, с которым обратились к людям.",
    "Спасибо, устаз, очень полезный урок; расскажите подробнее о правах соседей и о мире в семье.",
    "Я согласен не со всем: объясните, пожалуйста, вторую часть ещё раз, №2 слышно плохо.",
    "В нашем селе открыли библиотеку, щедрые люди купили книги, юноши и девушки ходят туда вечерами.",
    "Эта речь — хороший пример для молодёжи… Жду продолжения, удачи вам и здоровья!",
    "Кыздарга билим берүү ата-эненин милдети, устаз туура айтты, Аллах ыраазы болсун.",
    "Рахмат сизге, абдан пайдалуу сабак болду, балдарыбызга көрсөтөм, кийинкисин күтөбүз.",
    "Коңшуга жакшылык кылуу, карыяларды сыйлоо жана эмгектенүү тууралуу айтып бериңизчи.",
    "Тынчтык баарынан кымбат, бири-бирибизди угуп, түшүнүп жашайлы, бир туугандар.",
    "Раҳмат домла, жуда яхши маъруза бўлди, илм олиш ҳар бир мусулмонга фарз экан.",
    "Қизлар ҳам ўқисин, билимли она фарзандини тўғри тарбиялайди, барака топинг.",
  ]
}
