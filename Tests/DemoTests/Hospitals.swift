import Demo
import Kernel

/// Days on which a hospital looks differently: in autumn, in spring with those to come, on the
/// last and the first day of the year, and on a leap day.
let tryDays = ["2026-11-21", "2027-04-20", "2027-06-30", "2027-07-01", "2028-02-29"]
  .compactMap(Day.init(text:))

/// The hospital of documents and screenshots on each of these days, invented once for all tests.
let hospitals = Dictionary(
  uniqueKeysWithValues: tryDays.map { ($0, FictionalHospital(today: $0)) })

/// The hospital of documents and screenshots on a day.
func hospital(on today: Day) -> FictionalHospital {
  hospitals[today] ?? FictionalHospital(today: today)
}

/// The hospital of documents and screenshots on a day in autumn.
let usual = hospital(on: tryDays[0])
