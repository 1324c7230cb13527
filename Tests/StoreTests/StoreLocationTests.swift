import SQLStore
import Testing

/// What `--database` may name.
@Suite struct StoreLocationTests {
  @Test(
    "A path or an address names a database",
    arguments: [
      ("data.db", StoreLocation.sqlite(path: "data.db")),
      ("/var/lib/housestaff/data.db", .sqlite(path: "/var/lib/housestaff/data.db")),
      ("sqlite:data.db", .sqlite(path: "data.db")),
      ("sqlite:///srv/data.db", .sqlite(path: "/srv/data.db")),
      ("C:data.db", .sqlite(path: "C:data.db")),
      ("postgres://u@h/d", .postgres(url: "postgres://u@h/d")),
      ("postgresql:///d?host=/run", .postgres(url: "postgresql:///d?host=/run")),
      ("Postgres://h/d", .postgres(url: "Postgres://h/d")),
    ])
  func reads(_ argument: String, _ expected: StoreLocation) throws {
    #expect(try StoreLocation(argument) == expected)
  }

  @Test(
    "Anything else is refused in words",
    arguments: ["", "mysql://h/d", "https://h/d", "postgres:d", "sqlite:", "sqlite://"])
  func refuses(_ argument: String) {
    #expect(throws: StoreLocationProblem.self) { try StoreLocation(argument) }
  }

  @Test(
    "A password does not appear in the description",
    arguments: [
      ("postgres://ana:s3cret@db.example/gme", "postgres://ana@db.example/gme"),
      ("postgres://ana:s3@cret@db.example:5433/gme", "postgres://ana@db.example:5433/gme"),
      ("postgres://db.example/gme?user=ana&password=s3cret", "postgres://db.example/gme"),
      ("postgres://db.example?password=s3cret", "postgres://db.example"),
      ("postgres:///gme", "postgres:///gme"),
    ])
  func describes(_ url: String, _ expected: String) {
    #expect(StoreLocation.postgres(url: url).description == expected)
  }
}
