package import Records
import Storage

extension Workspace {
  /// Checks the creator's or donor's code that an account is to be bound to.
  /// - Throws: `WorkflowError` when there is none of that code.
  package func checkOwner(_ role: DeskRole, _ code: String) throws {
    if role == .creator {
      guard try openForReading().read({ try $0.creators() }).contains(where: { $0.code == code }) else {
        throw WorkflowError("\(code): no such creator; 'minbar creators list' shows the codes")
      }
    }
    if role == .donor { _ = try DonorFiles(places).plan(code) }
  }
}
