import HTML
import Kernel
import Roster
import SQLStore

/// The address of the page of all components.
enum DesignPath {
  static let design = SitePath<NoArgument>("design")
}

/// Every component in all its states, for whoever builds or judges a page: in the demonstration
/// alone.
struct DesignPart: Part {
  var places: [Place] { [] }
  var jobs: [JobKind] { [] }

  var rollover: any PartRollover { UntouchedByRollover() }

  /// The form at the top of the page keeps nothing, whatever is written.
  func register(in routes: inout Routes) {
    routes.form(DesignPath.design, .designReader) { visit, _, state, _ in
      DesignPage(visit: visit, state: state).page
    } change: { _, _, fields, _ in
      guard let name = fields.given(DesignForms.name) else {
        throw Problems(field: DesignForms.name, "Write a name, such as Ruth Marín.")
      }
      return .redirect(
        DesignPath.design.location(),
        saying: "It would be kept for \(name), were this not a page "
          + "of samples.")
    }
  }

  func home(_ visit: Visit, _ reader: any SQLReader) -> [HomeItem] { [] }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) -> [FoundGroup] { [] }

  func ownData(_ visit: Visit, _ reader: any SQLReader) -> [OwnTable] { [] }
}

extension Right {
  /// Everybody who is signed in to the demonstration.
  static let designReader = {
    var right = Right("signed in, demonstration only") { $0.isSignedIn }
    right.isOfDemonstration = true
    return right
  }()
}
