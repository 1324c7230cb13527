import AttachmentsTestSupport
import Elections
import ElectionsTestSupport
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Pictures of candidates as a browser sends them.
@Suite struct PortraitUploadTests {
  /// A file with the name and type that whoever sends it claims.
  private struct Sent {
    var name = "me.jpg"
    var type = "image/jpeg"
    let bytes: [UInt8]
  }

  /// A JPEG file that says where it was taken, with something behind its end.
  private func photograph() throws -> [UInt8] {
    var file = JPEGParts(try Sample.bytes("halved.jpg"))
    file.insert(0xE1, JPEGParts.exif(1, words: "51 degrees north"))
    file.insert(0xFE, Array("by my phone".utf8))
    return file.file + Array("a second file".utf8)
  }

  private func send(
    _ sent: Sent, to path: String, as person: PersonID, _ site: TestSite
  ) async throws -> TestSite.Answer {
    // Opens a session, as opening the form does.
    _ = try await site.get(path, as: person)
    let boundary = "a-boundary"
    let head =
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; "
      + "filename=\"\(sent.name)\"\r\nContent-Type: \(sent.type)\r\n\r\n"
    let body = Array(head.utf8) + sent.bytes + Array("\r\n--\(boundary)--\r\n".utf8)
    var headers = HTTPFields()
    headers[.cookie] = "housestaff=token-of-\(person.text)"
    headers[HTTPField.Name("Sec-Fetch-Site") ?? .origin] = "same-origin"
    headers[.contentType] = "multipart/form-data; boundary=\(boundary)"
    let answer = try await site.client.execute(
      uri: path, method: .post, headers: headers, body: ByteBuffer(bytes: body))
    return TestSite.Answer(
      status: answer.status.code, location: answer.headers[.location],
      text: String(buffer: answer.body))
  }

  /// Lends an election in which someone stands, with the address of the form for their picture.
  private func withCandidate(
    _ engine: Engine, _ body: @escaping @Sendable (Ward, TestSite, String) async throws -> Void
  ) async throws {
    try await withWardSite(engine) { ward, site in
      let begun = try await site.post(
        "/organizations/\(ward.organization.text)/elections/begin", as: ward.chief, ward.typed)
      let election = try #require(begun.location)
      _ = try await site.post(election + "/announce", as: ward.chief)
      #expect(try await site.post(election + "/stand", as: ward.lee).status == 303)
      try await body(ward, site, election + "/portrait")
    }
  }

  private func pictures(_ ward: Ward) async throws -> [[UInt8]] {
    try await ward.stage.store.read { reader in
      try reader.rows("SELECT portrait FROM candidate WHERE portrait IS NOT NULL")
        .map { try $0.bytes("portrait") }
    }
  }

  @Test(arguments: Engine.available)
  func `a picture is shown without place, device and what stands behind it`(
    _ engine: Engine
  ) async throws {
    let photograph = try photograph()
    try await withCandidate(engine) { ward, site, path in
      let answer = try await send(Sent(bytes: photograph), to: path, as: ward.lee, site)
      #expect(answer.status == 303)
      let page = try await site.get(String(path.dropLast("/portrait".count)), as: ward.kim)
      let image = try #require(page.text.firstMatch(of: /\/candidates\/[0-9a-f-]{36}\/portrait/))
      let shown = try await site.get(String(image.output), as: ward.kim)
      #expect(shown.status == 200)
      for secret in ["51 degrees", "Exif", "my phone", "a second file"] {
        #expect(!shown.text.contains(secret), "\(secret)")
      }
      #expect(try await pictures(ward) == [Sample.bytes("halved.jpg")])
      #expect(try await site.get(String(image.output)).status == 303)
    }
  }

  @Test(arguments: Engine.available)
  func `by its content a file is known, whatever its name and type say`(
    _ engine: Engine
  ) async throws {
    try await withCandidate(engine) { ward, site, path in
      let program = [UInt8]("MZ".utf8) + [UInt8](repeating: 0x90, count: 500)
      let others = [
        Sent(bytes: program), Sent(name: "me.png", type: "image/png", bytes: program),
        Sent(name: "me.gif", type: "image/gif", bytes: Array("GIF89a\u{1}\0\u{1}\0".utf8)),
        Sent(bytes: Array("<svg onload='alert(1)'></svg>".utf8)),
      ]
      for sent in others {
        let answer = try await send(sent, to: path, as: ward.lee, site)
        #expect(answer.status == 422, "\(sent.name)")
        #expect(answer.text.contains("Choose a picture in JPEG or PNG format."), "\(sent.name)")
      }
      let cut = try await send(
        Sent(bytes: [0xFF, 0xD8, 0xFF, 0xE1, 0x40]), to: path, as: ward.lee, site)
      #expect(cut.status == 422 && cut.text.contains("is damaged"))
      #expect(try await pictures(ward) == [])
    }
  }

  @Test(arguments: Engine.available)
  func `a picture of more than a megabyte is refused, and one of many is not even read`(
    _ engine: Engine
  ) async throws {
    let photograph = try photograph()
    try await withCandidate(engine) { ward, site, path in
      for size in [Portrait.mostBytes + 1, 6 * Portrait.mostBytes] {
        let padding = [UInt8](repeating: 0, count: size - photograph.count)
        let answer = try await send(
          Sent(bytes: photograph + padding), to: path, as: ward.lee, site)
        #expect(answer.status == 422)
        #expect(answer.text.contains("The picture has more than 1 MB. Choose a smaller one."))
      }
      #expect(try await pictures(ward) == [])
    }
  }

  @Test(arguments: Engine.available)
  func `whoever does not stand shows no picture, and nobody shows another's`(
    _ engine: Engine
  ) async throws {
    let photograph = try photograph()
    try await withCandidate(engine) { ward, site, path in
      for person in [ward.kim, ward.chief, ward.cast.office] {
        let answer = try await send(Sent(bytes: photograph), to: path, as: person, site)
        #expect(answer.status == 404)
      }
      #expect(try await pictures(ward) == [])
    }
  }
}
