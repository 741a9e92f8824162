import Glibc

/// libFuzzer's entry: the target is named by the variable MINBAR_FUZZ. Pieces of a size that the input chooses must
/// give what the whole gives.
private let target = getenv("MINBAR_FUZZ").flatMap { FuzzTarget(rawValue: String(cString: $0)) }

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let target else {
    fatalError("MINBAR_FUZZ must name one of: " + FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))
  }
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do {
    let whole = try target.run(bytes)
    let size = Int(bytes.last ?? 0) % 17 + 1
    let pieces = try target.run(bytes, pieceLimit: size)
    precondition(whole == pieces, "pieces of \(size) bytes read differently")
  } catch {
    fatalError("\(error)")
  }
  return 0
}
