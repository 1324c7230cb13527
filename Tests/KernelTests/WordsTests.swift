import Kernel
import SQLStore
import StoreTestSupport
import Testing

@Suite struct WordsTests {
  private func words(_ change: (inout Settings) -> Void) -> Words {
    var settings = Settings()
    change(&settings)
    return Words(settings)
  }

  @Test func `without own words a sentence says ours`() {
    let sentence = "{A program} of {departments} has {trainees} at {a site}; ask the {office}."
    #expect(
      Words.ours(sentence)
        == "A program of departments has trainees at a site; ask the GME office.")
  }

  @Test func `own words come with their article, their plural and a capital at the start`() {
    let words = words {
      $0.words = [
        .trainee: "house officer", .program: "training unit", .department: "area",
        .site: "campus", .office: "education office",
      ]
    }
    #expect(
      words("{Trainees}, {a department}, {An area}, {A department}, {sites}, {Office}, {programs}.")
        == "House officers, an area, {An area}, An area, campuses, Education office, "
        + "training units.")
    #expect(words.counted(1, .site) == "1 campus")
    #expect(words.counted(1512, .trainee) == "1,512 house officers")
  }

  @Test(arguments: [
    ("unit", "a unit"), ("European school", "a European school"), ("hour", "an hour"),
    ("one-year course", "a one-year course"), ("umbrella", "an umbrella"), ("é", "a é"),
  ])
  func `an article goes by the sound`(word: String, said: String) {
    #expect(words { $0.words[.program] = word }("{a program}") == said)
  }

  @Test(arguments: [
    ("faculty", "faculties"), ("day", "days"), ("branch", "branches"), ("box", "boxes"),
    ("class", "classes"), ("y", "ys"),
  ])
  func `several of a word end as English does`(one: String, many: String) {
    #expect(words { $0.words[.site] = one }("{sites}") == many)
  }

  @Test func `an own plural goes before the rule`() {
    let words = words {
      $0.words[.trainee] = "housestaff"
      $0.plurals[.trainee] = "housestaff"
    }
    #expect(words("{Trainees}") == "Housestaff")
  }

  @Test(arguments: ["{", "}", "{}", "{a }", "{trainee", "{persons}", "{{program}", "a {b} c"])
  func `what is no word of ours stays as it is`(text: String) {
    #expect(Words.ours(text).replacing("program", with: "") == text.replacing("program", with: ""))
  }

  @Test(arguments: Engine.available)
  func `own words are kept, and taken back when they are left empty`(
    engine: Engine
  ) async throws {
    try await withStore(engine) { store in
      var settings = Settings()
      settings.words[.site] = "campus"
      settings.plurals[.site] = "campuses and clinics"
      let kept = settings
      let now = Instant(milliseconds: 0)
      try await store.write { try kept.save(by: nil, at: now, to: $0) }
      #expect(try await store.read { try Settings(reader: $0) } == kept)
      try await store.write { try Settings().save(by: nil, at: now, to: $0) }
      #expect(try await store.read { try Settings(reader: $0) } == Settings())
    }
  }
}
