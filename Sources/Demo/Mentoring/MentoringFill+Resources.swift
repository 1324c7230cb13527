import Kernel
import Mentoring
import Roster

/// What helps with a career at the invented hospital.
extension MentoringFill {
  /// Adds the resources, each of a department or of the office; some are to be looked over.
  func fillResources() throws {
    let departments = hospital.departments
    for (place, line) in MentoringPlan.resources.enumerated() {
      let day = hospital.today.adding(days: -line.age)
      var draft = CareerResourceDraft(
        title: line.title, summary: line.summary, audiences: line.audiences,
        department: line.isOfOffice ? nil : departments[place % departments.count].id,
        reviewOn: day.adding(months: 12))
      draft.place = line.place
      try CareerResource.add(draft, by: viewer(office, day), in: world(day), writer: writer)
    }
  }
}

extension MentoringPlan {
  /// A resource of the demonstration.
  struct Resource {
    let title, summary, place: String
    let audiences: Set<CareerResource.Audience>
    /// How many days ago it was added.
    let age: Int
    var isOfOffice = false
  }

  static let resources = [
    Resource(
      title: "Writing a first case report",
      summary: "From the patient to the journal in six steps, with a form for consent.",
      place: "https://library.example/case-report", audiences: [.students, .trainees], age: 40),
    Resource(
      title: "From residency to a first job",
      summary: "Contracts, interviews and questions that others wish they had asked. An evening "
        + "each October, with handouts for whoever is on call.",
      place: "Auditorium, second floor", audiences: [.trainees], age: 358, isOfOffice: true),
    Resource(
      title: "Travel fund for presenters",
      summary: "Up to 1,200 dollars for whoever presents their own work. Ask before you book.",
      place: "https://gme.example/travel-fund", audiences: [.trainees, .faculty], age: 120,
      isOfOffice: true),
    Resource(
      title: "Teaching at the bedside",
      summary: "A workshop of two hours, and someone who watches you teach afterwards.",
      place: "", audiences: [.trainees, .faculty], age: 200),
    Resource(
      title: "Promotion for clinician educators",
      summary: "What the committee reads, and a portfolio to begin with. Certificates of service "
        + "as a mentor belong into it.",
      place: "https://faculty.example/promotion", audiences: [.faculty], age: 75),
    Resource(
      title: "A month of research for students",
      summary: "Who takes students, in which months, and how to write to them.",
      place: "https://students.example/research-month", audiences: [.students], age: 410),
    Resource(
      title: "Applying for a fellowship",
      summary: "The calendar of applications, sample statements, and people who read drafts.",
      place: "", audiences: [.trainees], age: 60, isOfOffice: true),
  ]
}
