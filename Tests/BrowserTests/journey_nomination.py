"""A resident stands for a seat on a phone, and the director releases in two clicks."""

import re

from playwright.sync_api import expect

import page_checks

OFFICE, RESIDENT, DIRECTOR, STEWARD = (
    "GME office", "Resident", "Program director", "Demographic steward")
PHONE = {"width": 375, "height": 800}
COUNCIL = "Bedside Devices Council"
DEPARTMENT = "Medicine"


def journey_from_seat_to_seat(visit):
    found_council(visit)
    resident = stand(visit)
    nomination = resident.url
    release(visit)
    resident.goto(nomination)
    expect(resident.get_by_role("main")).to_contain_text("Approved")
    see_filled(visit, resident)
    # Who is put forward concerns those who are named beside the form, and nobody else.
    steward = visit.context().new_page()
    visit.sign_in_as(steward, STEWARD)
    answer = steward.goto(nomination)
    visit.check(answer.status == 404, "the steward reads a nomination")


def found_council(visit):
    page = visit.context().new_page()
    visit.sign_in_as(page, OFFICE)
    page.goto(visit.url + "/organizations/found")
    page.get_by_label("Name", exact=True).fill(COUNCIL)
    page.get_by_label("What it is for").fill("Tries devices at the bedside before they are bought.")
    page.get_by_label("They are seated").check()
    page.get_by_role("button", name="Found it").click()
    page.get_by_role("link", name="Seats", exact=True).first.click()
    page.get_by_role("link", name="Add seats").first.click()
    visit.shot(page, "add-seats")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("main")).to_contain_text("Each department, from its trainees")


def stand(visit):
    page = visit.context(**PHONE).new_page()
    visit.sign_in_as(page, RESIDENT)
    page.goto(visit.url + "/seat-map")
    page.get_by_role("combobox", name="Council").select_option(label=COUNCIL)
    page.get_by_role("combobox", name="Department").select_option(label=DEPARTMENT)
    page.get_by_role("button", name="Show").click()
    visit.shot(page, "seat-map-phone")
    page.get_by_role("link", name="Vacant", exact=True).click()
    # A trainee most often stands themselves: the form begins with them.
    page.get_by_label("Why").fill("I keep the ultrasound machines running anyway.")
    visit.shot(page, "put-forward-phone")
    page.get_by_role("button", name="Put forward").click()
    expect(page.get_by_role("main")).to_contain_text("Awaiting approval")
    # A double click, or the back button, puts nobody forward twice.
    page.go_back()
    page.get_by_role("button", name="Put forward").click()
    expect(page.get_by_role("alert")).to_contain_text("put forward already")
    page.goto(visit.url + "/nominations")
    page.get_by_role("rowheader").filter(has=page.get_by_role("link")).first.get_by_role(
        "link").click()
    return page


def release(visit):
    page = visit.context(**PHONE).new_page()
    visit.sign_in_as(page, DIRECTOR)
    due = page.get_by_role("link", name=re.compile(f"Release .* for {COUNCIL}"))
    due.click()
    visit.shot(page, "decide-phone")
    page_checks.check_axe(visit, page, "decide-phone")
    page.get_by_role("button", name="Approve", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Approved: the seat is filled")


def see_filled(visit, page):
    page.goto(visit.url + "/organizations?q=bedside")
    page.get_by_role("link", name=COUNCIL).click()
    page.get_by_role("link", name="Seats", exact=True).first.click()
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=DEPARTMENT,
                                                              exact=True))
    expect(row).to_contain_text("Filled")
    visit.shot(page, "seats-phone")


def journey_without_script(visit):
    """A director declines without JavaScript, and must say why."""
    page = visit.context(javascript=False).new_page()
    visit.sign_in_as(page, OFFICE)
    page.goto(visit.url + "/seat-map?state=awaiting")
    expect(page.get_by_role("main")).to_contain_text("Awaiting approval")
    with page.expect_download() as download:
        page.get_by_role("link", name="Export").click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    visit.check(lines[0].startswith("Department,Council,Seat,Stands"), f"the head is {lines[0]}")
    visit.check(any("Awaiting approval" in line for line in lines[1:]), "nothing awaits approval")
