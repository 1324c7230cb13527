extension Migration {
  /// The steps of this program, in order: the files of `Migrations/`, which the build embeds.
  ///
  /// A file `0042_words.sql` appears as `PackageResources._042_words_sql`; a test compares this
  /// list with the folder. Where the engines must differ, `0042_words.sqlite.sql` and
  /// `0042_words.postgres.sql` share a number.
  package static let embedded = [
    Migration(1, "kernel", PackageResources._001_kernel_sql),
    Migration(2, "roster", PackageResources._002_roster_sql),
    Migration(3, "accounts", PackageResources._003_accounts_sql),
    Migration(4, "import_retention", PackageResources._004_import_retention_sql),
    Migration(5, "councils", PackageResources._005_councils_sql),
    Migration(6, "rollover", PackageResources._006_rollover_sql),
    Migration(7, "organization_life", PackageResources._007_organization_life_sql),
    Migration(8, "elections", PackageResources._008_elections_sql),
    Migration(9, "ballots", PackageResources._009_ballots_sql),
    Migration(10, "meetings", PackageResources._010_meetings_sql),
    Migration(11, "election_turns", PackageResources._011_election_turns_sql),
    Migration(12, "meeting_roll", PackageResources._012_meeting_roll_sql),
    Migration(13, "seat_map_indexes", PackageResources._013_seat_map_indexes_sql),
    Migration(14, "concerns", PackageResources._014_concerns_sql),
    Migration(15, "concern_handling", PackageResources._015_concern_handling_sql),
    Migration(16, "concern_files", PackageResources._016_concern_files_sql),
    Migration(17, "mentoring", PackageResources._017_mentoring_sql),
    Migration(18, "mentoring_meeting", PackageResources._018_mentoring_meeting_sql),
    Migration(19, "mentoring_modes", PackageResources._019_mentoring_modes_sql),
    Migration(20, "mentoring_instruments", PackageResources._020_mentoring_instruments_sql),
    Migration(21, "mentoring_certificates", PackageResources._021_mentoring_certificates_sql),
    Migration(22, "mentoring_next_meeting", PackageResources._022_mentoring_next_meeting_sql),
    Migration(23, "mentoring_choosing", PackageResources._023_mentoring_choosing_sql),
    Migration(24, "career_resources", PackageResources._024_career_resources_sql),
  ]
}
