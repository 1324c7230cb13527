"""Career resources: a department adds one, a resident finds it on a phone; it is looked over."""

import datetime

from playwright.sync_api import expect

import mentoring_hands as hands
from journey_mentoring import OFFICE, RESIDENT
from page_checks import check_quickly

DIRECTOR = "Program director"
TITLE = "Reading a paper in ten minutes"
LINK = "https://journal.example/ten-minutes"


def journey_from_department_to_reader(visit):
    director = hands.at_desk(visit, DIRECTOR)
    add(visit, director)
    resident = hands.on_phone(visit, RESIDENT)
    read(visit, resident)
    stale = open_edit(visit, hands.at_desk(visit, DIRECTOR))
    take_away_and_bring_back(director, resident, visit)
    save_stale(stale)


def journey_to_look_over_without_javascript(visit):
    """The home page says what waits; one click says that it is still right."""
    page = visit.context(**hands.PHONE, javascript=False).new_page()
    visit.sign_in_as(page, OFFICE)
    page.goto(visit.url)
    page.get_by_role("link", name="to be looked over").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("Is it still right?")
    visit.shot(page, "to-look-over")
    waiting = page.get_by_role("button", name="It is still right").count()
    page.get_by_role("button", name="It is still right").first.click()
    expect(page.get_by_role("status").first).to_contain_text("It is looked over again by")
    page.goto(f"{visit.url}/mentoring/resources?for=review")
    expect(page.get_by_role("button", name="It is still right")).to_have_count(waiting - 1)


def add(visit, page):
    page.goto(f"{visit.url}/mentoring")
    page.get_by_role("link", name="Look through them").click()
    page.get_by_role("link", name="Add a resource").click()
    check_quickly(visit, "/mentoring/resources/add", "add", state=page.context.storage_state())
    page.get_by_label("Title").fill(TITLE)
    page.get_by_label("Where it is").fill(f"The library, or {LINK}.")
    page.get_by_label("To be looked over by").fill("2020-01-01")
    page.get_by_role("button", name="Add it").click()
    alert = page.get_by_role("alert")
    for sentence in ("Write in a few sentences", "Tick for whom it is.",
                     "Choose a day after today"):
        expect(alert).to_contain_text(sentence)
    expect(page.get_by_label("Title")).to_have_value(TITLE)
    visit.shot(page, "refused")
    page.get_by_label("What it is about").fill("Which figure to look at first.")
    page.get_by_label("Trainees").check()
    later = datetime.date.today() + datetime.timedelta(days=300)
    page.get_by_label("To be looked over by").fill(later.isoformat())
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("status").first).to_contain_text("Added.")
    expect(page.get_by_role("main")).to_contain_text(TITLE)


def card_of(page):
    return page.locator("section.card").filter(has_text=TITLE)


def read(visit, page):
    """A resident begins with what is for residents, and changes nothing of it."""
    page.goto(f"{visit.url}/search?q=ten+minutes")
    page.get_by_role("link", name=TITLE).click()
    page.goto(f"{visit.url}/mentoring/resources")
    check_quickly(visit, "/mentoring/resources", "resources", state=page.context.storage_state())
    link = card_of(page).get_by_role("link", name=LINK)
    visit.check(link.get_attribute("href") == LINK, "the address leads elsewhere")
    visit.check(page.get_by_role("button", name="Take it away").count() == 0,
                "a resident can take a resource away")
    expect(page.get_by_role("link", name="Taken away")).to_have_count(0)
    answer = page.goto(f"{visit.url}/mentoring/resources/add")
    visit.check(answer.status == 404, "a resident adds resources")


def open_edit(visit, page):
    """Somebody begins to change it, and is called away."""
    page.goto(f"{visit.url}/mentoring/resources?for=all")
    card_of(page).get_by_role("link", name="Edit").click()
    page.get_by_label("What it is about").fill("Read the methods first.")
    return page


def take_away_and_bring_back(page, reader, visit):
    page.goto(f"{visit.url}/mentoring/resources?for=all")
    card_of(page).get_by_role("button", name="Take it away").click()
    expect(page.get_by_role("status").first).to_contain_text("Taken away.")
    reader.goto(f"{visit.url}/mentoring/resources")
    expect(card_of(reader)).to_have_count(0)
    card_of(page).get_by_role("button", name="Bring it back").click()
    expect(page.get_by_role("status").first).to_contain_text("It is back.")
    reader.reload()
    expect(card_of(reader)).to_have_count(1)


def save_stale(page):
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Somebody has changed this meanwhile.")
    expect(page.get_by_label("What it is about")).to_have_value("Read the methods first.")
    # What the other one wrote stands above it, to be compared.
    expect(page.get_by_role("heading", name="As it is now")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Which figure to look at first.")
    page.get_by_role("button", name="Save").click()
    expect(card_of(page)).to_contain_text("Read the methods first.")
