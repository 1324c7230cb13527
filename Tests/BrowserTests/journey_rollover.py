"""The year is turned: seen on June 30, confirmed on July 1, and undone."""

import tempfile

from playwright.sync_api import expect

from own_institution import demonstration_on
from page_checks import check_quickly

FIRST_DAY = "2027-07-01"
PAGES = ["/rollover/2027", "/rollover/2027/people?group=up",
         "/rollover/2027/people?group=off_cycle", "/rollover/2027/people?group=begins"]


def journey_rollover_and_undo(visit):
    with tempfile.TemporaryDirectory() as folder:
        database = f"{folder}/year.sqlite"
        with demonstration_on(visit, database, "2027-06-30"):
            look_ahead(visit)
        with demonstration_on(visit, database, FIRST_DAY):
            page = visit.context().new_page()
            visit.sign_in_as(page, "GME office")
            turn(visit, page)
            undo(visit, page)


def look_ahead(visit):
    page = visit.context().new_page()
    visit.sign_in_as(page, "GME office")
    page.get_by_role("link", name="Take everybody to 2027–28").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rollover to 2027–28")
    expect(page.get_by_role("button", name="Confirm from July 1, 2027")).to_be_disabled()
    visit.shot(page, "ahead")
    state = page.context.storage_state()
    for path in PAGES:
        check_quickly(visit, path, "ahead" + path.split("/")[-1].replace("?", "-"), state=state)


def turn(visit, page):
    page.goto(visit.url + "/rollover")
    before = page.get_by_role("button", name="Confirm").inner_text()
    page.get_by_role("link", name="Go up a year", exact=True).click()
    box = page.get_by_role("checkbox").first
    name = box.get_attribute("aria-label")
    box.uncheck()
    page.get_by_role("button", name="Keep these choices").click()
    expect(page.get_by_role("status").first).to_contain_text("Your choices are kept")
    expect(page.get_by_label(name, exact=True)).not_to_be_checked()
    page.reload()
    expect(page.get_by_label(name, exact=True)).not_to_be_checked()
    visit.shot(page, "left-out")
    page.goto(visit.url + "/rollover")
    after = page.get_by_role("button", name="Confirm").inner_text()
    visit.check(changes(after) == changes(before) - 1, f"{before} became {after}")
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_role("link", name="Undo this rollover")).to_be_visible(timeout=60_000)
    visit.shot(page, "done")
    check_quickly(visit, "/rollover/2027", "done", state=page.context.storage_state())
    check_quickly(visit, "/rollover/2027/undo", "undo", state=page.context.storage_state())


def undo(visit, page):
    page.goto(visit.url + "/rollover/2027")
    page.get_by_role("link", name="Undo this rollover").click()
    page.get_by_role("button", name="Undo the rollover").click()
    expect(page.get_by_role("button", name="Confirm")).to_be_visible(timeout=60_000)
    page.goto(visit.url + "/notices")
    expect(page.get_by_role("main")).to_contain_text("The rollover is undone.")


def changes(button: str) -> int:
    return int(button.split()[1].replace(",", ""))
