import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// The way to the meetings is shown to those who take part in them.
@Suite struct MeetingTabTests {
  @Test(arguments: Engine.available)
  func `who sits there by a role finds the meetings among the pages of the organization`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let (cast, world) = (site.stage.cast, site.stage.world)
      let id = try await site.stage.act(as: cast.office) { viewer, writer in
        let id = try Organization.found(
          OrganizationDraft(
            name: "Directors", kind: .committee, purpose: "Meets.", joining: .seats),
          by: viewer, in: world, to: writer)
        try SeatRule.add(
          SeatRuleDraft(title: "Director", kind: .exOfficio, role: .programDirector), to: id,
          by: viewer, in: world, writer: writer)
        return id
      }
      let (page, tab) = ("/organizations/\(id.text)", "/organizations/\(id.text)/meetings\"")
      for (role, person) in cast.viewers where role != "anonymous" {
        let reads = ["director", "other director", "office", "administrator", "dio"].contains(role)
        #expect(try await site.get(page, as: person).text.contains(tab) == reads, "\(role)")
        #expect(
          try await site.get(page + "/meetings", as: person).status == (reads ? 200 : 404),
          "\(role)")
        let forum = try await site.get(page + "/forum", as: person)
        #expect(forum.status == 404, "\(role)")
      }
    }
  }
}
