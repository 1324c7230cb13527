package import Kernel

/// Where an appointment is: what decides who answers for it.
package struct Placement: Sendable, Equatable {
  package let program: ProgramID
  package let department: DepartmentID
  package let site: SiteID?

  package init(program: ProgramID, department: DepartmentID, site: SiteID?) {
    self.program = program
    self.department = department
    self.site = site
  }
}
