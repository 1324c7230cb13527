import HTML

/// Headings, text, names and what is marked in them.
enum DesignType {
  static var markup: HTML {
    div(.class("cols")) {
      Card.of("A card begins with a heading") {
        h3 { "A smaller heading" }
        p {
          "Text is the reader's own system font, with "
          Sample.link("links", "", to: "type")
          ", "
          code { "code" }
          ", "
          HTML.element("mark", [], ["what was searched for"])
          " and "
          HTML.element("b", [], ["a word that counts"])
          "."
        }
        p(.class("soft")) { "Quiet text says what is good to know and not needed." }
        p { small { "Small text stands below a title." } }
      }
      Card.of("Names in any script") {
        ul(.class("list")) {
          for name in ["Ruth Marín", "Nguyễn Thị Minh Khai", "李小龍", "سارة الأحمد"] {
            li {
              Picture.of(name)
              div { HTML.element("bdi", [], [.text(name)]) }
            }
          }
        }
      }
      Fold.of("Long text, folded away until it is wanted") {
        p {
          """
          Lines of long text are at most 68 characters wide. Whoever reads is between two \
          patients, so sentences are short and say first what matters.
          """
        }
        ul {
          li { "One thought a line." }
          li { "The reader's words, not ours." }
        }
      }
    }
  }
}
