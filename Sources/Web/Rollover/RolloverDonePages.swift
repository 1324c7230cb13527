import HTML
import Kernel
import Roster
import SQLStore

/// A rollover that is done, and the way back.
struct RolloverDonePage: Sendable {
  let visit: Visit
  let rollover: Rollover
  /// The last job of it; an undo that failed says why.
  let job: Job?
  let names: [PersonID: String]

  private var year: RolloverYear { RolloverYear(rollover.newYear) }

  var page: Page {
    let report = rollover.report ?? RolloverReport()
    return Page(
      "Rollover to \(rollover.newYear.name)", in: .rollover, subtitle: subtitle,
      actions: undoEnds == nil
        ? .nothing
        : a(.class("btn"), .href(RolloverPath.undo.location(year))) { "Undo this rollover" }
    ) {
      if job?.state == .failed {
        NoticeBox.of(.warn, heading: "It was not undone") { p { job?.outcome ?? "" } }
      }
      Tiles.of([
        tile(report.raised, "went up", .info), tile(report.graduated, "graduated", .good),
        tile(report.renewed, "renewed", .info),
      ])
      NoticeBox.of(.good, "The academic year \(rollover.newYear.name) has begun. \(wayBack)")
      RolloverHistory.next(after: rollover, visit)
    }
  }

  private func tile(_ number: Int, _ label: String, _ tone: Tone) -> Tiles.Tile {
    Tiles.Tile(
      number: number, label: label, tone: tone, location: PeoplePath.people.location())
  }

  private var subtitle: String {
    guard let doneAt = rollover.doneAt else { return "Done" }
    return "Done \(When.within(doneAt, visit))"
      + (rollover.doneBy.flatMap { names[$0] }.map { ", by \($0)" } ?? "")
  }

  private var undoEnds: Instant? {
    rollover.undoEnds(by: visit.settings).flatMap { $0 > visit.viewer.now ? $0 : nil }
  }

  private var wayBack: String {
    guard let undoEnds else {
      return "It can no longer be undone: what stood there before is not kept that long."
    }
    return "You can undo the rollover until \(When.within(undoEnds, visit)), unless something has "
      + "been built on it by then."
  }
}

/// The question before a rollover is undone, or why it cannot be.
struct RolloverUndoPage: Sendable {
  let visit: Visit
  let rollover: Rollover
  let obstacle: RolloverRefusal?

  var page: Page {
    let year = RolloverYear(rollover.newYear)
    return Page(
      "Undo the rollover to \(rollover.newYear.name)?", in: .rollover,
      under: [
        .init("Rollover to \(rollover.newYear.name)", RolloverPath.year.location(year))
      ]
    ) {
      if let obstacle {
        NoticeBox.of(.warn, heading: "It cannot be undone") { p { visit.words(obstacle.sentence) } }
      } else {
        p {
          visit.words(
            "Every level, standing and last day that the rollover changed will stand again as it "
              + "was before. Directors who were told of the new year are told that it is undone. "
              + "You can confirm the rollover again afterwards.")
        }
        p { (rollover.report ?? RolloverReport()).sentence }
        div(.class("acts")) {
          Form.button(
            visit, "Undo the rollover", RolloverPath.undo.location(year), style: "btn danger")
          a(.class("btn quiet"), .href(RolloverPath.year.location(year))) { "Keep it" }
        }
      }
    }
  }
}

/// The rollovers that were, and the one that comes.
enum RolloverHistory {
  /// The way to the next year's preview, once this year is turned.
  static func next(after rollover: Rollover, _ visit: Visit) -> HTML {
    let next = rollover.newYear.next
    let present = AcademicYear(containing: visit.viewer.today, start: visit.settings.yearStart)
    guard next == present.next else { return .nothing }
    return p {
      a(.href(RolloverPath.year.location(RolloverYear(next)))) {
        "Look ahead to \(next.name)"
      }
    }
  }
}

/// While a rollover is carried out or undone: how far it is; the page looks again by itself.
struct RolloverProgressPage: Sendable {
  let visit: Visit
  let rollover: Rollover
  let isUndo: Bool
  let progress: Job.Progress?

  var page: Page {
    let location = RolloverPath.year.location(RolloverYear(rollover.newYear))
    return Page(
      (isUndo ? "Undoing the rollover to " : "Rollover to ") + rollover.newYear.name,
      in: .rollover,
      subtitle: "You may leave this page. The work goes on, and you get a notice."
    ) {
      section(.class("card"), .id("job"), .named("data-refresh-url", location.text)) {
        ProgressBar.of("bar", words, progress.map { ($0.done, $0.total) })
      }
      p { a(.class("btn"), .href(location)) { "Look again" } }
    }
  }

  private var words: String {
    guard let progress, progress.total > 0 else { return "Working out who changes" }
    return "\(Figures.grouped(progress.done)) of \(Figures.grouped(progress.total)) people"
  }
}
