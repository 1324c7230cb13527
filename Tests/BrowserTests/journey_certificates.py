"""A certificate of service: given by the office, opened by the mentor, checked, revoked."""

import re

from playwright.sync_api import expect

from page_checks import check_quickly

PHONE = {"width": 375, "height": 800}
CYCLE, OFFICE, MENTOR = "Neighbors in Medicine: This year", "GME office", "Faculty mentor"


def journey_from_certificate_to_revocation(visit):
    mentor = visit.sign_in_as(visit.context(**PHONE, touch=True).new_page(), MENTOR)
    finish(visit, mentor)
    office = visit.sign_in_as(visit.context().new_page(), OFFICE)
    look(visit, office)
    give(visit, office)
    address = open_own(visit, mentor)
    stranger = visit.context(**PHONE, javascript=False).new_page()
    check(visit, stranger, address)
    revoke(visit, office, stranger, address)
    mentor.reload()
    expect(mentor.get_by_role("main")).to_contain_text("The hours were those of another mentor.")


def finish(visit, page):
    """The mentor ends a pair, which is completed."""
    page.goto(visit.url + "/mentoring")
    page.get_by_role("listitem").filter(has_text="You mentor").filter(
        has_text="goes on").get_by_role("link").first.click()
    page.get_by_role("link", name="End the pair").click()
    page.get_by_label("We are done").check()
    page.get_by_role("button", name="End it").click()
    expect(page.get_by_role("main")).to_contain_text("completed")


def look(visit, page):
    page.goto(visit.url + "/mentoring")
    page.get_by_role("link", name=CYCLE).click()
    page.get_by_role("link", name="Overview").click()
    main = page.get_by_role("main")
    for heading in ("How far they came", "Pairs at risk", "Without a pair", "Cycle by cycle"):
        expect(main.get_by_role("heading", name=heading)).to_be_visible()
    expect(main.get_by_role("img", name=re.compile("^Completed"))).to_be_visible()
    visit.shot(page, "overview")
    check_quickly(visit, page.url.removeprefix(visit.url), "overview",
                  state=page.context.storage_state())
    with page.expect_download() as download:
        page.get_by_role("link", name="Pairs as CSV").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    visit.check(text.startswith("Mentee,Mentor,Stands,"), f"pairs: {text[:80]}")
    visit.check("completed" in text, "the completed pair is not in the file")


def give(visit, page):
    page.get_by_role("link", name="Certificates").click()
    visit.shot(page, "to-give")
    page.get_by_role("button", name=re.compile("^Give 1 certificate")).click()
    expect(page.get_by_role("status").first).to_contain_text("1 certificate given")
    expect(page.get_by_role("main")).to_contain_text("Nobody waits for one")
    check_quickly(visit, page.url.removeprefix(visit.url), "certificates",
                  state=page.context.storage_state())


def open_own(visit, page):
    """The mentor has the paper and its page; gives the page's address."""
    page.goto(visit.url + "/notices")
    page.get_by_role("link", name=re.compile("Your certificate of service is here")).first.click()
    expect(page.get_by_role("heading", name="Your certificates of service")).to_be_visible()
    visit.shot(page, "own")
    for size in ("Letter", "A4"):
        with page.expect_download() as download:
            page.get_by_role("link", name=f"PDF, {size}").first.click()
        head = download.value.path().read_bytes()[:5]
        visit.check(head == b"%PDF-", f"{size} is no PDF: {head}")
    return visit.url + page.get_by_role("link", name="Its page").first.get_attribute("href")


def check(visit, page, address):
    page.goto(address)
    main = page.get_by_role("main")
    expect(main).to_contain_text("This certificate holds.")
    expect(main).to_contain_text("Neighbors in Medicine")
    visit.shot(page, "checked")
    check_quickly(visit, address.removeprefix(visit.url), "checked", state=None)
    wrong = address[:-1] + ("2" if address[-1] != "2" else "3")
    page.goto(wrong)
    expect(main).to_contain_text("Nothing here")


def revoke(visit, page, stranger, address):
    page.get_by_role("link", name=re.compile("^Revoke: ")).first.click()
    page.get_by_role("button", name="Revoke it").click()
    expect(page.get_by_role("alert")).to_contain_text("Say why")
    page.get_by_label("Why").fill("The hours were those of another mentor.")
    page.get_by_role("button", name="Revoke it").click()
    expect(page.get_by_role("main")).to_contain_text("revoked")
    visit.shot(page, "revoked")
    stranger.goto(address)
    expect(stranger.get_by_role("main")).to_contain_text("It does not hold any more.")
    expect(stranger.get_by_role("main")).not_to_contain_text("another mentor")
    visit.shot(stranger, "checked-revoked")
    page.get_by_role("button", name="Give a new one").click()
    expect(page.get_by_role("status").first).to_contain_text("A new one is given")
