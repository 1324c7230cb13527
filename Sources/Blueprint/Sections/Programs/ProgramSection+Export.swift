import Kernel

extension ProgramSection {
  /// Writes the programs that are open; closed ones are history.
  static func export(from planning: Planning, to file: inout YAMLText) throws {
    let open = try KeptProgram.all(planning).filter { $0.isOpen(on: planning.today) }
    guard !open.isEmpty else { return }
    file.section(key) { file in
      for program in open {
        file.entry { file in
          file.fact(ProgramEntry.Key.name, program.name)
          file.fact(ProgramEntry.Key.department, program.department)
          file.fact(ProgramEntry.Key.sponsor, program.sponsor)
          file.fact(ProgramEntry.Key.accreditationNumber, program.accreditationNumber)
          file.list(ProgramEntry.Key.sites, program.sites)
        }
      }
    }
  }
}
