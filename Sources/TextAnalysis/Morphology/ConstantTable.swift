/// An array that never changes, read by address: look-ups in the innermost loops pay for no check and no reference count.
///
/// Indices must come from tables that were compiled together with it, never from input.
struct ConstantTable<Element: BitwiseCopyable & Sendable>: Sendable {
  /// Keeps the memory while any copy lives.
  private final class Owner: Sendable {
    // Written before anybody can see it, freed in deinit.
    nonisolated(unsafe) let start: UnsafeMutablePointer<Element>

    init(_ elements: [Element]) {
      start = .allocate(capacity: max(elements.count, 1))
      for (index, element) in elements.enumerated() { (start + index).initialize(to: element) }
    }

    deinit { start.deallocate() }
  }

  private let owner: Owner
  // Points into the owner's memory, which is never written again.
  private nonisolated(unsafe) let start: UnsafePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    owner = Owner(elements)
    start = UnsafePointer(owner.start)
    count = elements.count
  }

  @inline(__always)
  subscript(index: Int) -> Element { start[index] }

  @inline(__always)
  subscript(index: Int32) -> Element { start[Int(index)] }
}
