import Kernel
import Mentoring

/// The days of a cycle in words.
enum CycleFacts {
  static func enrollment(_ cycle: MentoringCycle) -> String {
    "\(When.day(cycle.plan.enrollFrom)) to \(When.day(cycle.plan.enrollUntil))"
  }

  /// How often people meet.
  static func every(_ weeks: Int) -> String {
    weeks == 1 ? "Every week" : "Every \(weeks) weeks"
  }

  static func pairs(_ cycle: MentoringCycle) -> String {
    "\(When.day(cycle.plan.beginsOn)) to \(When.day(cycle.plan.endsOn))"
  }
}
