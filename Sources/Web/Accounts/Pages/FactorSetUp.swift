import Accounts
import HTML
import Kernel
import QRCode

/// The pieces of setting up an authenticator app, in the door and in the pages.
enum FactorSetUp {
  /// The picture to scan, and the key to type where there is no camera.
  static func scan(_ setUp: SecondFactor.SetUp) -> HTML {
    .group([
      p { "Open an authenticator app on your phone and scan this." }, picture(setUp.uri),
      p {
        "Or type this key: "
        HTML.element("code", [.id("key")], [.text(grouped(setUp.base32))])
        " "
        Copy.button(of: "key", "Copy")
      },
    ])
  }

  /// The field of the first code.
  static let field = Field(
    SecondFactor.field, "Code from the app", hint: "6 digits. It changes every 30 seconds.")

  /// A field for a code: digits first on phones, filled by those that can, never kept.
  static func entry(_ field: Field, _ state: FormState) -> HTML {
    field.text(
      state, .class("code"), .named("inputmode", "numeric"),
      .named("autocomplete", "one-time-code"), .named("maxlength", "20"), .flag("autofocus"))
  }

  private static func picture(_ uri: String) -> HTML {
    guard let qr = try? QRCode(uri) else { return .nothing }
    return HTML.element(
      "figure", [.class("qr")],
      [
        HTML.element(
          "svg",
          [
            .named("viewBox", qr.viewBox), .role("img"), .named("shape-rendering", "crispEdges"),
            .aria(.label, "Code to scan with your authenticator app"),
          ], [HTML.element("path", [.named("d", qr.path)], [])])
      ])
  }

  /// The key in groups of four, as people read it aloud.
  private static func grouped(_ key: String) -> String {
    stride(from: 0, to: key.count, by: 4).map { start in
      String(key.dropFirst(start).prefix(4))
    }.joined(separator: " ")
  }
}
