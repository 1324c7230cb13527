import Accounts
import Kernel
import SQLStore

extension AccountsPart {
  /// How the person who asks signs in, and where they did.
  func ownData(_ visit: Visit, _ reader: any SQLReader) throws -> [OwnTable] {
    let person = try visit.person
    return [
      .facts(
        name: "sign-in", title: "How you sign in", seenBy: "you",
        try facts(SignInMeans.of(person, reader: reader))),
      OwnTable(
        name: "sessions", title: "Where you were signed in", seenBy: "you",
        columns: ["Device", "How", "Since", "Last used", "Ended"],
        rows: try OwnSignIns.sessions(of: person, reader: reader).map { row in
          let means = Session.Means(rawValue: row[0]).map(SecurityPage.words) ?? row[0]
          return [Device.words(row[1]), means] + row[2...]
        }),
      OwnTable(
        name: "sign-in-links", title: "Sign-in links that were made for you", seenBy: "you",
        columns: ["Made", "For", "Worked until", "Used"],
        rows: try OwnSignIns.links(of: person, reader: reader).map { row in
          [row[1], visit.words(Self.purpose(row[0]))] + row[2...]
        }),
    ]
  }

  private func facts(_ means: SignInMeans) -> [(fact: String, value: String)] {
    var facts = [
      ("Links are mailed to", means.address ?? ""),
      ("Password set", means.passwordSetAt?.text ?? ""),
    ]
    if case .confirmed(let since, let left) = means.secondFactor {
      facts += [("Second factor since", since.text), ("Recovery codes left", String(left))]
    }
    return facts
  }

  private static func purpose(_ purpose: String) -> String {
    switch purpose {
    case "sign_in": "Signing in, as you asked"
    case "invitation": "Signing in, sent by the {office}"
    default: "Signing in as an administrator"
    }
  }
}
