import Records

/// What divides the numbers of an audience or traffic table. Raw values are the keys of `Observation.dimensions`
/// and the ids of column roles; they never change.
enum StudioDimension: String, CaseIterable {
  case country, city
  case cityName = "city_name"
  case trafficSource = "traffic_source"
  case age, gender, subscription
  case viewerType = "viewer_type"
  case device, os
  case contentType = "content_type"
  case subtitles
  case infoLanguage = "info_language"
  case translation
  case subscriptionSource = "subscription_source"
  case sharingService = "sharing_service"
  case playbackLocation = "playback_location"
  case playlist, post, card
  case endScreen = "end_screen"
  /// Whether viewers came by themselves or through advertisements.
  case audience

  /// Whether the parts of a breakdown make up all views, so that its Total row stands for the whole. The others
  /// count only what has the property: the total of a table by playlist is not the channel's.
  var isWhole: Bool {
    switch self {
    case .country, .trafficSource, .subscription, .device, .os, .contentType, .playbackLocation, .viewerType: true
    default: false
    }
  }

  /// The key and language-free value that a cell stands for, and what it says beside; nil if the cell is no
  /// value of this dimension. Values that no list knows are kept as stated.
  func pairs(_ cell: Bytes) -> [(key: String, value: String)]? {
    let body = cell.trimmed()
    guard !body.isEmpty, body.count <= 200 else { return nil }
    switch self {
    case .country: return StudioDimension.isCountry(body) ? [(rawValue, body.string)] : nil
    case .age: return [(rawValue, AgeBand.code(body) ?? stated(body))]
    case .trafficSource: return trafficPairs(body)
    default: return [(rawValue, DimensionNames.code(self, stated(body)) ?? stated(body))]
    }
  }

  /// Two capital letters (ISO 3166-1 alpha-2).
  static func isCountry(_ body: Bytes) -> Bool { body.count == 2 && body.allSatisfy { $0 >= 0x41 && $0 <= 0x5A } }

  /// The place id of a city: `0x89c2…:0xc80b…`.
  static func isPlaceID(_ body: Bytes) -> Bool {
    guard let colon = body.position(of: ASCII.colon) else { return false }
    return [body.part(0..<colon), body.part(colon + 1..<body.count)].allSatisfy { part in
      part.count > 2 && part.count <= 18 && part.starts(with: "0x")
        && part.dropFirst(2).allSatisfy { ASCII.isDigit($0) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66) }
    }
  }

  /// `YT_RELATED.<video>` of a drill-down is a source and what exactly it was.
  private func trafficPairs(_ body: Bytes) -> [(key: String, value: String)] {
    if let dot = body.position(of: ASCII.dot), dot > 0, dot + 1 < body.count,
      let source = DimensionNames.code(self, body.part(0..<dot).string), body.part(0..<dot).isConstantName
    {
      return [(rawValue, source), ("traffic_detail", stated(body.part(dot + 1..<body.count)))]
    }
    return [(rawValue, DimensionNames.code(self, stated(body)) ?? stated(body))]
  }

  /// The cell with its white space made plain.
  private func stated(_ body: Bytes) -> String {
    body.trimmed().string.unicodeScalars.split { $0 == " " || $0 == "\u{A0}" || $0.value < 0x20 }
      .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }
}

/// Bands of age in any language: only their digits count.
enum AgeBand {
  /// `18-24` for `18–24 years` and `age18-24`, `65+` for `65+ лет` and `age65-`; nil for anything else.
  static func code(_ cell: Bytes) -> String? {
    let numbers = cell.split { !ASCII.isDigit($0) }.map { Int(decimalDigits: $0) }
    switch numbers.count {
    case 2:
      guard let low = numbers[0], let high = numbers[1], low < high, (10...120).contains(low), high <= 120 else {
        return nil
      }
      return "\(low)-\(high)"
    case 1:
      guard let low = numbers[0], low == 65 || cell.contains(ASCII.plus), (10...120).contains(low) else { return nil }
      return "\(low)+"
    default: return nil
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Capitals, digits and `_` only, as the platform's programs name things.
  fileprivate var isConstantName: Bool {
    allSatisfy { ($0 >= 0x41 && $0 <= 0x5A) || $0 == 0x5F || ASCII.isDigit($0) }
  }
}
