import HTML

/// What pages say: boxes, words about a state, and places where nothing is.
enum DesignMessages {
  private static let words: [(Tone, String, String)] = [
    (.neutral, "Neutral", "Something to know, of no weight."),
    (.good, "Good", "It is done, and it worked."),
    (.warn, "Look here", "It may not be what you meant. Look before you go on."),
    (.bad, "Wrong", "This was not done, and this is how to mend it."),
    (.info, "Good to know", "Opening this is recorded and shown to the person."),
  ]

  static var markup: HTML {
    .group([
      Flash.of("What the last action did, said once. This one can be dismissed."),
      div(.class("cols")) {
        section { for word in words { NoticeBox.of(word.0, word.2) } }
        section {
          NoticeBox.of(.warn, heading: "With a heading") {
            p { "For what takes more than a sentence, and perhaps has a way on." }
            p { Sample.link("Add the person", "", to: "messages") }
          }
          p {
            for word in words {
              Badge.of(word.1, word.0)
              " "
            }
          }
          p(.class("sees")) { "Seen by: the person and the office" }
        }
      },
      div(.class("cols")) {
        EmptyState.of(
          "Nobody is on the roster yet",
          "An empty place says what will stand there, and how it comes about."
        ) {
          p { Sample.link("Import a roster", "btn primary", to: "messages") }
        }
        EmptyState.of(
          "Everything is done", "The light is on where nothing is left to do.", isDone: true)
      },
    ])
  }
}
