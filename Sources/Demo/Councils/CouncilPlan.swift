import Councils
import Kernel
import Roster

/// An organization of the fictional hospital: what it is and which seats it has.
struct CouncilPlan: Sendable {
  let draft: OrganizationDraft
  var charter: CharterDraft?
  var rules: [SeatRuleDraft] = []
  /// Of a hundred seats that directors fill, how many are filled.
  var filled = 0
  /// Whether it meets, and keeps minutes of that.
  var meets = false
  /// What it was called until the last academic year.
  var formerName: String?
  /// Why it was closed a year ago.
  var closedBecause: String?

  private static let open = "Open to all who support the purpose."

  /// A council or committee in which people are seated.
  static func seated(
    _ name: String, _ kind: Organization.Kind, _ purpose: String, founded: Int,
    _ rules: [SeatRuleDraft]
  ) -> CouncilPlan {
    CouncilPlan(
      draft: OrganizationDraft(
        name: name, kind: kind, purpose: purpose, founded: founded, joining: .seats),
      charter: CharterDraft(
        content: """
          \(name) meets each month from September to June.

          Its members speak for those who seated them, and report back to them.
          """,
        criteria: "Its seats say who sits here."),
      rules: rules)
  }

  /// The same, with so many of a hundred seats filled by directors.
  private func filled(_ share: Int) -> CouncilPlan {
    var plan = self
    plan.filled = share
    return plan
  }

  /// An association that people join by themselves.
  static func association(
    _ name: String, _ purpose: String, founded: Int,
    for capacities: [Capacity] = [.trainee, .faculty, .staff]
  ) -> CouncilPlan {
    CouncilPlan(
      draft: OrganizationDraft(
        name: name, kind: .association, purpose: purpose, founded: founded,
        capacities: capacities),
      charter: CharterDraft(
        content: """
          \(name) is led by its members and supported by the office.

          It meets every second month, and whenever its officers call a meeting.
          """,
        criteria: open))
  }

  /// A seat for each department, as many councils have it.
  static func representatives(alternates: Int = 1, years: Int = 1) -> SeatRuleDraft {
    SeatRuleDraft(
      title: "Representative", kind: .eachDepartment, years: years, alternates: alternates)
  }
}

extension CouncilPlan {
  /// All organizations of the hospital.
  static let all: [CouncilPlan] =
    [gmec, residentCouncil, technology, safety, wellness, education, duty] + associations

  private static let gmec = seated(
    "Graduate Medical Education Committee", .committee,
    "Oversees all programs and answers to the accreditor.", founded: 1987,
    [
      SeatRuleDraft(title: "Official", kind: .exOfficio, role: .dio, category: .dio),
      SeatRuleDraft(
        title: "Program directors", kind: .appointed, seats: 4, years: 2,
        category: .programDirector),
      SeatRuleDraft(
        title: "Peer-selected residents and fellows", kind: .peerSelected, seats: 2,
        category: .peerSelectedTrainee),
      SeatRuleDraft(
        title: "Quality and safety officer", kind: .appointed, years: 3,
        category: .qualityOfficer),
    ])

  private static let residentCouncil: CouncilPlan = {
    var plan = seated(
      "Resident Council", .council,
      "Speaks for residents and fellows wherever the institution decides about them.",
      founded: 1994,
      [SeatRuleDraft(title: "Delegates", kind: .peerSelected, seats: 12)])
    plan.meets = true
    return plan
  }()

  private static let technology = seated(
    "Clinical Technology Council", .council,
    "Brings residents and the people who run the records together on better tools.",
    founded: 2012, [representatives()]
  ).filled(72)

  private static let safety = seated(
    "Patient Safety and Quality Council", .council,
    "Makes every trainee's part in safe care plain, and puts trainees on the system's projects.",
    founded: 2009,
    [
      representatives(alternates: 2, years: 2),
      SeatRuleDraft(title: "At large", kind: .atLarge, seats: 5),
      SeatRuleDraft(title: "Nursing and quality staff", kind: .appointed, seats: 4, years: 2),
    ]
  ).filled(85)

  private static let wellness = seated(
    "Wellness Council", .council, "Looks after rest, meals, rooms and each other.",
    founded: 2016,
    [SeatRuleDraft(title: "Program representative", kind: .eachProgram)]
  ).filled(55)

  private static let education: CouncilPlan = {
    var plan = seated(
      "Medical Education Track Board", .trackBody,
      "Runs the track for those who want to teach.", founded: 2018,
      [SeatRuleDraft(title: "Board", kind: .appointed, seats: 5, years: 2)])
    plan.formerName = "Teaching Residents Board"
    return plan
  }()

  private static let duty: CouncilPlan = {
    var plan = seated(
      "Night Call Task Force", .committee, "Looked into the rooms and hours of night call.",
      founded: 2021, [])
    plan.closedBecause = "It has reported; the Wellness Council goes on with it."
    return plan
  }()

  private static let associations = [
    association(
      "House Staff Association", "Friendship, service and a common voice for all trainees.",
      founded: 1979, for: [.trainee]),
    association(
      "First in Medicine", "For everyone who is the first of a family in medicine, and friends.",
      founded: 2014),
    association(
      "Global House Staff", "Languages, visas, holidays: for those from abroad and those who care.",
      founded: 2011),
    association(
      "Rainbow House Staff", "Community, mentoring and service, with allies from everywhere.",
      founded: 2015),
  ]
}
