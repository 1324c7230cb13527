import Attachments
import Concerns
import HTML

/// The place to add a picture or a text to a concern.
struct AttachCard: Sendable {
  let visit: Visit
  let code: ConcernCode
  /// Whether the page behind it shows the code still.
  let showsCode: Bool
  /// How many there are.
  var files = 0
  var state = FormState()

  /// The field that carries ``showsCode`` on.
  static let shownField = "shown"

  var markup: HTML {
    Card.of("Add a picture or a text") {
      if files >= ConcernFile.most {
        p(.class("soft")) { ConcernRefusal.tooManyFiles.sentence }
      } else {
        form
      }
    }
  }

  private var form: HTML {
    HTML.group([
      p {
        """
        What a file tells besides what it shows is taken away: its name, place, time and device. \
        Faces, screens and handwriting stay visible.
        """
      },
      HTML.element(
        "form",
        [
          .class("form"), .method("post"), .action(ConcernPath.attach.location()),
          .named("enctype", "multipart/form-data"),
        ],
        [
          Form.summary(state),
          input(.type("hidden"), .name(WrittenConcern.Field.code), .value(code.text)),
          showsCode
            ? input(.type("hidden"), .name(Self.shownField), .value("yes")) : .nothing,
          Field(
            SentFile.field, "Picture or text", seenBy: "those who read your concern",
            hint: "JPEG or PNG, up to 10 MB, or plain text, up to 100 KB. Up to "
              + "\(ConcernFile.most) files."
          ).file(state, accepting: ".jpg,.jpeg,.png,.txt"),
          Form.acts("Add it"),
        ]),
    ])
  }
}
