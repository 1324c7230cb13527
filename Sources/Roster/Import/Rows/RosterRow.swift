import Kernel

/// A row of a roster that can be believed: everything in it has been read and checked.
///
/// A value that is nil was left blank or has no column: it says nothing, and changes nothing.
struct RosterRow: Equatable {
  /// What a row says about an appointment.
  struct Training: Equatable {
    var place: PlaceText
    var level: Int
    var standing: Standing?
    var startsOn: Day
    var endsOn: Day
  }

  /// Where someone trains, in the file's words.
  struct PlaceText: Equatable {
    var program: String?
    var accreditationNumber: String?
    var department: String?
    var sponsor: String?
    var site: String?
    var directorAddress: String?
  }

  var line: Int
  var personnelNumber: String
  var family: String
  /// nil where the file has no column for it; blank for names of one word.
  var given: String?
  var preferred: String?
  var degrees: String?
  var address: String?
  var capacity: Capacity?
  /// nil for faculty and staff.
  var training: Training?
}
