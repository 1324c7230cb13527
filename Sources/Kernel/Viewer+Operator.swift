extension Viewer {
  /// The system's operator at a terminal, who has the machine and so may do everything.
  ///
  /// The operator is nobody of the institution: the audit trail names no actor, and what is shown
  /// to people who are signed in is not shown. Only commands make this viewer, never a request.
  ///
  /// - Parameter role: the office's where a command does what is the office's alone in the pages.
  package static func operatorAtTerminal(
    as role: Role = .administrator, now: Instant, today: Day
  ) -> Viewer {
    Viewer(
      person: nil, grants: [Grant(role: role, scope: .institution)], now: now, today: today)
  }
}
