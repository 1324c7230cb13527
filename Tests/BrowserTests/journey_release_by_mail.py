"""A program director has never heard of this system, and releases a trainee out of a mail."""

import csv
import io

from playwright.sync_api import expect

import harness
import page_checks
from messy_roster import HEADER
from own_institution import NOTICE_SECONDS, own_institution

BLUEPRINT = str(harness.ROOT / "Blueprints" / "duke.yaml")
COUNCIL, DEPARTMENT, PROGRAM = "GME Technology Council", "Neurology", "Neurology"
TRAINEE, DIRECTOR = "noor@hospital.example", "director@hospital.example"
PHONE = {"width": page_checks.PHONE_WIDTH, "height": 700}


def journey_out_of_a_mail(visit):
    with own_institution(visit, "--blueprint", BLUEPRINT, "--yes") as (institution, link):
        hire(visit, institution, link)
        resident = stand(visit, institution)
        asked = institution.mail_with("needs your release", NOTICE_SECONDS)
        visit.check("Noor Haddad" in asked and COUNCIL in asked, f"the mail says: {asked}")
        director = follow(visit, institution, asked)
        release(visit, director)
        resident.reload()
        expect(resident.get_by_role("main")).to_contain_text("Approved")


def hire(visit, institution, link):
    """A trainee by the roster, and the director by two forms."""
    roster = institution.folder / "roster.csv"
    roster.write_text(as_csv([HEADER, [
        "P1", "Haddad", "Noor", "", "MD", TRAINEE, DEPARTMENT, PROGRAM, "",
        "Duke University Hospital", "Duke University Hospital", "PGY-2", "Active", "2026-07-01",
        "2040-06-30"]]))
    institution.command("roster", "import", str(roster))
    page = visit.context().new_page()
    page.goto(link)
    page.get_by_role("button", name="Sign in").click()
    page.goto(visit.url + "/people/add")
    page.get_by_role("textbox", name="Given name").first.fill("Dana")
    page.get_by_label("Family name").fill("Lindqvist")
    page.get_by_label("Here as").select_option(label="Faculty")
    page.get_by_label("Mail address at work").fill(DIRECTOR)
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Roles").first.click()
    page.get_by_role("link", name="Grant a role").first.click()
    page.get_by_label("Program director").check()
    page.locator('input[name=program]').fill(PROGRAM)
    page.get_by_role("button", name="Grant").click()
    expect(page.get_by_role("main")).to_contain_text("Program director")


def as_csv(rows):
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()


def stand(visit, institution):
    page = visit.context(**PHONE).new_page()
    page.goto(visit.url + "/seat-map")
    come_in_by_mail(page, institution, TRAINEE)
    row = page.get_by_role("row").filter(
        has=page.get_by_role("rowheader", name=DEPARTMENT, exact=True))
    row.get_by_role("link", name="Vacant").first.click()
    page.get_by_role("button", name="Put forward").click()
    expect(page.get_by_role("main")).to_contain_text("Awaiting approval")
    return page


def come_in_by_mail(page, institution, address):
    """From the sign-in page, with a link that is mailed, to the page that was asked for."""
    page.get_by_label("Mail address").fill(address)
    page.get_by_role("button", name="Mail me a link").click()
    mail = institution.mail_with("/sign-in/link/")
    page.goto(link_in(mail, "/sign-in/link/"))
    page.get_by_role("button", name="Sign in").click()


def link_in(mail, part):
    return next(word.strip("<>.,") for word in mail.split() if part in word)


def follow(visit, institution, mail):
    """Without JavaScript, on a phone, and not signed in: as a mail is opened between cases."""
    page = visit.context(**PHONE, javascript=False).new_page()
    page.goto(link_in(mail, "/nominations/"))
    visit.check("/sign-in" in page.url, "a stranger is led past the door")
    visit.check("Haddad" not in page.content(), "a stranger reads the trainee's name")
    come_in_by_mail(page, institution, DIRECTOR)
    expect(page.get_by_role("main")).to_contain_text("Noor Haddad")
    page_checks.check_width(visit, page, "decide")
    visit.shot(page, "decide")
    return page


def release(visit, page):
    # No without a reason is no answer, and nothing is lost by trying.
    page.get_by_text("Decline, with a reason").click()
    page.get_by_role("button", name="Decline").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("button", name="Approve", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Approved")
    visit.shot(page, "approved")
