import HTML

/// Buttons and links, in all their states.
struct DesignActions: Sendable {
  let visit: Visit

  var markup: HTML {
    div(.class("cols")) {
      Card.of("Buttons") {
        p(.class("soft")) { "One primary button a page: the thing to do." }
        div(.class("acts")) {
          button(.class("btn primary"), .type("button")) { "Save" }
          button(.class("btn"), .type("button")) { "Edit" }
          button(.class("btn quiet"), .type("button")) { "Cancel" }
          button(.class("btn danger"), .type("button")) { "End role" }
        }
        div(.class("acts")) {
          button(.class("btn small"), .type("button")) { "Small" }
          button(.class("btn small danger"), .type("button")) { "Small danger" }
          Copy.button(of: "codes", "Copy the codes")
        }
      }
      Card.of("When they cannot, and while they work") {
        div(.class("acts")) {
          button(.class("btn primary"), .type("button"), .flag("disabled")) { "Save" }
          button(.class("btn"), .type("button"), .flag("disabled")) { "Edit" }
          button(.class("btn"), .type("button"), .aria(.busy, "true")) { "Working" }
        }
        p(.class("hint")) { "A button that cannot be used says why beside it." }
      }
      Card.of("Links that look like buttons") {
        div(.class("acts")) {
          Sample.link("Import a roster", "btn primary", to: "actions")
          Sample.link("Export", "btn", to: "actions")
          Sample.link("More filters", "btn quiet", to: "actions")
        }
        Form.button(visit, "A button that is a form", DesignPath.design.location())
      }
      Card.of("Codes to keep") {
        ol(.class("codes"), .id("codes")) {
          for code in ["a64f7-4eb19", "91c0d-77f2a", "5be21-0c8d4", "e07ab-93f16"] { li { code } }
        }
      }
    }
  }
}
