import HTML

/// What is asked before something is done that is hard to take back.
struct DesignQuestions: Sendable {
  let visit: Visit

  var markup: HTML {
    div(.class("cols")) {
      Card.of("A page that asks") {
        p { "What the role allows is over with the next click. Its deputies lose it as well." }
        div(.class("acts")) {
          button(.class("btn danger"), .type("button")) { "End it now" }
          Sample.link("Cancel", "btn quiet", to: "questions")
        }
      }
      Card.of("A dialog that asks") {
        p { "With the script it opens in front of the page; without it, its link is followed." }
        p {
          Dialog.link(
            "Open the dialog", opens: "sample-dialog", otherwise: Location(fragment: "questions"))
        }
        Dialog.of("sample-dialog", "End this role?") {
          p { "What the role allows is over at once." }
          div(.class("acts")) {
            button(.class("btn danger"), .type("button"), .flag("data-close")) { "End it now" }
            button(.class("btn quiet"), .type("button"), .flag("data-close")) { "Cancel" }
          }
        }
      }
    }
  }
}
