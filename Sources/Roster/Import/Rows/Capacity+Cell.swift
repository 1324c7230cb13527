import Kernel

extension Capacity {
  /// Reads what someone is from the words of a cell, such as "Clinical Fellow".
  init?(cell: String) {
    let words = FoldedText.key(cell).split { !$0.isLetter }.map { word in
      word.hasSuffix("s") ? word.dropLast() : word
    }
    func has(_ known: Set<Substring>) -> Bool { words.contains { known.contains($0) } }
    // "Program coordinator, residency" is staff, "Chief resident" is a trainee.
    if has(Self.staffWords) {
      self = .staff
    } else if has(Self.traineeWords) {
      self = .trainee
    } else if has(Self.facultyWords) {
      self = .faculty
    } else {
      return nil
    }
  }

  /// The words that a person should use, for messages: those that a cell is read by, whatever the
  /// institution calls its trainees.
  static let advice = "not known: use Trainee, Faculty or Staff"

  private static let traineeWords: Set<Substring> = [
    "trainee", "resident", "fellow", "intern", "housestaff", "houseofficer", "officer", "learner",
    "pgy",
  ]
  private static let facultyWords: Set<Substring> = [
    "faculty", "attending", "physician", "professor", "instructor", "director", "chair", "mentor",
    "consultant", "preceptor",
  ]
  // Words that end in s stand here without it, as the cell's words do.
  private static let staffWords: Set<Substring> = [
    "staff", "coordinator", "administrator", "manager", "assistant", "analyst", "specialist",
    "office", "admin",
  ]
}
