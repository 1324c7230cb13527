"""Peers: why two are a pair, the next meeting of theirs, and what a calendar tells of it."""

import datetime
import re

from playwright.sync_api import expect

from mentoring_hands import OFFICE, PHONE
from page_checks import check_quickly

CYCLE, PEER = "Two Heads: Winter", "Chief resident"


def journey_why_two_are_a_pair(visit):
    """The office reads why, what other pairs would cost, and enrolls nobody as a mentor."""
    page = visit.sign_in_as(visit.context().new_page(), OFFICE)
    page.goto(visit.url + "/mentoring")
    page.get_by_role("link", name=CYCLE).click()
    page.get_by_role("link", name="Matching", exact=True).click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("Look for a peer")
    expect(main).to_contain_text("no other pairs of as many people have more than")
    expect(main).not_to_contain_text(re.compile(r"\b(mentors?|mentees?)\b", re.IGNORECASE))
    page.get_by_role("table").get_by_role("link").first.click()
    expect(main).to_contain_text("This pair is part of the best pairs for all")
    expect(main).to_contain_text("for the pair; ")
    visit.shot(page, "why")
    check_quickly(visit, page.url.removeprefix(visit.url), "why",
                  state=page.context.storage_state())


def journey_next_meeting(visit):
    """Planned on a phone without JavaScript, moved, on the home page, and nameless in the feed."""
    page = visit.sign_in_as(visit.context(**PHONE, javascript=False).new_page(), PEER)
    address = feed_address(visit)
    page.goto(visit.url + "/mentoring")
    page.get_by_role("link", name=re.compile("^Your peer ")).click()
    name = page.get_by_role("heading", level=1).inner_text().removeprefix("Your peer ")
    main = page.get_by_role("main")
    page.get_by_role("link", name="Plan the next one").click()
    check_quickly(visit, page.url.removeprefix(visit.url), "next",
                  state=page.context.storage_state())
    fill(page, datetime.date.today() - datetime.timedelta(days=400), "17:30")
    expect(page.get_by_role("alert")).to_contain_text("Choose a time that is to come")
    expect(page.get_by_label("Where, or how")).to_have_value("The coffee bar")
    fill(page, datetime.date.today() + datetime.timedelta(days=10), "17:30")
    expect(main).to_contain_text("5:30 pm, 45 minutes, The coffee bar")
    visit.shot(page, "planned")
    page.goto(visit.url)
    expect(main).to_contain_text(f"You meet {name}")
    feed = page.request.get(address).text()
    visit.check("SUMMARY:A meeting" in feed, "the meeting is not in the feed")
    visit.check(name not in feed and "coffee" not in feed and "mentoring" not in feed,
                "the feed tells whom they meet")
    page.get_by_role("link", name=f"You meet {name}").click()
    page.get_by_role("button", name="Call it off").click()
    expect(page.get_by_role("status").first).to_contain_text("Called off.")
    expect(page.get_by_role("link", name="Plan the next one")).to_be_visible()


def feed_address(visit):
    """The address of the chief resident's feed."""
    page = visit.sign_in_as(visit.context().new_page(), PEER)
    page.goto(visit.url + "/calendar")
    page.get_by_role("button", name=re.compile("^Make a")).click()
    told = page.locator("#address li").inner_text()
    return visit.url + told[told.index("/feeds"):]


def fill(page, day, clock):
    page.get_by_label("Day").fill(day.isoformat())
    page.get_by_label("Time").fill(clock)
    page.get_by_label("Minutes").fill("45")
    page.get_by_label("Where, or how").fill("The coffee bar")
    page.get_by_role("button", name="Save").click()
