import Foundation
import Testing

@testable import Workflows

@Suite("Cores") struct CoresTests {
  @Test("counts the cores that the kernel allows", arguments: [("1", 1), ("3", 2), ("f0", 4), ("ff,ffffffff", 40)])
  func allowed(_ example: (mask: String, cores: Int)) {
    let status = Data("Name:\tminbar\nCpus_allowed:\t\(example.mask)\nCpus_allowed_list:\t0\n".utf8)
    #expect(Cores.allowed(in: status) == example.cores)
  }

  @Test("knows nothing without the line, and never says that there are none")
  func missing() {
    #expect(Cores.allowed(in: Data("Name:\tminbar\n".utf8)) == nil)
    #expect(Cores.available >= 1)
  }
}
