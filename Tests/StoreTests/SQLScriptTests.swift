import Testing

@testable import Schema

/// How a file of statements is taken apart.
@Suite struct SQLScriptTests {
  private func statements(_ text: String) -> [String] { SQLScript(text).statements }

  @Test("Statements end with a semicolon at the end of a line")
  func plain() {
    #expect(
      statements("CREATE TABLE a (b TEXT);\n\nCREATE TABLE c (d TEXT) ;  \nSELECT 1") == [
        "CREATE TABLE a (b TEXT)", "CREATE TABLE c (d TEXT)", "SELECT 1",
      ])
    #expect(statements("SELECT 1;\r\nSELECT 2;\r\n") == ["SELECT 1", "SELECT 2"])
  }

  @Test("Nothing but comments is no statement")
  func comments() {
    #expect(statements("") == [])
    #expect(statements("-- Only words;\n\n/* and;\n more */\n") == [])
    #expect(
      statements("-- What follows:\nSELECT 1; -- and why\nSELECT 2;") == [
        "-- What follows:\nSELECT 1", "-- and why\nSELECT 2",
      ])
  }

  @Test("Semicolons in quotes, comments and bodies belong to their statement")
  func quoted() {
    let script = """
      INSERT INTO a VALUES ('it''s;
      fine', "odd;
      name");
      SELECT 1 -- not here;
        /* nor here;
        */ + 2;
      DO $$ BEGIN x;
      END $$;
      DO $body$ $$;
      $1 $body$;
      SELECT $1;
      """
    #expect(
      statements(script) == [
        "INSERT INTO a VALUES ('it''s;\nfine', \"odd;\nname\")",
        "SELECT 1 -- not here;\n  /* nor here;\n  */ + 2",
        "DO $$ BEGIN x;\nEND $$",
        "DO $body$ $$;\n$1 $body$",
        "SELECT $1",
      ])
  }

  @Test("The body of a trigger is one statement, up to its END")
  func trigger() {
    let body = """
      CREATE TRIGGER person_search AFTER UPDATE ON person BEGIN
        DELETE FROM search WHERE id = old.id;
        INSERT INTO search VALUES (new.id, (CASE WHEN new.a THEN 1 ELSE 2 END));
      END
      """
    #expect(statements(body + ";\nSELECT 1;") == [body, "SELECT 1"])
    let call = "CREATE TRIGGER t BEFORE INSERT ON a EXECUTE FUNCTION f()"
    #expect(statements(call + ";\nSELECT 1;") == [call, "SELECT 1"])
  }
}
