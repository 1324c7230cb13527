"""Someone with a second factor comes back: which codes open the door, and which do not."""

import datetime

import pyotp
from playwright.sync_api import expect

from own_institution import ADMINISTRATOR, own_institution
from second_factor import CODE, confirm, key_of, write_code


def journey_codes_at_the_door(visit):
    with own_institution(visit) as (institution, link):
        page = visit.context().new_page()
        enter(page, link)
        app, recovery = set_up(visit, page)
        to_second_step(visit, page, institution)
        wrong_code(visit, page, app)
        used = right_code(visit, page, app)
        to_second_step(visit, page, institution)
        refused(visit, page, used, "a code that was used")
        recovery_code(visit, page, recovery[0])
        to_second_step(visit, page, institution)
        refused(visit, page, recovery[0], "a recovery code that was used")
        half_signed_in_sees_nothing(visit, page)
        # People copy them in small letters, without the dashes.
        recovery_code(visit, page, recovery[1].lower().replace("-", " "))
        page.goto(visit.url + "/security")
        expect(page.get_by_role("main")).to_contain_text(
            f"{len(recovery) - 2} recovery codes are left")
        visit.shot(page, "codes-left")


def enter(page, link):
    page.goto(link)
    page.get_by_role("button", name="Sign in").click()


def set_up(visit, page):
    page.goto(visit.url + "/security/second-factor")
    page.get_by_role("button", name="Start").click()
    app = pyotp.TOTP(key_of(page))
    refused(visit, page, not_now(app), "a wrong first code", button="Turn on")
    visit.check(key_of(page).startswith(app.secret), "a wrong first code changes the key")
    return app, confirm(visit, page, app)


def to_second_step(visit, page, institution):
    """Out, and in again by a fresh link."""
    page.get_by_role("banner").first.get_by_label("Account").click()
    page.get_by_role("button", name="Sign out").click()
    said = institution.command("administrator", ADMINISTRATOR)
    enter(page, next(word for word in said.split() if word.startswith("http")))
    expect(page.get_by_role("heading", level=1)).to_have_text("Second step")


def not_now(app):
    """A code that the app does not show about this moment."""
    now = datetime.datetime.now()
    near = {app.at(now, counter_offset=step) for step in range(-3, 4)}
    return next(code for code in ("123456", "654321", "135790") if code not in near)


def refused(visit, page, code, what, button="Go on"):
    page.get_by_label(CODE).fill(code)
    with page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        page.get_by_role("button", name=button).click()
    visit.check(answer.value.status == 422, f"{what} answers {answer.value.status}")
    field = page.get_by_label(CODE)
    expect(field).to_have_attribute("aria-invalid", "true")
    visit.check(field.input_value() == "", f"{what} still stands in its field")
    visit.shot(page, what.replace(" ", "-"))


def wrong_code(visit, page, app):
    refused(visit, page, not_now(app), "a wrong code")
    refused(visit, page, "", "no code")
    expect(page.get_by_role("heading", level=1)).to_have_text("Second step")


def right_code(visit, page, app):
    used = write_code(page, app, "Go on", steps_ahead=1)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ada Núñez")
    return used


def recovery_code(visit, page, code):
    page.get_by_label(CODE).fill(code)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ada Núñez")


def half_signed_in_sees_nothing(visit, page):
    for path in ("/", "/people", "/settings", "/security/recovery-codes", "/audit"):
        other = page.context.new_page()
        other.goto(visit.url + path)
        visit.check("/sign-in/second-factor" in other.url, f"{path} opens without a code")
        visit.check(other.get_by_role("navigation", name="Main").count() == 0,
                    f"{path} shows the navigation without a code")
        other.close()
