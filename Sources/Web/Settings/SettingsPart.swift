import HTML
import Kernel
import Roster
import SQLStore

/// The address of the settings.
enum SettingsPath {
  static let settings = SitePath<NoArgument>("settings")
}

/// What an institution decides for itself.
struct SettingsPart: Part {
  var places: [Place] {
    [
      Place(
        .settings, "Settings", SettingsPath.settings.location(), in: .office, for: .administrator)
    ]
  }

  var jobs: [JobKind] { [] }

  var rollover: any PartRollover { UntouchedByRollover() }

  func register(in routes: inout Routes) {
    routes.form(SettingsPath.settings, .administrator) { visit, _, state, _ in
      SettingsPage(visit: visit, state: state).page
    } change: { visit, _, fields, writer in
      let draft = try SettingsDraft(fields, over: visit.settings)
      try draft.settings.save(by: visit.viewer.person, at: visit.viewer.now, to: writer)
      return .redirect(SettingsPath.settings.location(), saying: "The settings are saved.")
    }
  }

  func home(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    guard visit.viewer.mayAdminister, visit.settings.institutionName == Settings().institutionName
    else { return [] }
    return [
      HomeItem(
        .due, "Give your institution its name", why: "Pages and mail show it, also to visitors.",
        SettingsPath.settings.location())
    ]
  }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) -> [FoundGroup] { [] }

  func ownData(_ visit: Visit, _ reader: any SQLReader) -> [OwnTable] { [] }
}
