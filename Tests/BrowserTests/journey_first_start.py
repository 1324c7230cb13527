"""The first hour: an empty folder becomes an institution whose administrator signs in safely."""

import pyotp
from playwright.sync_api import expect

from own_institution import ADMINISTRATOR, own_institution
from second_factor import confirm, key_of, write_code


def journey_an_institution_begins(visit):
    with own_institution(visit) as (institution, link):
        page = open_the_link(visit, link)
        name_the_institution(visit, page)
        codes, app = set_up_a_second_factor(visit, page)
        sign_out(visit, page)
        come_back_by_mail(visit, page, institution, app)
        visit.check("all bound" in institution.command("audit", "verify"), "the trail is broken")
        visit.check(not any(code in institution.command("audit", "verify") for code in codes),
                    "a command tells recovery codes")


def open_the_link(visit, link):
    # Mail scanners open links before their readers do.
    scanner = visit.context(javascript=False).new_page()
    for _ in range(2):
        visit.check(scanner.goto(link).status == 200, "looking at the link uses it up")

    page = visit.context().new_page()
    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in as Ada Núñez")
    visit.shot(page, "link")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ada Núñez")
    visit.shot(page, "home")

    second = scanner.goto(link)
    visit.check(second.status == 410, f"the link works twice: {second.status}")
    expect(scanner.get_by_role("heading", level=1)).to_have_text("This link works no more")
    expect(scanner.get_by_role("button", name="Mail me a new link")).to_be_visible()
    visit.shot(scanner, "used-link")
    scanner.goto(visit.url + "/people")
    visit.check("/sign-in" in scanner.url, "whoever has a used link is let in")
    scanner.context.close()
    return page


def name_the_institution(visit, page):
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Settings").click()
    name = page.get_by_label("Institution's name")
    expect(name).to_have_value("Empty Hospital")
    name.fill("")
    page.get_by_role("button", name="Save").click()
    visit.check(page.locator(".error, .notice.bad").count() > 0, "an empty name is taken")
    visit.shot(page, "settings-refused")
    name.fill("Hôpital <Saint> Luke's")
    page.get_by_label("Time zone").select_option("America/Chicago")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").first).to_contain_text("saved")
    expect(page.get_by_role("banner").first).to_contain_text("Hôpital <Saint> Luke's")
    expect(page.get_by_role("banner").first).not_to_contain_text("Empty Hospital")
    visit.shot(page, "settings")

    stranger = visit.open("/sign-in")
    expect(stranger.get_by_role("main")).to_contain_text("Hôpital <Saint> Luke's")
    expect(stranger.get_by_role("main")).not_to_contain_text("Demonstration")
    stranger.context.close()


def set_up_a_second_factor(visit, page):
    page.goto(visit.url + "/security")
    page.get_by_role("link", name="Set up").click()
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("img", name="Code to scan")).to_be_visible()
    visit.shot(page, "scan")
    app = pyotp.TOTP(key_of(page))
    codes = confirm(visit, page, app)
    visit.check(len(codes) == len(set(codes)) >= 8, f"there are {len(codes)} recovery codes")
    visit.shot(page, "recovery-codes")
    page.get_by_role("link", name="I have kept them").click()

    # Only now: not on the page before, not after a return, not in the source of another.
    page.goto(visit.url + "/security/recovery-codes")
    visit.check(not any(code in page.content() for code in codes), "codes are shown twice")
    page.goto(visit.url + "/security/second-factor")
    visit.check(key_of(page) is None, "the key of the app is shown after it was confirmed")
    return codes, app


def sign_out(visit, page):
    page.get_by_role("banner").first.get_by_label("Account").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.go_back()
    page.reload()
    visit.check("/sign-in" in page.url, "the way back leads past the door")


def come_back_by_mail(visit, page, institution, app):
    page.goto(visit.url + "/settings")
    visit.check("/sign-in" in page.url, f"{page.url} is open to strangers")
    page.get_by_label("Mail address").fill(ADMINISTRATOR.upper())
    page.get_by_role("button", name="Mail me a link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Look into your mailbox")

    mail = institution.mail_with("/sign-in/link/")
    link = next(word for word in mail.split() if "/sign-in/link/" in word)
    visit.check(link.startswith(visit.url), f"the mail leads to {link}")
    page.goto(link)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Second step")
    visit.shot(page, "second-step")

    half_in = visit.context(state=page.context.storage_state()).new_page()
    half_in.goto(visit.url + "/people")
    visit.check("Núñez" not in half_in.get_by_role("main").inner_text(),
                "a mailed link alone opens the directory")
    write_code(page, app, "Go on", steps_ahead=1)
    visit.check(page.url == visit.url + "/settings", f"the way back is lost: {page.url}")
    expect(page.get_by_label("Institution's name")).to_have_value("Hôpital <Saint> Luke's")
