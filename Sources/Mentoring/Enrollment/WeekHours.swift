/// The hours of a week that suit someone: seven days of eight blocks, each of two hours.
///
/// A week is a set of bits, so that the hours that two people share are those of both sets.
package struct WeekHours: Sendable, Hashable {
  /// Bit `8 × day + block`; Monday is day 0, and block 0 begins at six.
  package let bits: Int

  /// The days of a week.
  package static let days = 7
  /// The blocks of a day.
  package static let blocks = 8
  /// The hours of a block.
  package static let hoursOfBlock = 2
  /// The hour at which the first block of a day begins.
  package static let firstHour = 6

  /// The hours that some bits mean; bits beyond the week are dropped.
  package init(bits: Int) {
    self.bits = bits & (1 << (Self.days * Self.blocks) - 1)
  }

  /// The hours of some blocks.
  package init(_ blocks: [(day: Int, block: Int)]) {
    self.init(
      bits: blocks.reduce(0) { bits, one in
        (0..<Self.days).contains(one.day) && (0..<Self.blocks).contains(one.block)
          ? bits | 1 << (one.day * Self.blocks + one.block) : bits
      })
  }

  /// No hour at all.
  package static let none = WeekHours(bits: 0)

  /// Whether a block suits.
  package func has(day: Int, block: Int) -> Bool {
    bits >> (day * Self.blocks + block) & 1 == 1
  }

  /// The hours that suit both.
  package func shared(with other: WeekHours) -> WeekHours {
    WeekHours(bits: bits & other.bits)
  }

  /// How many blocks suit.
  package var count: Int { bits.nonzeroBitCount }
}
