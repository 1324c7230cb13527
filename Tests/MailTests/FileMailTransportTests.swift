import Foundation
import Mail
import Testing

@Suite struct FileMailTransportTests {
  @Test func `Each message becomes a file, and the same message the same file`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())/mail")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let transport = FileMailTransport(folder: folder)
    var second = try Letters.message(subject: "Second")
    second.stamp = MailMessage.Stamp(messageID: "x/y|z@riverbend.example", date: 5)
    let message = try Letters.message()
    let first = "01795298040123-0190-42@riverbend.example.eml"
    #expect(transport.deliver(message) == .accepted(answer: first))
    #expect(transport.deliver(message) == .accepted(answer: first))
    #expect(
      transport.deliver(second) == .accepted(answer: "00000000000005-x_y_z@riverbend.example.eml"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        == ["00000000000005-x_y_z@riverbend.example.eml", first])
    #expect(Array(try Data(contentsOf: folder.appending(path: first))) == (try message.bytes()))
  }

  @Test func `A message that cannot be written is refused for good`() throws {
    let transport = FileMailTransport(folder: FileManager.default.temporaryDirectory)
    #expect(
      transport.deliver(try Letters.message(subject: "a\nb"))
        == .refused(
          code: nil, answer: "The header Subject holds a line break or control character."))
  }

  @Test func `A folder that cannot be made is a matter for later`() throws {
    let transport = FileMailTransport(folder: URL(filePath: "/dev/null/mail"))
    guard case .tryLater(code: nil, _) = transport.deliver(try Letters.message()) else {
      Issue.record("The message must wait.")
      return
    }
  }
}
