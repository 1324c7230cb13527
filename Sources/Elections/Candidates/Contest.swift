package import Kernel
package import SQLStore

/// Whether there is something to vote on.
package enum Contest: Sendable, Equatable {
  case nobody
  /// So many stand, and all of them can be elected.
  case uncontested(Int)
  case contested(Int)

  /// The contest as the candidates stand now.
  package static func of(
    _ election: Election, viewer: Viewer, reader: any SQLReader
  ) throws -> Contest {
    let standing = try Candidate.standing(in: election, viewer: viewer, reader: reader)
      .filter { $0.state == .accepted }
    return of(standing, in: election)
  }

  /// As many candidates as seats or fewer need no vote, unless a limit lets not all of them in.
  package static func of(_ standing: [Candidate], in election: Election) -> Contest {
    guard !standing.isEmpty else { return .nobody }
    let places: [String]
    switch election.onePer {
    case .anyone: places = []
    case .department: places = standing.compactMap(\.department?.text)
    case .program: places = standing.compactMap(\.program?.text)
    }
    let isWithinLimit = Set(places).count == places.count
    return standing.count <= election.seats && isWithinLimit
      ? .uncontested(standing.count) : .contested(standing.count)
  }
}
