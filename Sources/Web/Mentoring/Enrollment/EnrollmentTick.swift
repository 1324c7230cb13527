import HTML
import Kernel
import Mentoring

/// The tick at an enrollment about which the office decides, alone or with others. It holds what
/// they read, so that nothing is decided which changed meanwhile.
enum EnrollmentTick {
  private static let prefix = "read-"

  static func of(_ one: Enrollment, _ name: String, isOn: Bool) -> HTML {
    let field = field(one)
    return Tick.of(field.name, value: field.value, name, isOn: isOn)
  }

  /// Whether it was ticked as it is now, on a page that is shown again.
  static func isOn(_ one: Enrollment, _ state: FormState) -> Bool {
    let field = field(one)
    return state.fields[field.name] == field.value
  }

  /// The same as a field out of sight, where there is one enrollment alone.
  static func field(_ one: Enrollment) -> (name: String, value: String) {
    (prefix + one.id.text, one.submittedAt.text)
  }

  /// One enrollment as it was read, which stands in the form out of sight.
  static func read(_ id: ID<Enrollment>, _ fields: FormFields) throws -> Enrollment.Read {
    guard let sent = Instant(text: fields[prefix + id.text]) else {
      throw Problems(field: nil, "Open the enrollment again, and read it first.")
    }
    return Enrollment.Read(id, submittedAt: sent)
  }

  /// The enrollments that were ticked, as they were read.
  /// - Throws: ``Problems`` where there is none.
  static func ticked(_ fields: FormFields) throws -> [Enrollment.Read] {
    let read = fields.pairs.filter { $0.name.hasPrefix(prefix) }.compactMap { field in
      ID<Enrollment>(given: String(field.name.dropFirst(prefix.count))).flatMap { id in
        Instant(text: field.value).map { Enrollment.Read(id, submittedAt: $0) }
      }
    }
    guard !read.isEmpty else { throw Problems(field: nil, "Tick those whom you approve.") }
    return read
  }
}
