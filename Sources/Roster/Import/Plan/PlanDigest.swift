import Crypto
import Kernel

/// One number for all that an import would do: equal plans have equal digests.
///
/// It holds what is written and what stood there before, but no identifiers: those are made anew
/// each time.
struct PlanDigest {
  private var hasher = SHA256()
  private var waiting: [UInt8] = []

  /// Adds a fact; nothing and an empty text are told apart.
  mutating func add(_ text: String?) {
    if let text {
      waiting.append(contentsOf: text.utf8)
      waiting.append(0)
    } else {
      waiting.append(1)
    }
    if waiting.count > 32_768 { flush() }
  }

  mutating func add(_ number: Int) {
    withUnsafeBytes(of: number.littleEndian) { waiting.append(contentsOf: $0) }
  }

  /// The digest of all that was added.
  mutating func finish() -> String {
    flush()
    return Hexadecimal.text(hasher.finalize())
  }

  private mutating func flush() {
    waiting.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    waiting.removeAll(keepingCapacity: true)
  }
}

extension PlanDigest {
  /// Adds what is done with a row; rows that change nothing add nothing.
  mutating func add(_ planned: PlannedRow, _ catalog: PlaceCatalog) {
    guard planned.kind != .unchanged else { return }
    add(planned.kind.rawValue)
    add(planned.person.personnelNumber)
    if planned.before == nil {
      add(planned.person)
    }
    for change in planned.changes {
      add(change.field.rawValue)
      add(change.before)
      add(change.after)
    }
    guard let appointments = planned.appointments else { return }
    add(appointments.updates.count)
    add(appointments.meant)
    add(planned.program.map { catalog.programs[$0].name })
    add(planned.site.map { catalog.sites.all[$0].name })
  }

  private mutating func add(_ person: Person) {
    add(person.name.family)
    add(person.name.given)
    add(person.name.preferred)
    add(person.degrees)
    add(person.address)
    add(person.capacity.rawValue)
  }

  private mutating func add(_ appointment: Appointment) {
    add(appointment.level)
    add(appointment.standing.rawValue)
    add(appointment.startsOn.number)
    add(appointment.endsOn.number)
  }
}
