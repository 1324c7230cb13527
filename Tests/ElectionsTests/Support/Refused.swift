import Elections
import Kernel

/// What an act is refused with; nil where it is carried out.
func ballotRefusal(_ act: () async throws -> Void) async throws -> BallotRefusal? {
  do {
    try await act()
    return nil
  } catch let refusal as BallotRefusal {
    return refusal
  }
}

/// What is wrong with what was sent, as `field: sentence`; empty where nothing is.
func ballotProblems(_ act: () async throws -> Void) async throws -> [String] {
  do {
    try await act()
    return []
  } catch let problems as Problems {
    return problems.all.map { "\($0.field ?? "-"): \($0.sentence)" }
  }
}
