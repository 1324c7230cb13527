/// Someone who stands for election; known by the place on the ballot paper, from 1.
public struct Candidate: Sendable, Hashable {
  /// The name as the report shows it.
  public let name: String
  /// Whether the candidate withdrew after the papers were printed: preferences pass over them.
  public let isWithdrawn: Bool

  /// A candidate, standing unless said otherwise.
  public init(_ name: String, isWithdrawn: Bool = false) {
    self.name = name
    self.isWithdrawn = isWithdrawn
  }
}
