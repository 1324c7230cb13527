package import Kernel

/// What someone writes, once they have seen who reads it.
package struct ConcernDraft: Sendable, Equatable {
  package var address: ConcernAddress
  package var text: String
  /// Whether someone may come to harm soon.
  package var isUrgent: Bool
  /// Whether someone else told it, who does not write themselves.
  package var isOnBehalf: Bool
  /// Of an anonymous one, whether responders are told at once, which gives the hour away.
  package var tellsAtOnce: Bool

  package init(
    address: ConcernAddress, text: String, isUrgent: Bool = false, isOnBehalf: Bool = false,
    tellsAtOnce: Bool = false
  ) {
    self.address = address
    self.text = text
    self.isUrgent = isUrgent
    self.isOnBehalf = isOnBehalf
    self.tellsAtOnce = tellsAtOnce
  }

  /// The names of the fields.
  package enum Field {
    /// What happened.
    package static let text = "text"
    /// Whether someone may come to harm soon.
    package static let urgent = "urgent"
    /// Whether someone else told it.
    package static let behalf = "behalf"
    /// Whether responders are told at once.
    package static let atOnce = "at-once"
  }

  /// Reads what was typed.
  package init(
    _ address: ConcernAddress, typed: @escaping (String) -> String
  ) throws(Problems) {
    var fields = TypedFields(typed)
    let text = fields.requiredLines(Field.text, "Write what happened, in your own words.")
    try fields.problems.throwIfAny()
    self.init(
      address: address, text: text ?? "", isUrgent: !typed(Field.urgent).isEmpty,
      isOnBehalf: !typed(Field.behalf).isEmpty, tellsAtOnce: !typed(Field.atOnce).isEmpty)
  }
}
