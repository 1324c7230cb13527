import Credentials
import Testing

@Suite struct PasswordRulesTests {
  private let rules = PasswordRules(siteWords: ["Riverbend University Hospital", "Housestaff"])
  private let ana = ["Ana María Núñez", "ana.nunez@riverbend.example"]

  @Test(arguments: [
    "correct horse battery staple", "tide lamp walnut 9", "Zqv81_mmLpo7", "vjx kdp qwm trz",
    "日本語のとても長いパスワード", "the riverbend heron eats late", "ana likes quiet trombones",
    "пароль из шести разных слов", "🙂🌊🎻🥕🧭🚲🪁🧩🫖🧦🪴🛶", "4711-0815-2390-6674", "tide\tlamp walnut",
  ])
  func `A password that is long and nobody's first guess may be used`(password: String) {
    #expect(rules.problems(in: password, of: ana) == [])
  }

  @Test func `Eleven characters are too few and twelve are enough`() {
    #expect(
      rules.problems(in: "tide lamp 9", of: []) == [.tooShort(characters: 11, least: 12)])
    #expect(rules.problems(in: "tide lamp 9w", of: []) == [])
  }

  @Test func `Characters are counted as a person counts them`() {
    let family = "👩‍👩‍👧‍👦"
    #expect(
      rules.problems(in: "xkd" + family + "q\u{301}mr", of: [])
        == [.tooShort(characters: 7, least: 12)])
  }

  @Test func `At most 256 characters are taken, and none is cut off`() {
    let phrase = String("tide lamp walnut ember ".flatMap { [$0, "é"] })
    let long = String(String(repeating: phrase, count: 9).prefix(255)) + "Z"
    #expect(long.count == 256)
    #expect(rules.problems(in: long, of: []) == [])
    #expect(rules.problems(in: long + "a", of: []) == [.tooLong(most: 256)])
    let heavy = "tide lamp walnut" + "e" + String(repeating: "\u{301}", count: 5_000)
    #expect(rules.problems(in: heavy, of: []) == [.tooLong(most: 256)])
  }

  @Test(arguments: [
    "password1234", "Passw0rd2026!", "P@$$w0rd!!!!", "passwordpassword", "welcome2hospital",
    "Summer2026!!", "123456789012", "qwertyuiop12", "asdfghjkl;12", "1qaz2wsx3edc", "aaaaaaaaaaaa",
    "abcabcabcabc", "ABCDEFGHIJKL", "zyxwvutsrqpo", "letmein12345", "changeme1234", "Ilove!you!!!",
    "iloveyouprincess", "monkeydragon1", "WelcomeResident", "!@#$%^&*()_+", "121212121212",
    "s u n s h i n e 1", "ｐａｓｓｗｏｒｄ１２３４", "pässwörd1234", "q1w2e3r4t5y6",
    "sunshine2026sunshine", "01 January 2026", "0987654321098",
  ])
  func `A password that is tried first is refused`(password: String) {
    #expect(rules.problems(in: password, of: []) == [.common])
  }

  @Test(arguments: [
    ("RiverbendHospital2026!", "riverbend"), ("Núñez.Ana.1985!", "nunez"),
    ("ana.nunez@riverbend.example", "riverbend"), ("maria1234567", "maria"),
    ("NunezNunezNunez", "nunez"), ("housestaff 2026", "housestaff"),
    ("hospital2026hospital", "hospital"),
  ])
  func `A password that is little more than a known word is refused`(pair: (String, String)) {
    #expect(rules.problems(in: pair.0, of: ana) == [.knownWord(pair.1)])
  }

  @Test func `All problems are told at once, in plain sentences`() {
    let problems = rules.problems(in: "Núñez1", of: ana)
    #expect(problems == [.tooShort(characters: 6, least: 12), .knownWord("nunez")])
    #expect(
      problems.map(\.sentence) == [
        "Use at least 12 characters; this has 6. A few unrelated words do well.",
        "This is little more than “nunez”, which others know. Leave it out, or add words to it.",
      ])
    #expect(rules.problems(in: "", of: ana) == [.tooShort(characters: 0, least: 12)])
  }

  @Test func `A short password that is common is told both`() {
    #expect(
      rules.problems(in: "password1", of: []) == [.tooShort(characters: 9, least: 12), .common])
  }

  // Ways to cut a password into common words that grew with its length would not come to an end.
  @Test(.timeLimit(.minutes(5))) func `The longest password is judged`() {
    let worst = String(repeating: "passworda1", count: 25) + "mother"
    #expect(rules.problems(in: worst, of: ana) == [])
  }
}
