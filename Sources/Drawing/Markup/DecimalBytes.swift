/// Writes numbers for machines: a dot, no grouping, no exponent.
package enum DecimalBytes {
  /// A number rounded to some decimals (0...6), without trailing zeros. What is no number becomes 0.
  package static func text(_ number: Double, decimals: Int = 2) -> String {
    var scale = 1.0
    for _ in 0..<min(6, max(0, decimals)) { scale *= 10 }
    let scaled = (number * scale).rounded()
    guard scaled.isFinite, abs(scaled) < 9e17 else { return "0" }
    let whole = Int64(abs(scaled))
    let unit = Int64(scale)
    let sign = scaled < 0 ? "-" : ""
    let fraction = String(whole % unit + unit).utf8.dropFirst()
    let digits = fraction.reversed().drop { $0 == UInt8(ascii: "0") }.reversed()
    let tail = digits.isEmpty ? "" : "." + String(decoding: Array(digits), as: UTF8.self)
    return sign + String(whole / unit) + tail
  }
}
