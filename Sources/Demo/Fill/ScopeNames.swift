import Kernel

/// Where roles hold, as people name it.
struct ScopeNames {
  private var names: [Scope: String] = [.institution: "the institution"]

  init(_ hospital: FictionalHospital) {
    for program in hospital.programs { names[.program(program.id)] = program.name }
    for department in hospital.departments { names[.department(department.id)] = department.name }
    for site in hospital.sites { names[.site(site.id)] = site.name }
  }

  /// The name of a scope.
  subscript(scope: Scope) -> String { names[scope] ?? "" }
}
