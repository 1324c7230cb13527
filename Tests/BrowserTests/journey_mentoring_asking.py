"""Mentees ask mentors: on phones, one without JavaScript; one is accepted, the others are not."""

from playwright.sync_api import expect

import mentoring_hands as hands
from journey_mentoring import RESIDENT, trail

PROGRAM, TITLE, MODE = "First Paper", "First Paper: Asking", "Mentees ask mentors"
DECLINED, HOPED, OTHERS = "A survey of my clinic.", "A case that taught me much.", "A small trial."
AGAIN = "I ask once more, with more words."


def journey_from_request_to_pair(visit):
    office = hands.at_desk(visit)
    mentor = hands.at_desk(visit, hands.MENTOR)
    resident = hands.on_phone(visit, RESIDENT, javascript=False)
    chief, fellow = hands.on_phone(visit, hands.CHIEF), hands.on_phone(visit, hands.FELLOW)
    complete_earlier_pair(visit, resident)
    cycle = hands.begin_cycle(visit, office, PROGRAM, TITLE, MODE)
    names = gather(visit, office, cycle, mentor, (resident, chief, fellow))
    look_at_form(visit, fellow, cycle, names[0])
    ask(fellow, cycle, names[0], DECLINED)
    decline(visit, mentor, fellow, names[3])
    ask(resident, cycle, names[0], HOPED)
    ask_again(visit, resident, names[0])
    ask(chief, cycle, names[0], OTHERS)
    accept(visit, mentor, names)
    look_at_answers(visit, resident, chief)
    keep_out(visit, office)


def complete_earlier_pair(visit, page):
    """Two who are a pair cannot become one once more; so they are done with the first."""
    page.goto(visit.url + "/mentoring")
    page.get_by_role("link", name="Your mentor").click()
    page.get_by_role("link", name="End the pair").click()
    page.get_by_label("We are done").check()
    page.get_by_role("button", name="End it").click()
    expect(page.get_by_role("main")).to_contain_text("completed")


def gather(visit, office, cycle, mentor, mentees):
    """Gives the names, first that of the mentor, who has one mentee elsewhere and two places."""
    mentor.goto(f"{cycle}/enroll")
    expect(mentor.get_by_role("main")).to_contain_text("once approved, all mentees")
    names = [hands.enroll(mentor, cycle, places=2)]
    names += [hands.enroll(one, cycle) for one in mentees]
    visit.check(mentees[0].goto(f"{cycle}/mentors").status == 404,
                "whoever is not approved reads of mentors")
    hands.approve(office, cycle, names)
    hands.go_on_to_matching(office, cycle)
    return names


def look_at_form(visit, page, cycle, mentor):
    """Without a word it is refused."""
    page.goto(visit.url)
    page.get_by_role("link", name=f"Ask a mentor in “{TITLE}”").click()
    visit.check(page.url == f"{cycle}/mentors", "the home page leads elsewhere")
    hands.look_at(visit, page, "mentors")
    page.get_by_role("link", name=f"Ask {mentor}").click()
    hands.look_at(visit, page, "ask")
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("alert")).to_contain_text("Write a line about what you hope for.")


def ask(page, cycle, mentor, words):
    page.goto(cycle)
    page.get_by_role("link", name="Mentors whom you can ask").click()
    expect(page.get_by_role("main")).to_contain_text("Ask up to 3 at a time.")
    page.get_by_role("link", name=f"Ask {mentor}").click()
    page.get_by_label("What you hope for").fill(words)
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("status").first).to_contain_text("Asked.")
    expect(request(page, words)).to_contain_text("open")


def request(page, words):
    return page.locator("main .card").filter(has_text=words)


def ask_again(visit, page, mentor):
    """The step back shows the form once more; what was typed there is refused and not lost."""
    visit.shot(page, "asked")
    page.go_back()
    field = page.get_by_label("What you hope for")
    field.fill(AGAIN)
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("alert")).to_contain_text("You have asked this mentor before.")
    expect(field).to_have_value(AGAIN)
    visit.shot(page, "asked-twice")
    page.goto(visit.url + "/mentoring/requests")
    expect(request(page, HOPED)).to_have_count(1)
    expect(request(page, AGAIN)).to_have_count(0)


def decline(visit, mentor, mentee, name):
    """Nobody asks why, and nobody is told; whoever was declined cannot ask the same one again."""
    mentor.goto(visit.url + "/notices")
    mentor.get_by_role("link", name=TITLE).first.click()
    one = request(mentor, DECLINED)
    expect(one).to_contain_text(name)
    hands.look_at(visit, mentor, "asked-mentor")
    one.get_by_role("button", name="Decline").click()
    expect(mentor.get_by_role("status").first).to_contain_text("Declined. No reason is given.")
    expect(one).to_contain_text("declined")
    mentee.goto(visit.url + "/notices")
    mentee.get_by_role("link", name="cannot take it on. Ask somebody else.").first.click()
    expect(request(mentee, DECLINED)).to_contain_text("declined")
    visit.check("eason" not in mentee.get_by_role("main").inner_text(), "a reason is spoken of")
    visit.shot(mentee, "declined")


def accept(visit, mentor, names):
    """One is accepted; on pages that are older neither can be, and going back shows how it is."""
    mentor.goto(visit.url + "/mentoring/requests")
    older = [(words, page_beside(mentor)) for words in (HOPED, OTHERS)]
    expect(request(mentor, HOPED)).to_contain_text(names[1])
    request(mentor, HOPED).get_by_role("button", name="Accept").click()
    expect(mentor.get_by_role("status").first).to_contain_text("You are a pair.")
    for words, page in older:
        request(page, words).get_by_role("button", name="Accept").click()
        expect(page.get_by_role("main")).to_contain_text(
            "This request was answered, taken back, or has lapsed.")
        visit.shot(page, "too-late")
        page.go_back()
        expect(request(page, OTHERS)).to_contain_text("lapsed")
        for ended in (HOPED, OTHERS):
            expect(request(page, ended).get_by_role("button", name="Accept")).to_have_count(0)


def page_beside(page):
    """The same page in another tab."""
    other = page.context.new_page()
    other.goto(page.url)
    return other


def look_at_answers(visit, accepted, lapsed):
    hands.pair_of(visit, accepted, f"You have a mentor in “{TITLE}”")
    expect(accepted.get_by_role("main")).to_contain_text("You write first.")
    lapsed.goto(visit.url + "/notices")
    lapsed.get_by_role("link", name=f"A request of yours in “{TITLE}” has lapsed. Ask somebody "
                       "else.").first.click()
    expect(request(lapsed, OTHERS)).to_contain_text("lapsed")
    expect(lapsed.get_by_role("main")).not_to_contain_text(HOPED)
    hands.look_at(visit, lapsed, "lapsed")


def keep_out(visit, office):
    """Who asked whom is the two people's: the office reads none of it."""
    office.goto(visit.url + "/mentoring/requests")
    expect(office.get_by_role("heading", name="No requests")).to_be_visible()
    told = trail(visit, office)
    visit.check(not any(words in told for words in (DECLINED, HOPED, OTHERS)),
                "the audit trail tells what mentees write")
