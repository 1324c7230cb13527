/// Papers of one value that go from one candidate to another.
public struct Transfer: Sendable, Hashable {
  /// Who receives them; nil where they show no further candidate and become non-transferable.
  public let to: Int?
  /// How many papers.
  public let papers: Int
  /// What each was worth when its holder received it.
  public let formerValue: Amount
  /// What each is worth to who receives it.
  public let value: Amount

  /// What they add to who receives them.
  public var votes: Amount {
    Amount(units: Int128(papers) * value.units, places: value.places)
  }
}
