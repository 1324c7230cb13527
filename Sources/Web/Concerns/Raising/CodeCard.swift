import Concerns
import HTML

/// The code, on the pages that follow on sending.
struct CodeCard: Sendable {
  let code: ConcernCode

  var markup: HTML {
    Card.of("Your code") {
      ol(.class("codes"), .id("code")) { li { code.text } }
      p {
        button(
          .type("button"), .class("btn small"), .named("data-copy", "code"),
          .named("data-copied", "Copied"), .flag("hidden")
        ) { "Copy" }
      }
      p {
        """
        Write it down, or print this page: it is shown now and never again. With it you read the \
        answers and write more. Whoever has it can do the same, and nobody can find it again for \
        you.
        """
      }
    }
  }
}
