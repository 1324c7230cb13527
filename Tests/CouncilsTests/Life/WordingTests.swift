import Councils
import RosterTestSupport
import Testing

@Suite struct WordingTests {
  private let wording = Wording(WordingRule.embedded.filter { $0.holds(on: TestWorld.today) })

  @Test(arguments: [
    "Open only to women.", "Open to women only.", "Women only.", "Only women may join.",
    "Membership is restricted to Latino residents.", "Restricted to LGBTQ+ residents and fellows.",
    "Limited to Black and Latinx trainees.", "Members must identify as women.",
    "Members must identify as Black.", "Applicants must be Muslim.", "You must be a woman to join.",
    "Members have to be female residents.", "Reserved for physicians with disabilities.",
    "Exclusively for African American fellows.", "This group is closed to men.",
    "Not open to men.", "Men may not join.", "Men are not eligible.", "Men cannot be members.",
    "Membership excludes white residents.", "For Black residents.", "For women.",
    "Open to Asian residents and fellows.", "Open to all women.", "Open to everyone who is Jewish.",
    "Anyone who identifies as queer may join.", "Open to all residents who identify as women.",
    "All female residents are welcome.", "Residents who identify as LGBTQ+.",
    "Women residents, fellows and faculty.", "Priority is given to women.",
    "Preference will be given to underrepresented minorities.", "Members must be under 40.",
    "Members must be U.S. citizens.", "Only Nigerian physicians may join.",
    "Membership is for residents of color.", "Members are residents of African descent.",
    "All are welcome at talks, but only women may join.", "Members must be non-binary or women.",
    "Native American trainees are eligible.", "Limited to those with disabilities.",
    "Underrepresented in medicine residents only.", "Solely for Christian housestaff.",
  ])
  func `a trait that decides who may join is found`(_ sentence: String) {
    #expect(!wording.findings(in: sentence, .criteria).isEmpty)
  }

  @Test(arguments: [
    "Open to all who support the purpose.", "Open to all residents and fellows.",
    "Everyone who supports the advancement of women in surgery may join.",
    "LGBTQ+ residents and allies welcome.", "Women and their allies.",
    "For Black residents and allies.", "Members must identify as women or as allies.",
    "A community for women in surgery. Open to all who support its purpose.",
    "Open to all residents, fellows and faculty, women and men alike.",
    "We support Latino trainees. Anyone may join.",
    "All residents are welcome, regardless of race, gender or religion.",
    "You do not have to be a woman to join.", "Members need not identify as LGBTQ+.",
    "Open to anyone interested in Black maternal health.", "Open to any resident or fellow.",
    "Not only women: everyone is welcome.", "Only residents and fellows may vote.",
    "Members must be in good standing.", "Limited to current residents and fellows.",
    "Restricted to members of the Department of Women's Health.",
    "Open to all members of the housestaff.", "For residents with an interest in women's health.",
    "Anyone who supports Muslim physicians may join.", "Reserved for peer-selected residents.",
    "Members must attend one meeting a year.", "Open only to those who support women in surgery.",
    "At most 40 members sit on the council.", "Dress for photos must be a white coat.",
    "Membership does not depend on whether residents are women or men.",
    "Residents and fellows whom their peers select.", "Whoever holds a seat is a member.",
    "Open to all who support the purpose; allies are welcome.",
  ])
  func `an invitation to all, and a community in the purpose, is let pass`(_ sentence: String) {
    #expect(wording.findings(in: sentence, .criteria) == [])
  }

  @Test(arguments: [
    "The association supports Black residents and fellows.",
    "We advance women in surgery through mentoring and community.",
    "Members of the Black Residents Association elect a chair each May.",
    "There are few women in leadership. The council works to change that.",
    "Our history: founded in 1998 by three Latina residents.",
    "The Women's Council meets monthly. Any resident may join.",
    "We hold an annual dinner for Asian Pacific American Heritage Month.",
    "We recruit at conferences of the Student National Medical Association.",
  ])
  func `a charter that speaks of a community is let pass`(_ sentence: String) {
    #expect(wording.findings(in: sentence, .charter) == [])
  }

  @Test(arguments: [
    "Article 2. Membership is open to women.", "Only women may hold office.",
    "Members are Black residents and fellows.", "Officers must be Jewish.",
  ])
  func `a charter that shuts out is found`(_ sentence: String) {
    #expect(!wording.findings(in: sentence, .charter).isEmpty)
  }

  @Test func `a finding says words, place, why and what to write instead`() throws {
    let text = "Purpose: community.\nMembership is restricted to Latina residents, all year."
    let found = try #require(wording.findings(in: text, .criteria).first)
    #expect(found.words == "restricted to Latina residents")
    #expect(String(Array(text)[found.position]) == found.words)
    #expect(found.trait == "Race, color and ethnic origin")
    #expect(found.rule == "condition")
    #expect(found.suggestion.contains("Open to all who support the purpose"))
    #expect(!found.why.isEmpty && !found.source.isEmpty)
    #expect(wording.findings(in: text, .criteria).count == 1)
  }

  @Test func `a rule holds from its first to its last day`() throws {
    let rule = try #require(WordingRule.embedded.first { $0.id == "preference" })
    #expect(!rule.holds(on: day("2025-07-28")))
    #expect(rule.holds(on: day("2025-07-29")))
    let before = Wording(WordingRule.embedded.filter { $0.holds(on: day("2025-07-28")) })
    #expect(before.findings(in: "Priority is given to women.", .criteria) == [])
  }

  @Test func `the example of every rule shows what it does`() {
    #expect(WordingRule.embedded.map(\.id).count == 12)
    for rule in WordingRule.embedded where [.trait, .condition, .mention].contains(rule.kind) {
      #expect(!wording.findings(in: rule.example, .criteria).isEmpty, "\(rule.id)")
    }
    for rule in WordingRule.embedded where [.invitation, .inclusion].contains(rule.kind) {
      #expect(wording.findings(in: rule.example, .criteria) == [], "\(rule.id)")
    }
  }

  @Test func `long and odd texts are read without trouble`() {
    let long = String(repeating: "Open only to women, ", count: 1000)
    #expect(wording.findings(in: long, .criteria).count == 1000)
    #expect(wording.findings(in: "", .criteria) == [])
    #expect(wording.findings(in: "\u{301}\u{0} —…👩🏽‍⚕️ only", .criteria) == [])
  }
}
