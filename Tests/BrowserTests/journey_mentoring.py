"""Mentoring from a phone to a pair: enrolled, approved, matched with a reason, and declined."""

import re

from playwright.sync_api import expect

from page_checks import NARROW, WIDE, check_axe, check_quickly, check_width

PHONE = {"width": 375, "height": 800}
CYCLE, OFFICE, RESIDENT = "First Paper: Spring", "GME office", "Resident"


def journey_from_enrollment_to_pair(visit):
    resident = visit.sign_in_as(visit.context(**PHONE, touch=True).new_page(), RESIDENT)
    name = enroll(visit, resident)
    office = visit.sign_in_as(visit.context().new_page(), OFFICE)
    approve(visit, office, name)
    match(visit, office, name)
    decline(visit, resident, office)


def journey_apart_without_javascript(visit):
    """The list is the person's own; a name that nobody has is refused and stays in the field."""
    page = visit.context(**PHONE, javascript=False).new_page()
    visit.sign_in_as(page, RESIDENT)
    page.goto(visit.url + "/mentoring/apart")
    expect(page.get_by_role("heading", name="Nobody is on your list")).to_be_visible()
    field = page.get_by_label("Name or mail address")
    field.fill("Nobody Of That Name")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("alert")).to_contain_text("Nobody here is named")
    expect(field).to_have_value("Nobody Of That Name")
    office = visit.sign_in_as(visit.context().new_page(), OFFICE)
    before = trail(visit, office)
    other = name_of(office)
    field.fill(other)
    page.get_by_role("button", name="Add").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text(other)
    visit.shot(page, "list")
    office.goto(visit.url + "/mentoring/apart")
    expect(office.get_by_role("heading", name="Nobody is on your list")).to_be_visible()
    visit.check(trail(visit, office) == before, "the audit trail tells of the list")
    main.get_by_role("button", name="Take off").click()
    expect(page.get_by_role("heading", name="Nobody is on your list")).to_be_visible()


def journey_places_of_a_mentor(visit):
    """A mentor offers fewer places between two patients, and is asked to enroll by nobody."""
    page = visit.sign_in_as(visit.context(**PHONE, touch=True).new_page(), "Faculty mentor")
    page.goto(visit.url + "/mentoring")
    page.get_by_role("link", name="Change it").click()
    check_quickly(visit, "/mentoring/places", "places", state=page.context.storage_state())
    places = page.get_by_label("How many people you mentor at most")
    offered = places.input_value()
    places.fill("many")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("alert")).to_contain_text("Write a number of people from 0 to 20.")
    expect(places).to_have_value("many")
    visit.shot(page, "places-refused")
    places.fill("0")
    page.get_by_role("button", name="Keep").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("You mentor at most 0 people.")
    expect(main).to_contain_text("goes on")
    visit.shot(page, "places")
    page.get_by_role("link", name="Change it").click()
    places.fill(offered)
    page.get_by_role("button", name="Keep").click()
    expect(main).to_contain_text(f"You mentor at most {offered} p")


def enroll(visit, page):
    page.goto(visit.url + "/mentoring")
    page.get_by_role("link", name=CYCLE).click()
    page.get_by_role("link", name="Enroll", exact=True).click()
    check_quickly(visit, page.url.removeprefix(visit.url), "enroll",
                  state=page.context.storage_state())
    # They enrolled last year, and type nothing twice.
    main = page.get_by_role("main")
    expect(main).to_contain_text("Filled in from what you enrolled with")
    expect(page.get_by_label("I keep to this")).not_to_be_checked()
    for box in page.get_by_label(re.compile("^Wednesday, ")).all():
        box.uncheck()
    page.get_by_label("I look for a mentor").check()
    page.get_by_label("Research", exact=True).check()
    page.get_by_label("English", exact=True).check()
    page.get_by_label("Wednesday, 6 pm to 8 pm").check()
    page.get_by_label("What you hope for").fill("To finish one thing.")
    page.get_by_role("button", name="Enroll").click()
    expect(page.get_by_role("alert")).to_contain_text("Tick that you keep to the commitments")
    expect(page.get_by_label("Wednesday, 6 pm to 8 pm")).to_be_checked()
    expect(page.get_by_label("What you hope for")).to_have_value("To finish one thing.")
    visit.shot(page, "enroll-refused")
    page.get_by_label("I keep to this").check()
    page.get_by_role("button", name="Enroll").click()
    expect(main).to_contain_text("under review")
    expect(main).to_contain_text("Wednesday: 6 pm to 8 pm")
    visit.shot(page, "enrolled")
    return name_of(page)


def trail(visit, page):
    """What the audit trail shows to whoever is signed in."""
    page.goto(visit.url + "/audit")
    return page.get_by_role("main").inner_text()


def name_of(page):
    """The name of whoever is signed in."""
    button = page.get_by_role("banner").get_by_label("Account").first
    return button.get_attribute("aria-label").removeprefix("Account: ")


def approve(visit, page, name):
    page.goto(visit.url + "/mentoring")
    page.get_by_role("link", name=CYCLE).click()
    page.get_by_role("link", name="Enrollments").click()
    check_quickly(visit, page.url.removeprefix(visit.url), "enrollments",
                  state=page.context.storage_state())
    page.get_by_role("main").get_by_role("link", name=name).click()
    expect(page.get_by_role("main")).to_contain_text("To finish one thing.")
    page.get_by_role("button", name="Approve").click()
    expect(page.get_by_role("status").first).to_contain_text("Approved.")


def match(visit, page, name):
    page.goto(visit.url + "/mentoring")
    page.get_by_role("link", name=CYCLE).click()
    page.get_by_role("button", name="Go on to matching").click()
    page.get_by_role("link", name="Matching", exact=True).click()
    page.get_by_label("Topics").fill("11")
    page.get_by_role("button", name="Keep the weights").click()
    expect(page.get_by_role("alert")).to_contain_text("Write a number from 0 to 10.")
    see_effect(visit, page)
    page.get_by_label("Topics").fill("9")
    page.get_by_role("button", name="Keep the weights").click()
    page.get_by_role("button", name="Match", exact=True).click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("no other pairs of as many people have more than")
    visit.shot(page, "matched")
    check_quickly(visit, page.url.removeprefix(visit.url), "matching",
                  state=page.context.storage_state())
    main.get_by_role("link", name=name).click()
    expect(page.get_by_role("main")).to_contain_text("This pair is part of the best matching")
    visit.shot(page, "why")
    page.get_by_role("link", name="Matching", exact=True).click()
    page.get_by_role("button", name="Publish these pairs").click()
    expect(page.get_by_role("main")).to_contain_text("Published pairs")


def see_effect(visit, page):
    """Other weights are looked at, and none of it is kept."""
    matching = page.url
    topics = page.get_by_label("Topics")
    page.goto(matching)
    kept = topics.input_value()
    topics.fill("0")
    page.get_by_label("Hours", exact=True).fill("10")
    page.get_by_role("button", name="See the effect").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("Nothing is kept yet, and nobody is told.")
    expect(main).to_contain_text("With somebody else")
    expect(topics).to_have_value("0")
    check_axe(visit, page, "effect")
    visit.shot(page, "effect")
    page.set_viewport_size(NARROW)
    check_width(visit, page, "effect-phone")
    visit.shot(page, "effect-phone")
    page.set_viewport_size(WIDE)
    page.goto(matching)
    expect(topics).to_have_value(kept)


def decline(visit, page, office):
    page.goto(visit.url + "/notices")
    page.get_by_role("link", name="You have a mentor in").first.click()
    expect(page.get_by_role("main")).to_contain_text("You write first.")
    pair = page.url
    expect(page.get_by_role("main")).to_contain_text("enrolled with")
    visit.shot(page, "pair")
    check_quickly(visit, pair.removeprefix(visit.url), "pair", state=page.context.storage_state())
    office.goto(pair)
    expect(office.get_by_role("link", name="Decline")).to_have_count(0)
    page.get_by_role("link", name="Decline").click()
    page.get_by_role("button", name="Decline").click()
    expect(page.get_by_role("main")).to_contain_text("declined")
    page.go_back()
    page.goto(pair)
    expect(page.get_by_role("link", name="Decline")).to_have_count(0)
