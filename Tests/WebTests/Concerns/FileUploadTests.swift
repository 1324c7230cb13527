import AttachmentsTestSupport
import Concerns
import HTTPTypes
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Files of concerns as browsers send and open them.
@Suite struct FileUploadTests {
  private static let attach = "/concerns/code/attach"

  /// How many were taken.
  private func files(_ site: TestSite, beside concern: MatrixConcern) async throws -> Int {
    try await site.stage.store.read { reader in
      try reader.number("SELECT count(*) FROM concern_file WHERE id <> \(concern.file)")
    }
  }

  @Test(arguments: Engine.available)
  func `a picture is shown by the browser and a text is kept, each as what it is`(
    _ engine: Engine
  ) async throws {
    var photograph = JPEGParts(try Sample.bytes("halved.jpg"))
    photograph.insert(0xE1, JPEGParts.exif(1, words: "51 degrees north"))
    let sent = [photograph.file, Array("alert(1); // said at night".utf8)]
    try await withSite(engine) { site in
      let concern = try await MatrixConcern.raise(on: site.stage)
      let browser = LoudBrowser(site: site)
      let code = try await browser.code(of: concern)
      for file in sent {
        #expect(try await browser.upload(Self.attach, [("code", code)], file).status == 200)
      }
      let page = try await browser.post("/concerns/code", ["code": code]).text
      #expect(page.contains("Picture 1 (JPEG, 1 KB)") && page.contains("Open text 2"))
      let picture = try await browser.post("/concerns/code/file", ["code": code, "number": "1"])
      #expect(picture.bytes == (try Sample.bytes("halved.jpg")))
      #expect(picture.headers[.contentType] == "image/jpeg")
      #expect(picture.headers[.contentDisposition] == "inline; filename=\"picture-1.jpg\"")
      let text = try await browser.post("/concerns/code/file", ["code": code, "number": "2"])
      #expect(text.headers[.contentType] == "text/plain; charset=utf-8")
      #expect(text.headers[.contentDisposition] == "attachment; filename=\"text-2.txt\"")
      for answer in [picture, text] {
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        #expect(answer.headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a responder opens it with their key, and gets the passphrase's page without`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine, isDemonstration: true) { site in
      let concern = try await MatrixConcern.raise(on: site.stage)
      let responder = try await concern.unlocked(on: site)
      let browser = LoudBrowser(site: site)
      let code = try await browser.code(of: concern)
      _ = try await browser.upload(Self.attach, [("code", code)], Array("A text.".utf8))
      let id = try await concern.latest(on: site)
      let page = try await responder.get("/concerns/desk/\(id.text)").text
      let link = try #require(page.firstMatch(of: /\/concerns\/desk\/files\/[0-9a-f-]{36}/))
      let opened = try await responder.get(String(link.output))
      #expect(opened.status == 200 && opened.text == "A text.")
      _ = try await responder.post("/concerns/lock", [:], isSigned: true)
      let locked = try await responder.get(String(link.output))
      #expect(locked.status == 200 && locked.text.contains("Unlock your reading key"))
      #expect(!locked.text.contains("A text."))
    }
  }

  @Test(arguments: Engine.available)
  func `what is not taken is said on the page of the concern, which stays`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let concern = try await MatrixConcern.raise(on: site.stage)
      let browser = LoudBrowser(site: site)
      let code = try await browser.code(of: concern)
      var large = try Sample.bytes("halved.jpg")
      large += [UInt8](repeating: 0, count: 10_485_761)
      for (file, sentence) in [
        (large, "This picture has more than 10 MB."), ([], "This file is empty."),
        (Array("%PDF-1.7 ".utf8), "PDF"),
        ([1, 2, 3, 0, 255], "Files of this kind are not taken"),
        ([UInt8](repeating: 0x61, count: 102_401), "This text has more than 100 KB."),
      ] {
        let answer = try await browser.upload(
          Self.attach, [("code", code), ("shown", "yes")], file)
        #expect(answer.status == 422, "\(sentence)")
        #expect(answer.text.contains(sentence), "\(sentence)")
        #expect(answer.text.contains("Nobody knows me."), "\(sentence)")
        #expect(answer.text.contains("<li>\(code)</li>"), "the code is shown still: \(sentence)")
      }
      let none = try await browser.upload(Self.attach, [("code", code)], [], named: "")
      #expect(none.status == 422 && none.text.contains("Choose a file first."))
      #expect(!none.text.contains("<li>\(code)</li>"))
      #expect(try await files(site, beside: concern) == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `a sixth file is refused, and one that is sent twice is one`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let concern = try await MatrixConcern.raise(on: site.stage)
      let browser = LoudBrowser(site: site)
      let code = try await browser.code(of: concern)
      for number in [1, 1, 2, 3, 4, 5, 6] {
        let answer = try await browser.upload(
          Self.attach, [("code", code)], Array("Text \(number)".utf8))
        #expect(answer.status == (number == 6 ? 422 : 200))
        #expect(answer.text.contains("A concern takes 5 files.") == (number > 4))
      }
      #expect(try await files(site, beside: concern) == 5)
    }
  }

  @Test(arguments: Engine.available)
  func `without a right code nothing is read, and the answer is that to any wrong code`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let concern = try await MatrixConcern.raise(on: site.stage)
      let browser = LoudBrowser(site: site)
      _ = try await browser.code(of: concern)
      let never = ConcernCode(in: site.stage.world).text
      let text = Array("A text.".utf8)
      for fields in [[("code", never)], [("code", "abc")], [("number", "1")], []] {
        let answer = try await browser.upload(Self.attach, fields, text)
        #expect(answer.status == 422)
        #expect(answer.text.contains("This code opens nothing."), "\(fields)")
      }
      let opened = try await browser.post("/concerns/code/file", ["code": never, "number": "1"])
      #expect(opened.status == 422 && opened.text.contains("This code opens nothing."))
      let long = [("code", String(repeating: "7", count: 8193))]
      #expect(try await browser.upload(Self.attach, long, text).text.contains("arrive whole"))
      let many = (1...21).map { ("field \($0)", "") }
      #expect(try await browser.upload(Self.attach, many, text).text.contains("arrive whole"))
      #expect(try await files(site, beside: concern) == 0)
    }
  }
}
