import Councils
import HTML
import Kernel

/// Nominations in a list.
struct NominationTable: Sendable {
  let visit: Visit
  let lines: [NominationLine]
  /// Whether the page and the heading above say already of which organization all are, and how they
  /// stand.
  var isUnderHeading = false

  var markup: HTML {
    table {
      caption(.class("vh")) { "People put forward" }
      Cells.head(
        isUnderHeading
          ? ["Who", "Seat", "Put forward"]
          : ["Who", "Organization", "Seat", "Stands", "Put forward"])
      tbody { for line in lines { row(line) } }
    }
  }

  private func row(_ line: NominationLine) -> HTML {
    let (word, tone) = OrganizationWords.nomination(line.nomination.state)
    return tr {
      Cells.name(line.name, NominationPath.nomination.location(line.nomination.id))
      if !isUnderHeading { td { bdi { line.organizationName } } }
      td { bdi { Self.seat(line) } }
      if !isUnderHeading { td { Badge.of(word, tone) } }
      td(.class("fix"), .named("data-label", "Put forward")) {
        When.day(line.nomination.putForwardAt.day(in: visit.settings.timeZone))
      }
    }
  }

  /// `Representative, Medicine`.
  static func seat(_ line: NominationLine) -> String {
    line.seatTitle + (line.unitName.map { ", \($0)" } ?? "")
  }
}
