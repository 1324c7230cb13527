/// What a program of the fictional hospital is like: how long it lasts and whom it takes.
struct ProgramPlan: Sendable {
  let name: String
  let kind: FictionalHospital.Program.Kind
  /// The post-graduate year of its first year.
  let entryLevel: Int
  /// Its length in years.
  let years: Int
  /// How many begin each year.
  let places: Int
  var place: Place = .university
  /// The program whose graduates like to come; for most fellowships the department's residency.
  var feeder: String?
  /// The degrees with which its people come; the usual ones of medicine where nil.
  var degree: String?

  /// Where a program mainly trains, which also says who sponsors it.
  enum Place: Sendable {
    case university, children, veterans
    /// At the general hospital, and sponsored by its own health system.
    case general
  }

  /// A residency; medicine counts its years from 1, advanced ones begin later.
  static func residency(
    _ name: String, years: Int, places: Int, from entryLevel: Int = 1
  ) -> ProgramPlan {
    ProgramPlan(
      name: name, kind: .residency, entryLevel: entryLevel, years: years, places: places)
  }

  /// A fellowship, which follows a residency.
  static func fellowship(
    _ name: String, from entryLevel: Int, years: Int = 1, places: Int = 1
  ) -> ProgramPlan {
    ProgramPlan(
      name: name, kind: .fellowship, entryLevel: entryLevel, years: years, places: places)
  }

  /// The same program at another place.
  func at(_ place: Place) -> ProgramPlan {
    var plan = self
    plan.place = place
    return plan
  }

  /// The same program, to which graduates of another one like to come.
  func after(_ feeder: String) -> ProgramPlan {
    var plan = self
    plan.feeder = feeder
    return plan
  }

  /// The same program, whose people bring another degree.
  func with(degree: String) -> ProgramPlan {
    var plan = self
    plan.degree = degree
    return plan
  }
}

/// A department of the fictional hospital with its programs.
struct DepartmentPlan: Sendable {
  let name: String
  let programs: [ProgramPlan]

  /// A department; `place` moves all its programs.
  init(_ name: String, _ programs: [ProgramPlan], at place: ProgramPlan.Place? = nil) {
    self.name = name
    self.programs = place.map { place in programs.map { $0.at(place) } } ?? programs
  }

  /// All departments, sorted by name.
  static let all = (medical + children + surgical + hospital).sorted { $0.name < $1.name }
}
