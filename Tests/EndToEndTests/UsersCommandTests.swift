import TestSupport
import Testing

@Suite struct UsersCommandTests {
  @Test func accountsAreAddedListedChangedAndRemoved() throws {
    let folder = try TemporaryFolder()
    let program = Program(folder: folder.path)
    try program.run("init")
    try program.run("creators", "import", ProjectFolder.path + "Samples/creators.csv")
    let added = try program.run("users", "add", "K7", "--role", "administrator")
    #expect(added.status == 0 && added.output.contains("http://127.0.0.1:8080/enter/"))
    #expect(try program.run("users", "add", "k7", "--role", "staff").status == 1)
    #expect(try program.run("users", "add", "owner", "--role", "staff").status == 1)
    #expect(try program.run("users", "add", "Y1", "--role", "creator", "--for", "K99").status == 1)
    #expect(try program.run("users", "add", "Y1", "--role", "creator").status == 1)
    #expect(try program.run("users", "add", "Y1", "--role", "creator", "--for", "K01").status == 0)
    #expect(try program.run("users", "add", "D1", "--role", "donor", "--for", "sample").status == 0)
    let list = try program.run("users", "list").output
    #expect(list.contains("K7    administrator") && list.contains("Y1    creator") && list.contains("D1    donor"))
    #expect(try program.run("users", "role", "K7", "staff").output.contains("K7: staff"))
    #expect(try program.run("users", "link", "Y1").output.contains("/enter/"))
    let made = try program.run("users", "token", "K7", "--make", "--days", "7").output
    #expect(made.contains("Works for 7 days") && made.contains("minbar_"))
    #expect(try program.run("users", "token", "K7").output.contains("works until"))
    #expect(try program.run("users", "token", "K7", "--revoke", "1").status == 0)
    #expect(try program.run("users", "token", "K7", "--revoke", "1").status == 1)
    #expect(try program.run("users", "token", "K7", "--make", "--days", "366").status == 2)
    #expect(try program.run("users", "reset", "K7").output.contains("/enter/"))
    #expect(try program.run("users", "remove", "D1").status == 0)
    #expect(try program.run("users", "remove", "D1").status == 1)
    #expect(try !program.run("users", "list").output.contains("D1"))
  }
}
