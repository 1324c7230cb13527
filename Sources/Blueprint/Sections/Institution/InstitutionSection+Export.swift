import Kernel

extension InstitutionSection {
  static func export(from planning: Planning, to file: inout YAMLText) throws {
    let settings = try planning.settings()
    file.section(key) { file in
      file.fact(Key.name, settings.institutionName)
      file.fact(Key.timeZone, settings.timeZoneName)
      file.fact(Key.yearStart, settings.yearStart.text)
      exportWords(settings, to: &file)
      file.nested(Key.thresholds) { file in
        file.fact(Key.everyone, settings.publicThreshold)
        file.fact(Key.office, settings.internalThreshold)
      }
      file.fact(Key.digestHour, settings.digestHour)
      file.fact(Key.undoDays, settings.undoDays)
      file.fact(Key.reminderDays, settings.reminderDays)
    }
  }

  private static func exportWords(_ settings: Settings, to file: inout YAMLText) {
    let own = Settings.Word.allCases.filter { word in
      settings.words[word] != nil || settings.plurals[word] != nil
    }
    guard !own.isEmpty else { return }
    file.nested(Key.words) { file in
      for word in own {
        file.nested(word.rawValue) { file in
          file.fact(Key.one, settings.words[word])
          file.fact(Key.many, settings.plurals[word])
        }
      }
    }
  }
}

extension Planning {
  /// The institution's settings; what holds at first where there is no database yet.
  func settings() throws -> Settings { try reader.map { try Settings(reader: $0) } ?? Settings() }
}

extension AcademicYear.Start {
  /// The months, as a blueprint writes them.
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `July 1`.
  var text: String { "\(Self.months[month - 1]) \(day)" }
}
