import Mail

/// Messages of a fictional hospital.
enum Letters {
  /// 21 November 2026, 21:54 UTC.
  static let stamp = MailMessage.Stamp(
    messageID: "0190-42@riverbend.example", date: 1_795_298_040_123)

  /// A message from the office to a resident.
  static func message(subject: String = "Seat approved", text: String = "Hello Ana,\n") throws
    -> MailMessage
  {
    MailMessage(
      from: Mailbox(try MailAddress("gme@riverbend.example"), name: "GME Office"),
      to: Mailbox(try MailAddress("ana.nunez@riverbend.example"), name: "Ana Núñez"),
      subject: subject, text: text, stamp: stamp)
  }
}
