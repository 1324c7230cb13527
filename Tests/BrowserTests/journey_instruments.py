"""Questionnaires of mentoring: loaded from a file, answered on a phone, deleted, and counted."""

import json
import pathlib

from playwright.sync_api import expect

from page_checks import check_quickly

PHONE = {"width": 375, "height": 800}
OFFICE, RESIDENT = "GME office", "Resident"
OPEN, OVER = "First Paper: Spring", "Neighbors in Medicine: Last year"
OURS = (pathlib.Path(__file__).resolve().parents[2]
        / "Sources/Mentoring/Instruments/Shipped/footing.json")


def journey_loading(visit):
    """A bad file changes nothing and stays in the field; a mended one is the next version."""
    page = visit.sign_in_as(visit.context().new_page(), OFFICE)
    page.goto(visit.url + "/mentoring/instruments/load")
    sheet = json.loads(OURS.read_text())
    sheet["items"][1]["subscale"] = "suport"
    send(page, sheet)
    expect(page.get_by_role("alert")).to_contain_text(
        "There is no subscale with the key “suport”")
    text = page.get_by_label("Questionnaire as JSON")
    visit.check("suport" in text.input_value(), "the text is gone")
    visit.shot(page, "refused")
    text.fill(text.input_value().replace("suport", "support")
              .replace("I feel alone with", "Nobody helps me with"))
    page.get_by_role("button", name="Look at it").first.click()
    expect(page.get_by_role("heading", name="“Footing” would be version 2")).to_be_visible()
    visit.shot(page, "preview")
    page.get_by_role("button", name="Load it").click()
    expect(page.get_by_role("heading", name="Footing, version 2")).to_be_visible()
    check_quickly(visit, page.url.removeprefix(visit.url), "questionnaire",
                  state=page.context.storage_state())
    page.get_by_role("button", name="Retire").click()
    expect(page.get_by_role("main")).to_contain_text("retired")


def journey_answering_without_javascript(visit):
    """Answered on a phone without JavaScript, changed, and deleted; the office reads none of it."""
    resident = visit.context(**PHONE, touch=True, javascript=False).new_page()
    visit.sign_in_as(resident, RESIDENT)
    name = enroll(visit, resident)
    office = visit.sign_in_as(visit.context().new_page(), OFFICE)
    cycle = approve_and_go_on(visit, office, name)
    resident.goto(visit.url)
    expect(resident.get_by_role("main")).to_contain_text(f"A few questions in “{OPEN}”")
    resident.goto(f"{cycle}/questions")
    check_quickly(visit, resident.url.removeprefix(visit.url), "questions",
                  state=resident.context.storage_state())
    resident.get_by_role("button", name="Send").click()
    expect(resident.get_by_role("alert")).to_contain_text("Choose a number for sentence 9.")
    visit.shot(resident, "questions-refused")
    for number in range(1, 10):
        choose(resident, number, 4)
    resident.get_by_role("button", name="Send").click()
    expect(resident.get_by_role("status").first).to_contain_text("Only you read your answers")
    resident.goto(f"{cycle}/questions")
    visit.check(chosen(resident, 3, 4).is_checked(), "an answer is not shown to whoever gave it")
    visit.shot(resident, "answered")
    answer = office.goto(f"{cycle}/questions")
    visit.check(answer.status == 404, "the office opens what the resident answered")
    resident.get_by_role("button", name="Delete my answers").click()
    expect(resident.get_by_role("status").first).to_contain_text("Your answers are deleted.")


def journey_figures(visit):
    """Of the cycle of last year the office reads what changed, and takes it as a file."""
    page = visit.sign_in_as(visit.context().new_page(), OFFICE)
    page.goto(visit.url + "/mentoring")
    page.get_by_role("link", name="About “Neighbors in Medicine”").click()
    page.get_by_role("link", name=OVER).click()
    page.get_by_role("link", name="What changed").click()
    row = page.get_by_role("row").filter(has_text="Direction").filter(has_text="Mentees")
    expect(row).to_be_visible()
    visit.shot(page, "figures")
    check_quickly(visit, page.url.removeprefix(visit.url), "figures",
                  state=page.context.storage_state())
    with page.expect_download() as download:
        page.get_by_role("link", name="Export").click()
    text = pathlib.Path(download.value.path()).read_text()
    visit.check("Direction,Mentees," in text, f"the file holds no figures: {text}")


def send(page, sheet):
    page.get_by_label("File", exact=True).set_input_files(
        {"name": "sheet.json", "mimeType": "application/json",
         "buffer": json.dumps(sheet).encode()})
    page.get_by_role("button", name="Look at it").last.click()


def chosen(page, number, point):
    """The box of a number under a sentence; on the keyboard it is one stop a sentence."""
    return page.locator(f"#item-{number} input[value='{point}']")


def choose(page, number, point):
    chosen(page, number, point).check()


def enroll(visit, page):
    page.goto(visit.url + "/mentoring")
    page.get_by_role("link", name=OPEN).click()
    page.get_by_role("link", name="Enroll", exact=True).click()
    page.get_by_label("I look for a mentor").check()
    page.get_by_label("I keep to this").check()
    page.get_by_role("button", name="Enroll").click()
    expect(page.get_by_role("main")).to_contain_text("under review")
    button = page.get_by_role("banner").get_by_label("Account").first
    return button.get_attribute("aria-label").removeprefix("Account: ")


def approve_and_go_on(visit, page, name):
    page.goto(visit.url + "/mentoring")
    page.get_by_role("link", name=OPEN).click()
    cycle = page.url
    page.get_by_role("link", name="Enrollments").click()
    page.get_by_role("main").get_by_role("link", name=name).click()
    page.get_by_role("button", name="Approve").click()
    page.goto(cycle)
    page.get_by_role("button", name="Go on to matching").click()
    expect(page.get_by_role("button", name="Back to enrollment")).to_be_visible()
    return cycle
