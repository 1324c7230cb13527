import Concerns
import HTML
import Kernel

/// Where a code is typed. The answer to a wrong one says nothing but that.
struct CodeEntryPage: Sendable {
  let visit: Visit
  let state: FormState

  var page: Page {
    Page("Open a concern with its code", in: .concerns) {
      p {
        """
        This page does not know who you are, and keeps nothing of your visit. It opens what you \
        raised, with or without your name.
        """
      }
      Form.of(visit, ConcernPath.code.location(), state) {
        Field(
          WrittenConcern.Field.code, "Your code",
          hint: "The 30 letters and digits that you saw when you sent it."
        ).text(state, .named("autocomplete", "off"), .named("spellcheck", "false"))
        Form.acts("Open it")
      }
      p(.class("soft")) { "A code that is lost cannot be found again, by anybody." }
    }
  }
}
