import Kernel
import SQLStore

extension RolloverPlan {
  /// How many days before the first day a contract may end and still be one of the year, or begin
  /// and be meant for the new year: orientations and handovers.
  static let slack = 31

  /// The statement's `WITH`: `line` has a row for each appointment of the old year with its group,
  /// `act` the same with what will be done.
  var statement: SQLQuery {
    """
    WITH line AS (\(lines)), act AS (
      SELECT line.*, coalesce(choice.taken, \(isUsual)) AS taken
      FROM line LEFT JOIN rollover_choice AS choice
        ON choice.rollover_id = \(rollover.id) AND choice.appointment_id = line.id
          AND choice.kind = line.kind)
    """
  }

  /// What is done to an appointment of `act`.
  static let act: SQLQuery =
    """
    CASE WHEN kind IN ('up', 'away', 'off_cycle') THEN 'raise'
      WHEN kind IN ('graduates', 'held') THEN 'graduate' ELSE 'renew' END
    """

  /// Whether something is done to an appointment of `act`.
  static let isActed: SQLQuery =
    "taken AND kind IN (\(list: RolloverGroup.chosen.map(\.rawValue)))"

  private var isUsual: SQLQuery {
    "(line.kind IN (\(list: RolloverGroup.chosen.filter(rollover.takes).map(\.rawValue))))"
  }

  private var lines: SQLQuery {
    """
    SELECT appointment.id AS id, appointment.person_id AS person_id,
      appointment.program_id AS program_id, training_level, standing, starts_on, ends_on,
      ends_as, level_since, program.final_level AS final_level, seen.top AS top,
      CASE WHEN program.closed_on < \(newLast) THEN program.closed_on ELSE \(newLast) END
        AS renewed_until,
      CASE WHEN ends_on < \(first) THEN \(ending) ELSE \(going) END AS kind
    FROM appointment
    JOIN person ON person.id = appointment.person_id
    JOIN program ON program.id = appointment.program_id
    LEFT JOIN (
      SELECT program_id, max(training_level) AS top FROM appointment GROUP BY program_id
    ) AS seen ON seen.program_id = appointment.program_id
    WHERE starts_on < \(first) AND ends_on >= \(rollover.oldYear.firstDay)
      AND person.capacity = 'trainee' AND person.deactivated_at IS NULL
      AND (ends_on < \(first) OR NOT \(isOver))
    """
  }

  /// The group of an appointment whose last day is in the old year.
  private var ending: SQLQuery {
    """
    CASE WHEN ends_as IS NOT NULL OR \(isOver) THEN 'decided'
      WHEN EXISTS (\(following) AND next.program_id = appointment.program_id) THEN 'continued'
      WHEN training_level >= coalesce(program.final_level, seen.top)
        THEN CASE WHEN standing = 'active' THEN 'graduates' ELSE 'held' END
      WHEN EXISTS (\(following)) THEN 'continued'
      WHEN ends_on < \(first.adding(days: -Self.slack)) OR program.closed_on < \(first)
        THEN 'ended'
      ELSE 'renewal' END
    """
  }

  /// The group of an appointment that goes on in the new year.
  private var going: SQLQuery {
    """
    CASE WHEN level_since >= \(first) THEN 'raised'
      WHEN starts_on >= \(first.adding(days: -Self.slack)) THEN 'begins'
      WHEN training_level >= 12 OR training_level >= program.final_level THEN 'stays'
      WHEN program.final_level IS NULL AND training_level >= seen.top
        AND ends_on < \(newLast.adding(days: -Self.slack)) THEN 'stays'
      WHEN NOT \(startsWithYear) THEN 'off_cycle'
      WHEN standing <> 'active' THEN 'away'
      ELSE 'up' END
    """
  }

  /// Appointments of the same person that begin behind this one and were not given up.
  private var following: SQLQuery {
    """
    SELECT 1 FROM appointment AS next
    WHERE next.person_id = appointment.person_id AND next.starts_on > appointment.ends_on
      AND next.standing NOT IN ('withdrawn', 'dismissed')
    """
  }

  private var isOver: SQLQuery { "standing IN (\(list: Self.over))" }

  /// Whether the first day is near that of a year, whichever year it was.
  private var startsWithYear: SQLQuery {
    let from = String(first.adding(days: -Self.slack).text.suffix(5))
    let until = String(first.adding(days: Self.slack).text.suffix(5))
    let isWithin: SQLQuery = "substr(starts_on, 6, 5) >= \(from)"
    let isBefore: SQLQuery = "substr(starts_on, 6, 5) <= \(until)"
    return from <= until ? "(\(isWithin) AND \(isBefore))" : "(\(isWithin) OR \(isBefore))"
  }

  private static let over = Standing.allCases.filter(\.isEnded).map(\.rawValue)

  private var first: Day { rollover.firstDay }
  private var newLast: Day { rollover.newYear.lastDay }
}
