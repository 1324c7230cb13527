"""A pair from the office's own hand to its end: set, matched, signed, met, ended, matched again."""

import re

from playwright.sync_api import expect

import mentoring_hands as hands
from journey_mentoring import CYCLE, RESIDENT, trail

HOPES = "To write it up before spring."
AIMS, NEXT_AIMS = "One abstract by May.", "One abstract by June."
GOAL, NOTE = "Send the abstract", "I was afraid to say that I am stuck."
TOLD = "We read three papers."


def journey_from_lock_to_second_matching(visit):
    office = hands.at_desk(visit)
    mentee = hands.on_phone(visit, hands.CHIEF)
    mentor = hands.at_desk(visit, hands.MENTOR)
    cycle, names = gather(visit, office, mentee, mentor)
    set_by_hand(visit, office, cycle, names)
    match(visit, office, cycle, names)
    pair = hands.pair_of(visit, mentee, "You have a mentor in")
    agree(visit, mentee, mentor, pair)
    change_agreement(visit, mentee, mentor, pair)
    reach_goal(visit, mentee, mentor, pair)
    meet(visit, mentee, mentor, pair)
    keep_out(visit, office, pair)
    before = hands.pairs_file(office, cycle)
    end(visit, mentee, mentor, pair)
    match_again(visit, office, cycle, names, before)
    new = hands.pair_of(visit, mentee, "You have a mentor in")
    visit.check(new != pair, "the new mentor is the old pair")


def gather(visit, office, mentee, mentor):
    """More people look for a mentor than there are places; one who would mentor is not approved."""
    cycle = hands.cycle_of(visit, office, CYCLE)
    resident = hands.on_phone(visit, RESIDENT)
    names = [hands.enroll(mentee, cycle, hopes=HOPES),
             hands.enroll(mentor, cycle, places=hands.ONE_MORE), hands.enroll(resident, cycle)]
    hands.approve(office, cycle, names)
    hands.approve(office, cycle, hands.under_review(office, cycle, "looks for a mentor"))
    hands.go_on_to_matching(office, cycle)
    return cycle, names


def set_by_hand(visit, page, cycle, names):
    """Whom a rule keeps apart cannot be set, and nobody is told by which rule."""
    mentee, mentor, resident = names
    page.goto(f"{cycle}/matching")
    page.get_by_role("link", name="Decide on a pair").click()
    hands.look_at(visit, page, "decide")
    decide(page, resident, mentor)
    expect(page.get_by_role("alert")).to_contain_text("Which one is not said.")
    expect(page.get_by_label("Why")).to_have_value("They know each other.")
    decide(page, mentee, mentor)
    main = page.get_by_role("main")
    expect(main).to_contain_text(f"Set: {mentee} with {mentor}")
    page.get_by_role("link", name="Decide on a pair").click()
    decide(page, mentee, mentor)
    expect(main.get_by_text("Set: ")).to_have_count(1)


def decide(page, mentee, mentor):
    page.get_by_label("Mentee").select_option(label=mentee)
    page.get_by_label("Mentor").select_option(label=mentor)
    page.get_by_label("They are a pair").check()
    page.get_by_label("Why").fill("They know each other.")
    page.get_by_role("button", name="Decide").click()


def match(visit, page, cycle, names):
    """The result has the pair that was set; whoever has none can be asked about."""
    mentee, mentor, _ = names
    page.get_by_role("button", name="Match", exact=True).click()
    expect(hands.row_of(page, mentee)).to_contain_text(mentor)
    visit.shot(page, "matched")
    page.get_by_role("main").get_by_role("link", name=mentee).click()
    expect(page.get_by_role("main")).to_contain_text("You set this pair by hand.")
    ask_why_not(visit, page, cycle)
    page.goto(f"{cycle}/matching")
    page.get_by_role("link", name="What if a rule did not count?").click()
    more = page.get_by_role("row").filter(has_text="Every mentor takes one more")
    expect(more).not_to_contain_text("Nobody")
    visit.check(more.get_by_role("cell").first.inner_text().strip() == "2",
                f"one more place each: {more.inner_text()}")
    hands.look_at(visit, page, "what-if")
    hands.publish(page, cycle)


def ask_why_not(visit, page, cycle):
    page.goto(f"{cycle}/matching")
    heading = page.get_by_role("heading", name=re.compile("^Without a "))
    without = page.locator("section").filter(has=heading).last.get_by_role("listitem")
    visit.check(without.count() == 2, f"{without.count()} people have nobody, not 2")
    without.first.get_by_role("link").click()
    expect(page.get_by_role("main")).to_contain_text("Others have the places")
    expect(page.get_by_role("heading", name="What else would be possible")).to_be_visible()
    hands.look_at(visit, page, "why-not")


def agree(visit, mentee, mentor, pair):
    """Sent twice it is one version; the step back and a second signature change nothing."""
    propose(mentee, pair, AIMS)
    expect(mentee.get_by_role("main")).to_contain_text("has not signed yet")
    mentee.go_back()
    mentee.get_by_role("button", name="Sign and send").click()
    expect(mentee.get_by_role("alert")).to_contain_text("These are the terms that stand there.")
    hands.look_at(visit, mentee, "agreement")
    hands.pair_of(visit, mentor, "waits for your signature")
    main = mentor.get_by_role("main")
    expect(main).to_contain_text(AIMS)
    visit.shot(mentor, "to-sign")
    mentor.get_by_role("button", name="Sign it").dblclick()
    expect(main).to_contain_text("signed by both")
    mentor.go_back()
    mentor.goto(pair)
    expect(main).to_contain_text("signed by both")
    expect(mentor.get_by_role("button", name="Sign it")).to_have_count(0)


def propose(page, pair, aims):
    page.goto(f"{pair}/agree")
    page.get_by_label("What we want to reach").fill(aims)
    page.get_by_role("button", name="Sign and send").click()


def change_agreement(visit, mentee, mentor, pair):
    """Who reads version 2 while version 3 is written does not sign what they have not read."""
    propose(mentee, pair, AIMS + " And a talk.")
    mentor.goto(pair)
    expect(mentor.get_by_role("button", name="Sign it")).to_be_visible()
    propose(mentee, pair, NEXT_AIMS)
    mentor.get_by_role("button", name="Sign it").click()
    main = mentor.get_by_role("main")
    expect(main).to_contain_text("Read them again before you sign.")
    visit.shot(mentor, "older-version")
    mentor.goto(pair)
    expect(main).to_contain_text("waits for a signature")
    expect(main).to_contain_text(NEXT_AIMS)
    mentor.get_by_role("button", name="Sign it").click()
    expect(main).to_contain_text("signed by both")


def reach_goal(visit, mentee, mentor, pair):
    mentee.goto(pair)
    mentee.get_by_role("link", name="Add a goal").click()
    hands.look_at(visit, mentee, "goal")
    mentee.get_by_label("What is to be reached").fill(GOAL)
    mentee.get_by_role("button", name="Add").click()
    expect(mentee.get_by_role("alert")).to_contain_text("Choose whose turn it is.")
    expect(mentee.get_by_label("What is to be reached")).to_have_value(GOAL)
    mentee.get_by_label("Whose turn it is").select_option(index=1)
    mentee.get_by_role("button", name="Add").click()
    mentor.goto(pair)
    goal = mentor.get_by_role("listitem").filter(has_text=GOAL)
    goal.get_by_role("button", name="Reached").click()
    expect(goal).to_contain_text("reached")
    expect(goal.get_by_role("button", name="Open again")).to_be_visible()


def meet(visit, mentee, mentor, pair):
    """A note of one's own is for oneself, a shared one for both. A day is one meeting."""
    note_meeting(visit, mentee, pair, NOTE)
    mentee.go_back()
    mentee.get_by_role("button", name="Note it").click()
    expect(mentee.get_by_role("alert")).to_contain_text("You have a note of this day already.")
    mentee.goto(pair)
    main = mentee.get_by_role("main")
    expect(main).to_contain_text("Your note, for you alone:")
    visit.check(main.get_by_text("30 minutes, by video").count() == 1,
                "a meeting that is noted twice stands there twice")
    visit.shot(mentee, "met")
    mentor.goto(pair)
    expect(mentor.get_by_role("main")).to_contain_text("30 minutes, by video")
    expect(mentor.get_by_role("main")).not_to_contain_text(NOTE)
    note_meeting(visit, mentor, pair, TOLD, shared=True)
    expect(mentor.get_by_role("main")).to_contain_text("Your note, for both:")
    mentee.goto(pair)
    expect(main).to_contain_text(TOLD)
    expect(main).to_contain_text(NOTE)


def note_meeting(visit, page, pair, text, *, shared=False):
    page.goto(f"{pair}/meeting")
    if not shared:
        hands.look_at(visit, page, "meeting")
    page.get_by_label("How you met").select_option(label="by video")
    page.get_by_label("Your note").fill(text)
    page.get_by_label("The other reads my note too").set_checked(shared)
    page.get_by_role("button", name="Note it").click()
    expect(page.get_by_role("status").first).to_contain_text("Noted.")


def keep_out(visit, office, pair):
    """The office sees that there is a pair, and nothing of what the two write."""
    office.goto(pair)
    expect(office.get_by_role("main")).to_contain_text("About the pair")
    for words in (AIMS, NEXT_AIMS, GOAL, NOTE, TOLD, HOPES):
        visit.check(words not in office.content(), f"the office reads “{words}”")
    for page in ("agree", "goal", "meeting"):
        status = office.goto(f"{pair}/{page}").status
        visit.check(status == 404, f"the office opens {page}: {status}")
    told = trail(visit, office)
    visit.check("Meeting of a pair noted" in told and NOTE not in told and AIMS not in told,
                "the audit trail tells what a pair writes, or nothing of it")


def end(visit, mentee, mentor, pair):
    mentee.goto(pair)
    mentee.get_by_role("link", name="End the pair").click()
    hands.look_at(visit, mentee, "end")
    mentee.get_by_role("button", name="End it").click()
    expect(mentee.get_by_role("alert")).to_contain_text("Choose how it ends.")
    mentee.get_by_label("It ends early").check()
    mentee.get_by_role("button", name="End it").click()
    expect(mentee.get_by_role("main")).to_contain_text("ended early")
    expect(mentee.get_by_role("link", name="End the pair")).to_have_count(0)
    mentor.goto(visit.url + "/notices")
    expect(mentor.get_by_role("main")).to_contain_text(
        "has ended. It is nobody's fault, and no reason is asked.")


def match_again(visit, office, cycle, names, before):
    """Those without anybody are matched with places that are free; all others stay together."""
    mentee, mentor, _ = names
    hands.approve(office, cycle, hands.under_review(office, cycle, "mentors"))
    office.goto(f"{cycle}/matching")
    office.get_by_role("button", name="Match again").click()
    row = hands.row_of(office, mentee)
    expect(row).to_be_visible()
    expect(row).not_to_contain_text(mentor)
    visit.shot(office, "matched-again")
    hands.publish(office, cycle)
    after = hands.pairs_file(office, cycle)
    kept = {two: stands for two, stands in before.items() if two != (mentee, mentor)}
    visit.check(len(kept) == 6, f"{len(kept)} other pairs")
    visit.check(all(after.get(two) == stands for two, stands in kept.items()),
                f"the second matching moved others: {before} {after}")
    visit.check(after[mentee, mentor] == "ended early", f"ended: {after[mentee, mentor]}")
    visit.check(any(one == mentee and stands == "goes on" for (one, _), stands in after.items()),
                "who was free has nobody after the second matching")
