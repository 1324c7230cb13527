package import Kernel
import SQLStore

/// Until when something happens with a concern, each the end of a local day.
package struct ConcernClock: Sendable, Equatable {
  package let acknowledgeBy: Day
  package let answerBy: Day
  package let closeBy: Day

  /// The clock of a concern that is raised on a day. An urgent one is acknowledged on the next
  /// business day.
  init(
    _ promise: ConcernCategory.Promise, raisedOn day: Day, isUrgent: Bool, _ days: BusinessDays
  ) {
    acknowledgeBy = days.adding(isUrgent ? 1 : promise.acknowledge, to: day)
    answerBy = days.adding(promise.answer, to: day)
    closeBy = days.adding(promise.close, to: day)
  }

  init(acknowledgeBy: Day, answerBy: Day, closeBy: Day) {
    self.acknowledgeBy = acknowledgeBy
    self.answerBy = answerBy
    self.closeBy = closeBy
  }

  /// The clock after it stood still: each day comes as many business days later.
  func resumed(on today: Day, pausedOn: Day, _ days: BusinessDays) -> ConcernClock {
    let stood = days.count(after: pausedOn, until: today)
    return ConcernClock(
      acknowledgeBy: days.adding(stood, to: acknowledgeBy),
      answerBy: days.adding(stood, to: answerBy), closeBy: days.adding(stood, to: closeBy))
  }
}
