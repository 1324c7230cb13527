package import SQLStore

extension Settings {
  /// The settings as they stand; defaults where nothing was set.
  package init(reader: any SQLReader) throws {
    self.init()
    try reader.forEach("SELECT name, content FROM setting") { row in
      try take(name: row.text("name"), content: row.text("content"))
    }
  }

  private mutating func take(name: String, content: String) {
    switch name {
    case "institution_name": institutionName = content
    case "time_zone": timeZoneName = content
    case "year_start":
      let parts = content.split(separator: "-").compactMap { Int($0) }
      if parts.count == 2, let start = AcademicYear.Start(month: parts[0], day: parts[1]) {
        yearStart = start
      }
    case "public_threshold": publicThreshold = Int(content) ?? publicThreshold
    case "internal_threshold": internalThreshold = Int(content) ?? internalThreshold
    case "digest_hour": digestHour = Int(content) ?? digestHour
    case "undo_days": undoDays = Int(content) ?? undoDays
    case "reminder_days": reminderDays = Int(content) ?? reminderDays
    default: takeWord(name, content)
    }
  }

  private mutating func takeWord(_ name: String, _ content: String) {
    guard name.hasPrefix("word") else { return }
    for word in Word.allCases {
      if name == word.setting { words[word] = content }
      if name == word.settingOfPlural { plurals[word] = content }
    }
  }

  /// Keeps the settings; names that changed are told in the audit trail.
  package func save(
    by actor: PersonID?, at now: Instant, to writer: any SQLWriter
  ) throws {
    let before = try Settings(reader: writer).stored
    let after = stored
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
    for name in changed {
      if let content = after[name] {
        try writer.execute(
          """
          INSERT INTO setting (name, content, changed_at, changed_by)
          VALUES (\(name), \(content), \(now), \(actor?.text))
          ON CONFLICT (name) DO UPDATE SET content = excluded.content,
            changed_at = excluded.changed_at, changed_by = excluded.changed_by
          """)
      } else {
        try writer.execute("DELETE FROM setting WHERE name = \(name)")
      }
    }
    guard !changed.isEmpty else { return }
    try Audit.append(
      Audit.Act("settings.changed", of: .institution, detail: changed.joined(separator: ", ")),
      by: actor, at: now, to: writer)
  }

  private var stored: [String: String] {
    var stored = [
      "institution_name": institutionName, "time_zone": timeZoneName,
      "year_start": "\(yearStart.month)-\(yearStart.day)",
      "public_threshold": String(publicThreshold),
      "internal_threshold": String(internalThreshold), "digest_hour": String(digestHour),
      "undo_days": String(undoDays), "reminder_days": String(reminderDays),
    ]
    for (word, own) in words { stored[word.setting] = own }
    for (word, own) in plurals { stored[word.settingOfPlural] = own }
    return stored
  }
}

extension Settings.Word {
  /// The name under which the institution's word is kept.
  fileprivate var setting: String { "word_" + rawValue }
  /// The name under which its word for several is kept.
  fileprivate var settingOfPlural: String { "words_" + rawValue }
}
