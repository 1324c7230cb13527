import Credentials
import Testing

@Suite struct OneTimePasswordTests {
  private let otp = OneTimePassword(secret: Array("12345678901234567890".utf8))
  private let noon: Int64 = 1_111_111_111_000

  // RFC 6238, appendix B, SHA-1: the last six of the eight digits.
  @Test(arguments: [
    (Int64(59), "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
    (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
  ])
  func `Codes are those of RFC 6238`(seconds: Int64, code: String) {
    #expect(otp.code(step: OneTimePassword.step(at: seconds * 1_000)) == code)
  }

  // RFC 4226, appendix D.
  @Test func `Codes are those of RFC 4226`() {
    #expect(
      (0..<10).map { otp.code(step: $0) } == [
        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
        "520489",
      ])
  }

  @Test func `A code works in its step and in the one before and after`() {
    let step = OneTimePassword.step(at: noon)
    let accepted = (-3...3).map { drift in
      otp.acceptedStep(for: otp.code(step: step + drift), at: noon, after: nil)
    }
    #expect(accepted == [nil, nil, step - 1, step, step + 1, nil, nil])
  }

  @Test func `A code works once, and none before it works afterwards`() {
    let step = OneTimePassword.step(at: noon)
    #expect(otp.acceptedStep(for: otp.code(step: step), at: noon, after: step - 1) == step)
    #expect(otp.acceptedStep(for: otp.code(step: step), at: noon, after: step) == nil)
    #expect(otp.acceptedStep(for: otp.code(step: step - 1), at: noon, after: step) == nil)
    #expect(otp.acceptedStep(for: otp.code(step: step + 1), at: noon, after: step) == step + 1)
  }

  @Test(arguments: ["050471", " 050 471 ", "٠٥٠٤٧١", "０５０４７１"])
  func `A code may be typed with spaces and in any script`(typed: String) {
    #expect(
      otp.acceptedStep(for: typed, at: noon, after: nil) == OneTimePassword.step(at: noon))
  }

  @Test(arguments: ["", "05047", "0504711", "050472", "05047l", "-50471", "0504x1", "14050471"])
  func `What is not the code is refused`(typed: String) {
    #expect(otp.acceptedStep(for: typed, at: noon, after: nil) == nil)
  }

  @Test func `The first moments of 1970 have no step before them`() {
    #expect(otp.acceptedStep(for: otp.code(step: 0), at: 0, after: nil) == 0)
    #expect(otp.acceptedStep(for: otp.code(step: -1), at: 0, after: nil) == nil)
  }

  // RFC 4648, section 10, without padding.
  @Test(arguments: [
    ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
    ("foobar", "MZXW6YTBOI"),
  ])
  func `A secret is base32 of RFC 4648, both ways`(plain: String, base32: String) {
    let otp = OneTimePassword(secret: Array(plain.utf8))
    #expect(otp.base32 == base32)
    #expect(OneTimePassword(base32: base32) == otp)
  }

  @Test func `A typed secret may be spaced, padded and in small letters`() {
    #expect(OneTimePassword(base32: "mzxw 6ytb-oi======")?.secret == Array("foobar".utf8))
    for wrong in ["", "  ", "MZXW1", "MZXW6É"] { #expect(OneTimePassword(base32: wrong) == nil) }
  }

  @Test func `A new secret has the 160 bits of its source`() {
    let source = RandomBytes { count in (0..<count).map { UInt8($0) } }
    #expect(OneTimePassword(random: source).secret == Array(0..<20))
    #expect(OneTimePassword(random: .system) != OneTimePassword(random: .system))
  }

  @Test func `The address names issuer and account, whatever is in their names`() {
    #expect(
      otp.uri(issuer: "Riverbend: R&D", account: "ana+é@x.example")
        == "otpauth://totp/Riverbend%3A%20R%26D:ana%2B%C3%A9%40x.example"
        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Riverbend%3A%20R%26D"
        + "&algorithm=SHA1&digits=6&period=30")
  }

  @Test func `A secret does not print`() {
    var dumped = ""
    dump(otp, to: &dumped)
    #expect("\(otp) \(String(reflecting: otp)) \(dumped)".contains("49") == false)
  }
}
