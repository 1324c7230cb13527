import HTML

/// The parts of forms.
enum Form {
  /// The hidden field that ties a form to its session.
  static func token(_ visit: Visit) -> HTML {
    input(.type("hidden"), .name("form-token"), .value(visit.formToken))
  }
}
