"""An office brings the roster that it really has: sees what is wrong, mends it, takes it back."""

import csv
import io

from playwright.sync_api import expect

from hands import Keyboard, Pointer
from messy_roster import HEADER, MISTAKES, NAMES, as_file, messy_rows, sound_rows
from own_institution import own_institution

SOUND = len(NAMES) - len(MISTAKES)
LIST = "/imports"


def journey_messy_roster(visit):
    with own_institution(visit) as (institution, link):
        office = signed_in(visit, link)
        mend_and_import_again(visit, office)
        keyboard = visit.context(state=office.context.storage_state()).new_page()
        import_and_undo(visit, keyboard, Keyboard(), "keyboard")
        scriptless = visit.context(
            state=office.context.storage_state(), javascript=False).new_page()
        import_and_undo(visit, scriptless, Pointer(), "scriptless", by_hand=True)
        a_file_that_is_no_table(visit, office)
        visit.check("all bound" in institution.command("audit", "verify"), "the trail is broken")


def signed_in(visit, link):
    page = visit.context().new_page()
    page.goto(link)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Import").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Import a roster")
    return page


def mend_and_import_again(visit, page):
    hand = Pointer()
    upload(visit, page, hand, as_file(messy_rows(), "roster.csv"))
    check_columns(visit, page)
    hand.press(page, "Preview changes")
    wait_for(page, "What this file would change")
    visit.shot(page, "preview")
    figures_are(visit, page, new=SOUND, refused=len(MISTAKES))
    check_refusals(visit, page)
    check_download(visit, page)
    visit.check(people(visit, page) == ["Ada Núñez"], "a preview has imported")

    hand.press(page, f"Import {SOUND} changes")
    wait_for(page, "Imported")
    visit.shot(page, "imported")
    visit.check(len(people(visit, page)) == SOUND + 1, f"here are {people(visit, page)}")

    # Mended, it is one file again; what was imported before is not repeated.
    upload(visit, page, hand, as_file(sound_rows(), "mended.csv"))
    hand.press(page, "Preview changes")
    wait_for(page, "What this file would change")
    visit.shot(page, "mended")
    # One row had a preferred name before; a blank cell takes nothing away.
    figures_are(visit, page, new=len(MISTAKES), refused=0)
    expect(page.get_by_role("heading", name="Refused rows")).to_have_count(0)
    hand.press(page, " changes")
    wait_for(page, "Imported")
    visit.check(len(people(visit, page)) == len(NAMES) + 1, f"here are {people(visit, page)}")

    # The last import first: the one before it is built upon.
    undo(visit, page, hand, "mended.csv")
    visit.check(len(people(visit, page)) == SOUND + 1, f"here are {people(visit, page)}")
    undo(visit, page, hand, "roster.csv")
    visit.check(people(visit, page) == ["Ada Núñez"], f"still here: {people(visit, page)}")


def import_and_undo(visit, page, hand, how, by_hand=False):
    """From the file to the undone import, without a look at anything else."""
    file = as_file(messy_rows(), f"{how}.csv")
    upload(visit, page, hand, file)
    hand.press(page, "Preview changes")
    wait_for(page, "What this file would change", by_hand)
    visit.shot(page, f"{how}-preview")
    figures_are(visit, page, new=SOUND, refused=len(MISTAKES))
    hand.press(page, f"Import {SOUND} changes")
    wait_for(page, "Imported", by_hand)
    visit.check(len(people(visit, page)) == SOUND + 1, f"{how}: here are {people(visit, page)}")
    undo(visit, page, hand, file["name"])
    visit.check(people(visit, page) == ["Ada Núñez"], f"{how}: {people(visit, page)}")


def upload(visit, page, hand, file):
    page.goto(visit.url + LIST)
    hand.choose_file(page, "Roster file", file)
    hand.press(page, "Read the file")
    expect(page.get_by_role("heading", level=1)).to_have_text("Check the columns")


def check_columns(visit, page):
    visit.shot(page, "columns")
    for title in HEADER:
        chosen = page.get_by_label(title, exact=True).locator("option:checked").inner_text()
        visit.check(chosen != "Leave out", f"the column {title} is not recognized")
    # Windows-1252, not the signs of a wrong guess.
    expect(page.get_by_role("main")).to_contain_text("Núñez")
    expect(page.get_by_role("main")).not_to_contain_text("\ufffd")


def check_refusals(visit, page):
    rows = page.locator("table").filter(has_text="Reason").locator("tbody tr")
    seen = [tuple(row.locator("th, td").all_inner_texts()) for row in rows.all()]
    expected = [(str(line), column, reason) for line, column, _, reason in MISTAKES]
    visit.check(seen == expected, f"the refusals are {seen}")


def check_download(visit, page):
    with page.expect_download() as download:
        page.get_by_role("link", name=f"Download the {len(MISTAKES)} refused rows").click()
    text = download.value.path().read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    told = [(int(row["Line"]), row["Column"], row["Reason"]) for row in rows]
    expected = [(line, column, reason) for line, column, _, reason in MISTAKES]
    visit.check(told == expected, f"the download tells {told}")
    sent = messy_rows()
    own = [[row[title] for title in HEADER] for row in rows]
    visit.check(own == [sent[line - 1] for line, *_ in MISTAKES], f"the download holds {own}")


def figures_are(visit, page, *, new, refused):
    shown = {}
    for tile in page.locator(".tiles li").all():
        number, word = tile.inner_text().split()
        shown[word] = int(number)
    visit.check(shown.get("new") == new and shown.get("refused") == refused, f"tiles: {shown}")
    visit.check(sum(shown.values()) == len(NAMES), f"tiles lose or repeat rows: {shown}")


def wait_for(page, heading, by_hand=False):
    """Until the work is done; without a script someone has to look again."""
    title = page.get_by_role("heading", level=1)
    for _ in range(40 if by_hand else 0):
        if title.inner_text() == heading:
            return
        page.wait_for_timeout(250)
        page.get_by_role("link", name="Look again").click()
    expect(title).to_have_text(heading)


def people(visit, page):
    """Who is in the directory, by another window of the same person."""
    other = page.context.new_page()
    other.goto(visit.url + "/people")
    names = other.locator("main tbody tr").locator("a").all_inner_texts()
    other.close()
    return names


def undo(visit, page, hand, file_name):
    page.goto(visit.url + LIST)
    hand.press(page, file_name)
    hand.press(page, "Undo this import")
    expect(page.get_by_role("heading", level=1)).to_have_text("This import is undone")
    expect(page.get_by_role("button", name="Undo this import")).to_have_count(0)


def a_file_that_is_no_table(visit, page):
    page.goto(visit.url + LIST)
    page.get_by_label("Roster file").set_input_files(
        {"name": "photo.xlsx", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n\0\0"})
    page.get_by_role("button", name="Read the file").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Import a roster")
    visit.check(page.locator(".error, .notice.bad").count() > 0, "a picture is taken for a table")
    expect(page.get_by_role("link", name="photo.xlsx")).to_have_count(0)
    visit.shot(page, "no-table")
