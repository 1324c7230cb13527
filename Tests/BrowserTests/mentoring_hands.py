"""What people do in mentoring, whatever the cycle: begin one, enroll, approve, publish, look."""

import csv
import io

from playwright.sync_api import expect

from journey_mentoring import OFFICE, PHONE, name_of
from page_checks import check_quickly

MENTOR, CHIEF, FELLOW = "Faculty mentor", "Chief resident", "Fellow"
# The demonstration's mentor has two mentees, so three places leave one.
ONE_MORE = 3
OFFERED = "How many people you mentor at most"


def on_phone(visit, role, **settings):
    """Someone who is signed in on a phone."""
    return visit.sign_in_as(visit.context(**PHONE, touch=True, **settings).new_page(), role)


def at_desk(visit, role=OFFICE):
    """Someone who is signed in at a desk."""
    return visit.sign_in_as(visit.context().new_page(), role)


def look_at(visit, page, name):
    """Looks from all sides at the page on which someone stands."""
    check_quickly(visit, page.url.removeprefix(visit.url), name, state=page.context.storage_state())


def cycle_of(visit, page, title):
    """Opens a cycle that goes on; gives its address."""
    page.goto(visit.url + "/mentoring")
    page.get_by_role("link", name=title).click()
    return page.url


def open_cycle_form(visit, page, program):
    page.goto(visit.url + "/mentoring")
    page.get_by_role("link", name=f"About “{program}”").click()
    page.get_by_role("link", name="Begin a cycle").click()


def begin_cycle(visit, page, program, title, mode):
    """The office begins a cycle in which people come together in a mode; gives its address."""
    open_cycle_form(visit, page, program)
    page.get_by_label(mode).check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Write what the cycle is called")
    expect(page.get_by_label(mode)).to_be_checked()
    page.get_by_label("Title").fill(title)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").first).to_contain_text("The cycle is there.")
    expect(page.get_by_role("main")).to_contain_text(mode)
    return page.url


def enroll(page, cycle, *, places=None, hopes=""):
    """Enrolls as a mentor of so many, or else as someone who looks for one; gives the name."""
    page.goto(cycle)
    page.get_by_role("link", name="Enroll", exact=True).click()
    if places is None:
        page.get_by_label("I look for a mentor").check()
    else:
        page.get_by_label("I would mentor someone").check()
        page.get_by_label(OFFERED).fill(str(places))
    page.get_by_label("What you hope for").fill(hopes)
    page.get_by_label("I keep to this").check()
    page.get_by_role("button", name="Enroll").click()
    expect(page.get_by_role("main")).to_contain_text("under review")
    return name_of(page)


def approve(page, cycle, names):
    page.goto(f"{cycle}/enrollments?state=submitted")
    page.get_by_role("button", name="Approve those ticked").click()
    expect(page.get_by_role("alert")).to_contain_text("Tick those whom you approve.")
    for name in names:
        page.get_by_role("main").get_by_label(name, exact=True).check()
    page.get_by_role("button", name="Approve those ticked").click()
    expect(page.get_by_role("status").first).to_contain_text(f"Approved: {len(names)} enrollment")


def under_review(page, cycle, part):
    """The names of those of a part whom the office has not read yet."""
    page.goto(f"{cycle}/enrollments?state=submitted")
    rows = page.get_by_role("row").filter(has_text=part)
    return [name.strip() for name in rows.get_by_role("rowheader").all_inner_texts()]


def go_on_to_matching(page, cycle):
    page.goto(cycle)
    page.get_by_role("button", name="Go on to matching").click()
    expect(page.get_by_role("button", name="Back to enrollment")).to_be_visible()


def publish(page, cycle):
    page.goto(f"{cycle}/matching")
    page.get_by_role("button", name="Publish these pairs").click()
    expect(page.get_by_role("main")).to_contain_text("Published pairs")


def row_of(page, name):
    """The line of a table that begins with a name."""
    return page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name))


def pairs_file(page, cycle):
    """What the office takes home of the pairs of a cycle: who stands how with whom."""
    page.goto(f"{cycle}/overview")
    with page.expect_download() as download:
        page.get_by_role("link", name="Pairs as CSV").click()
    lines = csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig")))
    return {(line["Mentee"], line["Mentor"]): line["Stands"] for line in lines}


def pair_of(visit, page, news):
    """Opens a pair from what tells of it; gives its address."""
    page.goto(visit.url + "/notices")
    page.get_by_role("link", name=news).first.click()
    expect(page.get_by_role("main")).to_contain_text("About the pair")
    return page.url
