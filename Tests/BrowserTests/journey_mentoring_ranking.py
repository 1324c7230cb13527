"""Both sides rank, a mentee on a phone; what comes of it is proven, and rankings stay one's own."""

from playwright.sync_api import expect

import mentoring_hands as hands
from journey_mentoring import trail

PROGRAM, TITLE, MODE = "Neighbors in Medicine", "Neighbors in Medicine: Ranked", "Both sides rank"
OTHER_MENTOR = "Demographic steward"


def journey_from_rankings_to_proof(visit):
    office = hands.at_desk(visit)
    mentors = hands.at_desk(visit, hands.MENTOR), hands.at_desk(visit, OTHER_MENTOR)
    mentees = (hands.on_phone(visit, hands.CHIEF),
               hands.on_phone(visit, hands.FELLOW, javascript=False))
    hands.open_cycle_form(visit, office, PROGRAM)
    hands.look_at(visit, office, "begin")
    cycle = hands.begin_cycle(visit, office, PROGRAM, TITLE, MODE)
    offering, seeking = gather(office, cycle, mentors, mentees)
    rank_mentors(visit, mentees, cycle, offering)
    rank_mentees(visit, mentors[0], cycle, seeking)
    keep_out(visit, office, cycle, offering + seeking, mentors, mentees)
    match(visit, office, cycle, offering, seeking)
    for one, name in zip(mentees, reversed(offering)):
        hands.pair_of(visit, one, f"You have a mentor in “{TITLE}”")
        expect(one.get_by_role("heading", name=f"Your mentor {name}")).to_be_visible()
        expect(one.get_by_role("main")).not_to_contain_text("ranked")


def gather(office, cycle, mentors, mentees):
    """A place of each of two mentors, for two who look for one; gives the names of both sides."""
    offering = [hands.enroll(mentors[0], cycle, places=hands.ONE_MORE),
                hands.enroll(mentors[1], cycle, places=1)]
    seeking = [hands.enroll(one, cycle) for one in mentees]
    hands.approve(office, cycle, offering + seeking)
    hands.go_on_to_matching(office, cycle)
    return offering, seeking


def rank_mentors(visit, mentees, cycle, names):
    """Both would like the same mentor best; nobody can stand in two places."""
    chief, fellow = mentees
    due = f"Rank whom you would like best in “{TITLE}”"
    chief.goto(visit.url)
    expect(chief.get_by_role("link", name=due)).to_be_visible()
    visit.shot(chief, "home")
    chief.get_by_role("link", name=due).click()
    hands.look_at(visit, chief, "rank-mentors")
    keep(chief, names[0], names[0])
    expect(chief.get_by_role("alert")).to_contain_text("This person stands there already.")
    visit.check(chosen(chief, "Second") == names[0], "what was chosen is gone")
    visit.shot(chief, "ranked-twice")
    keep(chief, *names)
    expect(chief.get_by_role("status").first).to_contain_text("Kept.")
    fellow.goto(f"{cycle}/rank-mentors")
    visit.check(chosen(fellow, "First") == "Nobody", "somebody reads what another one ranked")
    keep(fellow, names[0])
    expect(fellow.get_by_role("status").first).to_contain_text("Kept.")
    chief.goto(f"{cycle}/rank-mentors")
    visit.check([chosen(chief, place) for place in ("First", "Second", "Third")]
                == [*names, "Nobody"], "the ranking was not kept")
    visit.shot(chief, "ranked")
    chief.goto(visit.url)
    expect(chief.get_by_role("link", name=due)).to_have_count(0)


def rank_mentees(visit, mentor, cycle, names):
    mentor.goto(cycle)
    mentor.get_by_role("link", name="Rank mentees").click()
    hands.look_at(visit, mentor, "rank-mentees")
    keep(mentor, *reversed(names))
    expect(mentor.get_by_role("status").first).to_contain_text("Kept.")


def keep(page, *names):
    for place, name in zip(("First", "Second"), names):
        page.get_by_label(place).select_option(label=name)
    page.get_by_role("button", name="Keep the ranking").click()


def chosen(page, place):
    """Who stands in a place of one's own ranking."""
    return page.get_by_label(place).locator("option:checked").inner_text()


def keep_out(visit, office, cycle, names, mentors, mentees):
    """Neither side opens what the other ranked, nor does the office; the trail names nobody."""
    ranked = [line for line in trail(visit, office).splitlines() if "mentoring.ranked" in line]
    visit.check(len(ranked) == 3, f"the audit trail tells of {len(ranked)} rankings, not of 3")
    visit.check(not any(name in line for line in ranked for name in names),
                f"the audit trail tells who ranked: {ranked}")
    for page, others in (("rank-mentors", mentors), ("rank-mentees", mentees)):
        for one in (office, *others):
            visit.check(one.goto(f"{cycle}/{page}").status == 404, f"somebody else opens {page}")
    mentors[1].goto(f"{cycle}/rank-mentees")
    visit.check(chosen(mentors[1], "First") == "Nobody", "a mentor reads what another one ranked")


def match(visit, page, cycle, offering, seeking):
    """Who was ranked first by the mentor has the place; the other, the mentor ranked second."""
    page.goto(f"{cycle}/matching")
    expect(page.get_by_role("main")).to_contain_text(MODE)
    page.get_by_role("button", name="Match", exact=True).click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("No two are left who would rather have each other.")
    expect(hands.row_of(page, seeking[1])).to_contain_text(offering[0])
    expect(hands.row_of(page, seeking[0])).to_contain_text(offering[1])
    hands.look_at(visit, page, "matched")
    main.get_by_role("link", name=seeking[0]).click()
    expect(main).to_contain_text(f"They ranked {offering[1]} as number 2.")
    expect(main).to_contain_text(f"Ranked higher, with others in their places: {offering[0]}")
    hands.look_at(visit, page, "why")
    hands.publish(page, cycle)
