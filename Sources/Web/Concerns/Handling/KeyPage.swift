import Concerns
import Demo
import HTML
import Kernel
import SQLStore

/// Making one's reading key.
struct KeyPage: Sendable {
  let visit: Visit
  let state: FormState
  let hasKey: Bool

  init(_ visit: Visit, _ state: FormState, _ reader: any SQLReader) throws {
    guard try Responder.handles(visit.viewer.person, reader: reader) else { throw Absent() }
    self.visit = visit
    self.state = state
    hasKey = try ReadingKey.of(visit.person, reader: reader) != nil
  }

  var page: Page {
    Page(
      hasKey ? "Make a new reading key" : "Make your reading key", in: .concerns,
      under: ConcernPath.deskCrumbs
    ) {
      p {
        """
        Concerns are stored sealed. Your reading key opens those that you may read, and your \
        passphrase opens the key. The server forgets the passphrase as soon as it has been used.
        """
      }
      if hasKey {
        NoticeBox.of(.warn, heading: "You have a key already") {
          p {
            """
            A new one opens nothing at first. Another responder, or the recovery sheet of your \
            group, then lets you read what is there.
            """
          }
        }
      }
      Form.of(visit, ConcernPath.key.location(), state) {
        Field(
          Passphrase.Field.passphrase, "Passphrase",
          hint: "At least 12 characters: some words that only you put together. Not your password."
        ).text(state, type: "password", .named("autocomplete", "new-password"))
        Field(Passphrase.Field.again, "The same again")
          .text(state, type: "password", .named("autocomplete", "new-password"))
        Form.acts("Make the key", cancel: ConcernPath.desk.location())
      }
      p(.class("soft")) {
        """
        If you lose it, nobody can find it for you: you make a new key, and someone lets you read \
        again.
        """
      }
    }
  }
}

/// Unlocking one's reading key for an hour.
struct UnlockPage: Sendable {
  let visit: Visit
  let state: FormState
  /// What was written and could not be kept, to be copied.
  private let words: String

  /// The field that says which concern to go on to.
  static let thenField = "then"

  init(_ visit: Visit, _ state: FormState, _ reader: any SQLReader) throws {
    guard try ReadingKey.of(visit.person, reader: reader) != nil else { throw Absent() }
    self.visit = visit
    self.state = state
    self.words = ""
  }

  /// The form in place of what is locked still.
  /// - Parameters:
  ///   - concern: where to go on to.
  ///   - words: what was written and could not be kept.
  init(_ visit: Visit, before concern: ID<Concern>?, keeping words: String = "") {
    self.visit = visit
    self.words = words
    let then = concern.map { [(Self.thenField, $0.text)] } ?? []
    self.state = FormState(fields: FormFields(then))
  }

  var page: Page {
    Page("Unlock your reading key", in: .concerns, under: ConcernPath.deskCrumbs) {
      if !words.isEmpty {
        NoticeBox.of(.warn, heading: "Your key was locked meanwhile") {
          p { "What you wrote is not sent. Copy it, unlock your key, and send it again:" }
          Paragraphs.of(words)
        }
      }
      form
    }
  }

  /// The form, also for other pages.
  var form: HTML {
    Form.of(visit, ConcernPath.unlock.location(), state) {
      if let then = state.fields.given(Self.thenField) {
        input(.type("hidden"), .name(Self.thenField), .value(then))
      }
      Field(
        Passphrase.Field.passphrase, "Passphrase of your reading key",
        hint: visit.isDemonstration
          ? "In the demonstration it is: \(DemonstrationPassphrase.text)"
          : "It stays unlocked in this browser for an hour, or until you lock it."
      ).text(state, type: "password", .named("autocomplete", "current-password"))
      Form.acts("Unlock")
      p { a(.href(ConcernPath.key.location())) { "I have lost it" } }
    }
  }
}
