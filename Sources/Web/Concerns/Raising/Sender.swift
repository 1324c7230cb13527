import Concerns
import Kernel
import Roster
import SQLStore

/// Who sends a concern to whom: whoever is signed in, nobody, or whoever wrote the one on which it
/// follows.
struct Sender: Sendable {
  let address: ConcernAddress
  /// The code of the concern on which it follows.
  let following: ConcernCode?
  private let writer: PersonID?

  /// Reads what was chosen.
  init(_ fields: FormFields, _ visit: Visit, _ reader: any SQLReader) throws {
    var address = try ConcernAddress(viewer: visit.viewer, reader: reader) { fields[$0] }
    following = fields.given(ReadersPage.Carried.follows).flatMap(ConcernCode.init(typed:))
    if let following {
      let followed = try WrittenConcern.open(following, reader: reader)
      // Whoever gave their name then gives it now.
      address.manner = followed.concern.manner
      writer = followed.author
    } else {
      writer = visit.viewer.person
    }
    self.address = address
  }

  /// Who would read it.
  func readers(_ visit: Visit, _ reader: any SQLReader) throws -> ConcernReaders {
    try ConcernReaders.of(address, writer: writer, viewer: visit.viewer, reader: reader)
  }
}
