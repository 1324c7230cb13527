import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct SeatMapTests {
  @Test(arguments: Engine.available)
  func `a wide map tells how seats stand, a narrow one and the export who sits`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let cast = council.cast
      try await council.putForward(cast.trainee, for: council.medicine, by: cast.director)
      #expect(
        try await lines(SeatMap.Query(), council) == [
          "Medicine: filled 1 of 1 Tess Núñez", "Surgery: vacant 0 of 1",
        ])
      try await addCouncils(8, council)
      #expect(
        try await lines(SeatMap.Query(), council) == [
          "Medicine: filled 1 of 1", "Surgery: vacant 0 of 1",
        ])
      for narrow in [
        SeatMap.Query(organization: council.organization),
        SeatMap.Query(department: cast.medicine),
      ] {
        #expect(
          try await lines(narrow, council).first == "Medicine: filled 1 of 1 Tess Núñez")
      }
      #expect(
        try await lines(SeatMap.Query(), council, namingAll: true).first
          == "Medicine: filled 1 of 1 Tess Núñez")
    }
  }

  @Test(arguments: Engine.available)
  func `whatever is chosen, all that could be chosen is offered`(engine: Engine) async throws {
    try await withCouncil(engine) { council in
      let cast = council.cast
      let map = try await council.stage.see(as: cast.trainee) { viewer, reader in
        try SeatMap.read(
          SeatMap.Query(department: cast.surgery, state: .vacant), viewer: viewer, reader: reader)
      }
      #expect(map.rows.map(\.department.name) == ["Surgery"])
      #expect(map.choices.departments.map(\.name) == ["Medicine", "Surgery"])
      #expect(map.choices.columns.map(\.organizationName) == ["Technology Council"])
    }
  }

  @Test(arguments: Engine.available)
  func `who has left is named to nobody who could not see them in the directory`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let cast = council.cast
      try await council.putForward(cast.trainee, for: council.medicine, by: cast.director)
      // The day has turned for the directory, and the seats are not settled yet.
      try await council.stage.store.write { writer in
        try writer.execute(
          "UPDATE directory_entry SET presence = 'former' WHERE person_id = \(cast.trainee)")
      }
      for (person, sees) in [
        (cast.office, true), (cast.director, true), (cast.other, false),
      ] {
        let map = try await lines(SeatMap.Query(), council, as: person)
        #expect(map[0].contains("Tess") == sees)
        let seats = try await council.stage.see(as: person) { viewer, reader in
          let organization = try Organization.find(
            council.organization, viewer: viewer, reader: reader)
          return try SeatList.of(organization, viewer: viewer, reader: reader)
        }
        let names = seats.rules.flatMap(\.places).flatMap(\.occupants).map(\.name)
        #expect(names == (sees ? ["Tess Núñez"] : []))
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a seat that ends within sixty days ends soon`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let cast = council.cast
      try await council.putForward(cast.trainee, for: council.medicine, by: cast.director)
      for (days, state) in [(0, "ending_soon"), (59, "ending_soon"), (60, "filled")] {
        try await council.stage.store.write { writer in
          try writer.execute(
            "UPDATE seating SET ends_on = \(TestWorld.today.adding(days: days))")
        }
        #expect(
          try await lines(SeatMap.Query(), council).first
            == "Medicine: \(state) 1 of 1 Tess Núñez")
      }
    }
  }

  /// Founds more councils with a seat for each department, behind the first one by name.
  private func addCouncils(_ count: Int, _ council: Council) async throws {
    let world = council.stage.world
    try await council.stage.act(as: council.cast.office) { viewer, writer in
      for number in 1...count {
        let organization = try Organization.found(
          OrganizationDraft(
            name: "Ward Council \(number)", kind: .council, purpose: "Care.", joining: .seats),
          by: viewer, in: world, to: writer)
        try SeatRule.add(
          SeatRuleDraft(title: "Representative", kind: .eachDepartment), to: organization,
          by: viewer, in: world, writer: writer)
      }
    }
  }

  /// Each department with its first cell, as `Medicine: filled 1 of 1 Tess Núñez`.
  private func lines(
    _ query: SeatMap.Query, _ council: Council, as person: PersonID? = nil,
    namingAll: Bool = false
  ) async throws -> [String] {
    let map = try await council.stage.see(as: person ?? council.cast.trainee) { viewer, reader in
      try SeatMap.read(query, namingAll: namingAll, viewer: viewer, reader: reader)
    }
    return map.rows.map { row in
      let cell = row.cells[0]
      let facts = [cell.state?.rawValue ?? "none", "\(cell.held) of \(cell.seats)"]
      return "\(row.department.name): "
        + (facts + cell.holders.map(\.name)).joined(separator: " ")
    }
  }
}
