package import Kernel
import Roster
package import SQLStore

/// To whom a concern goes and whom it is about, as chosen before anything is written: from it
/// follows who reads.
package struct ConcernAddress: Sendable, Equatable {
  package var manner: Manner
  package var group: ID<HandlingGroup>
  package var category: ID<ConcernCategory>
  package var program: ProgramID?
  /// Whether it is about those who lead the program.
  package var isAboutLeaders: Bool
  /// Whether it is about the office or the designated institutional official.
  package var isAboutOffice: Bool
  /// The names of people whom it is about, as typed.
  package var names: String

  package init(
    manner: Manner, group: ID<HandlingGroup>, category: ID<ConcernCategory>,
    program: ProgramID? = nil, isAboutLeaders: Bool = false, isAboutOffice: Bool = false,
    names: String = ""
  ) {
    self.manner = manner
    self.group = group
    self.category = category
    self.program = program
    self.isAboutLeaders = isAboutLeaders
    self.isAboutOffice = isAboutOffice
    self.names = names
  }

  /// In place of a group: whoever takes it by the rules.
  package static let byRule = "rule"

  /// The names of the fields.
  package enum Field {
    /// Named, confidential or anonymous.
    package static let manner = "manner"
    /// The handling group.
    package static let group = "group"
    /// The category.
    package static let category = "category"
    /// The program.
    package static let program = "program"
    /// About those who lead the program.
    package static let leaders = "about-leaders"
    /// About the office.
    package static let office = "about-office"
    /// Names of others.
    package static let names = "names"
  }

  /// Reads what was chosen; who is not signed in can only be anonymous.
  package init(
    viewer: Viewer, reader: any SQLReader, typed: @escaping (String) -> String
  ) throws {
    var fields = TypedFields(typed)
    let manner: Manner? =
      viewer.isSignedIn
      ? fields.word(Field.manner, Manner.self, "Choose how you want to be known.") : .anonymous
    let isRouted = typed(Field.group) == Self.byRule
    var group =
      isRouted
      ? nil : fields.id(Field.group, ID<HandlingGroup>.self, "Choose who should read it.")
    let category = fields.id(
      Field.category, ID<ConcernCategory>.self, "Choose what it is about.")
    let program = fields.idOrNil(Field.program, ProgramID.self)
    let names = fields.line(Field.names, most: 300)
    let isAboutLeaders = !typed(Field.leaders).isEmpty
    if isAboutLeaders, program == nil {
      fields.add(Field.program, "Choose the {program} whose leaders it is about.")
    }
    if isRouted, let category {
      group = try ConcernRoute.group(for: category, in: program, reader)
      if group == nil {
        fields.add(Field.group, "No rule says who takes this. Choose who should read it.")
      }
    }
    try fields.problems.throwIfAny()
    if let program {
      try ConcernProgram.refuseUnknown(program, viewer: viewer, reader: reader)
    }
    guard let manner, let group, let category else { throw Absent() }
    _ = try HandlingGroup.find(group, viewer: viewer, reader: reader)
    _ = try ConcernCategory.find(category, viewer: viewer, reader: reader)
    self.init(
      manner: manner, group: group, category: category, program: program,
      isAboutLeaders: isAboutLeaders, isAboutOffice: !typed(Field.office).isEmpty,
      names: names ?? "")
  }

  /// The fields that carry it on to the next page.
  package var fields: [(name: String, value: String)] {
    var fields = [
      (Field.manner, manner.rawValue), (Field.group, group.text), (Field.category, category.text),
      (Field.names, names),
    ]
    if let program { fields.append((Field.program, program.text)) }
    if isAboutLeaders { fields.append((Field.leaders, "yes")) }
    if isAboutOffice { fields.append((Field.office, "yes")) }
    return fields
  }
}

extension ConcernAddress {
  /// What decides about conflicts, of a concern that was opened.
  init(_ opening: ConcernContent.Opening, _ group: ID<HandlingGroup>) {
    self.init(
      manner: .confidential, group: group, category: ID(stored: ""),
      program: opening.program.flatMap(ProgramID.init(given:)),
      isAboutLeaders: opening.isAboutLeaders, isAboutOffice: opening.isAboutOffice,
      names: opening.names)
  }
}
