import HTML
import Kernel

/// The promise in plain words: what is kept, and who sees it.
enum WhoSeesWhatPage {
  private static let lines: [(what: String, who: String)] = [
    (
      "Your name, mail address, {program}, {department}, {site} and training year",
      "Everyone who is signed in, while you are here."
    ),
    (
      "That you left, or will come",
      "The {office}, the institutional official, and your {program}'s director and coordinator."
    ),
    (
      "Your legal name, personnel number and standing (such as a leave)",
      """
      You, the {office}, the institutional official, and your {program}'s director and \
      coordinator. Each time someone opens them, it is recorded, and you can see who it was.
      """
    ),
    (
      "That you are a member of an organization",
      """
      You. Officers, members or everyone only if you choose so; the {office} and the official no \
      sooner than others. It stands in no audit trail and no mail. Some days after you leave, it \
      is forgotten.
      """
    ),
    (
      "What you write in an organization's forum",
      "Its members, officers and guests, with your name until you leave. Guests are listed there."
    ),
    (
      "What you write in a concern",
      """
      Those whose names you see before you write, and whoever has your code. It is stored sealed. \
      Without your name, it is kept nowhere who you are.
      """
    ),
    (
      "What you enroll in mentoring with",
      """
      You and the {office}. People with whom you must not be matched: you alone; it is not said \
      why two people are kept apart.
      """
    ),
    (
      "How long you met as a mentor, and your certificates of service",
      """
      The {office} reads the hours of several meetings added up. A certificate is read by you, the \
      {office}, and whoever has the number that stands on it.
      """
    ),
    ("Your password", "Nobody. Only a scrambled form is kept that cannot be turned back."),
    ("Your notices and what you choose to have mailed", "You."),
    ("When you signed in, and on which device", "You."),
    (
      "What was changed by whom (never confidential content)",
      "The {office}, the administrators and the institutional official, in the audit trail."
    ),
  ]

  static func page(_ words: Words) -> Page {
    Page(
      "Who sees what", subtitle: "Beside every field you read who will see what you write."
    ) {
      table {
        thead {
          tr {
            th { "What" }
            th { "Who sees it" }
          }
        }
        tbody {
          for line in lines {
            tr {
              HTML.element("th", [.named("scope", "row")], [.text(words(line.what))])
              td(.named("data-label", "Who sees it")) { words(line.who) }
            }
          }
        }
      }
      div(.class("prose")) {
        h2 { "What the hospital's own technicians could do" }
        p {
          """
          Housestaff runs on your hospital's server. Whoever operates that server can read its \
          database, as with any system. Passwords and sign-in links are kept so that even there \
          they are of no use. The threat model in the documentation says the rest, without gloss.
          """
        }
      }
    }
  }
}
