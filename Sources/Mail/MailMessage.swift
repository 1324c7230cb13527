/// One message to one person, as values; `bytes()` writes it out.
///
/// One recipient each: nobody reads another's address, and each delivery has one outcome.
package struct MailMessage: Hashable, Sendable {
  /// What makes a message this one: given by the caller, so that a retry is the same message.
  package struct Stamp: Hashable, Sendable {
    /// The Message-ID without its angle brackets: `left@right`, never used for another message.
    package var messageID: String
    /// The moment that the Date header tells, in milliseconds since 1970.
    package var date: Int64

    /// Joins an identifier and a moment.
    package init(messageID: String, date: Int64) {
      self.messageID = messageID
      self.date = date
    }
  }

  /// A further header; its value may hold any printable text.
  package struct Header: Hashable, Sendable {
    /// The name, such as `X-Housestaff-Kind`.
    package var name: String
    /// The value as people read it: `bytes()` encodes and folds it.
    package var value: String

    /// Joins a name and a value.
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The sender that people see; the envelope's as well, unless the relay names another.
  package var from: Mailbox
  /// The recipient.
  package var to: Mailbox
  /// Where answers go, when not to the sender.
  package var replyTo: Mailbox?
  /// The subject in any script.
  package var subject: String
  /// The body as plain text; any line endings.
  package var text: String
  /// The body as HTML beside the text.
  package var html: String?
  /// The identifier and the date.
  package var stamp: Stamp
  /// Where one leaves a list; an https address also offers to leave in one click (RFC 8058).
  package var unsubscribeURL: String?
  /// Whether to say that no person wrote this, so that absence notices stay away (RFC 3834).
  package var isAutomatic = true
  /// Further headers, in order.
  package var headers: [Header] = []

  /// Makes a message; set what else it needs.
  package init(from: Mailbox, to: Mailbox, subject: String, text: String, stamp: Stamp) {
    self.from = from
    self.to = to
    self.subject = subject
    self.text = text
    self.stamp = stamp
  }
}
