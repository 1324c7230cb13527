import Councils
import HTML
import Kernel
import Spreadsheet

/// The evidence of a year as one table for a spreadsheet: a line for each seat, meeting and forum.
struct EvidenceFile: Sendable {
  let page: EvidencePage

  private var evidence: Evidence { page.evidence }

  var download: Download {
    var table = CSVWriter(byteOrderMark: true)
    table.write([
      "What", "Organization", "Name", "Seat", "For", "From", "Until", "Chosen by", "Seats there",
      "Seats", "Peer-selected there", "Peer-selected seats", "Without a seat",
      "Voting seats there", "Voting seats needed", "Quorum", "Decisions", "Minutes approved",
    ])
    for one in evidence.seated { table.write(line("Seat", one)) }
    for one in evidence.elected { table.write(line("Peer-selected seat", one)) }
    for held in evidence.meetings { table.write(line(held)) }
    for day in evidence.forums {
      table.write(["Forum", evidence.organization.name, "", "", "", day.text, day.text])
    }
    return Download(
      fileName: "evidence-\(evidence.year.startYear).csv", type: "text/csv; charset=utf-8",
      bytes: table.drain())
  }

  private func line(_ what: String, _ one: Evidence.Seated) -> [String] {
    [
      what, one.organizationName, one.name, one.seatTitle, one.unitName ?? "", one.startsOn.text,
      one.lastDay.text, one.evidence,
    ]
  }

  private func line(_ held: Evidence.Held) -> [String] {
    let (day, quorum) = (held.meeting.day.text, held.meeting.quorum)
    let counts = [
      held.seatsPresent, held.seats, held.peersPresent, held.peerSeats, held.others,
      quorum?.present ?? 0, quorum?.needed ?? 0,
    ]
    return ["Meeting", evidence.organization.name, held.meeting.title, "", "", day, day, ""]
      + counts.map(String.init)
      + [
        quorum?.isMet == true ? "yes" : "no", String(held.decisions),
        held.hasApprovedMinutes ? "yes" : "no",
      ]
  }
}
