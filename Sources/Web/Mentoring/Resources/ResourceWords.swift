import Kernel
import Mentoring

/// How pages say what career resources are.
enum ResourceWords {
  static func audience(_ audience: CareerResource.Audience) -> String {
    switch audience {
    case .students: "Students"
    case .trainees: "{Trainees}"
    case .faculty: "Faculty"
    }
  }

  /// Whose it is, and when they looked it over.
  static func origin(_ one: CareerResource, _ visit: Visit) -> String {
    let owner = one.departmentName ?? visit.words("the {office}")
    let reviewed = one.reviewedOn.map { "Looked over on \(When.day($0))." } ?? ""
    return "From: \(owner). \(reviewed)"
  }
}
