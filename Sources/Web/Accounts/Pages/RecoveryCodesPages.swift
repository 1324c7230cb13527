import Accounts
import Credentials
import HTML
import Kernel
import SQLStore

/// Before new recovery codes are made.
struct RecoveryCodesPage: Sendable {
  let visit: Visit
  let state: FormState
  private let factor: SecondFactor
  private let asksForCode: Bool

  init(visit: Visit, state: FormState, reader: any SQLReader) throws {
    guard let session = visit.session else { throw Absent() }
    self.visit = visit
    self.state = state
    self.factor = try SecondFactor.of(session.person, reader: reader)
    self.asksForCode = SecondFactorCheck.asksForCode(in: session, at: visit.viewer.now)
  }

  /// How many codes are left, in words.
  static func left(_ count: Int) -> String {
    Figures.counted(count, "recovery code is left.", "recovery codes are left.")
  }

  var page: Page {
    Page(
      "Recovery codes", under: [SecurityPage.breadcrumb],
      subtitle: "Each works once in place of a code from your phone.", status: state.status
    ) {
      if case .confirmed(_, let left) = factor {
        if left > 0 {
          NoticeBox.of(.warn, "\(Self.left(left)) Making new ones ends the old ones.")
        } else {
          p { "Make them now, and keep them where you keep other important papers." }
        }
        makeForm
      } else {
        p { "Recovery codes stand in for a second factor, and you have none." }
        p { a(.class("btn"), .href(AccountPath.ownFactor.location())) { "Set one up" } }
      }
    }
  }

  private var makeForm: HTML {
    Form.of(visit, AccountPath.recoveryCodes.location(), state) {
      ReturnTarget.field(ReturnTarget.of(visit, state.fields))
      if asksForCode {
        FactorSetUp.entry(
          Field(SecondFactor.field, "Code from your app", hint: "Or a recovery code."),
          FormState(problems: state.problems))
      }
      Form.acts("Make recovery codes", cancel: ReturnTarget.location(target))
    }
  }

  private var target: String {
    let target = ReturnTarget.of(visit, state.fields)
    return target == "/" ? "/security" : target
  }
}

/// New recovery codes, shown this one time.
struct RecoverySheetPage: Sendable {
  let visit: Visit
  let codes: [RecoveryCode]
  let target: String

  var page: Page {
    Page("Your recovery codes", under: [SecurityPage.breadcrumb]) {
      NoticeBox.of(.warn, "You see them only now. Print them, or write them down.")
      ol(.class("codes"), .id("codes")) { for code in codes { li { code.text } } }
      div(.class("acts")) {
        Copy.button(of: "codes", "Copy all")
        a(.class("btn primary"), .href(ReturnTarget.location(target))) { "I have kept them" }
      }
    }
  }
}
