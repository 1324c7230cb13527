"""Anyone finds a colleague in a moment, and nobody finds what is not theirs to see."""

import unicodedata
import urllib.parse

from playwright.sync_api import expect

OFFICE, RESIDENT = "GME office", "Resident"
PAGES_TO_LOOK_THROUGH = 12


def plain(name):
    """The name as it is typed in a hurry: no accents, no capitals."""
    split = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in split if not unicodedata.combining(letter)).lower()


def journey_by_name_from_any_page(visit):
    page = visit.context().new_page()
    visit.sign_in_as(page, OFFICE)
    name = someone_with_accents(visit, page)
    page.goto(visit.url + "/")
    page.keyboard.press("/")
    focused = page.evaluate("document.activeElement.name")
    visit.check(focused == "q", f"/ goes to {focused}, not to the search")
    page.keyboard.type(plain(name))
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?*")
    visit.shot(page, "found")
    found = page.get_by_role("main").get_by_role("link", name=name, exact=True).first
    expect(found).to_be_visible()
    found.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    visit.shot(page, "person")

    page.goto(visit.url + "/search?q=zzqx")
    expect(page.get_by_role("main")).to_contain_text("Nothing")
    visit.check(page.get_by_role("main").locator("li a").count() == 0, "nonsense finds something")


def someone_with_accents(visit, page):
    page.goto(visit.url + "/people")
    for _ in range(PAGES_TO_LOOK_THROUGH):
        for name in names_listed(page):
            # Letters of other scripts and those that only look accented are another story.
            if plain(name) != name.lower() and plain(name).isascii():
                return name
        page.locator("a[rel=next]").click()
    raise AssertionError("nobody's name has an accent")


def names_listed(page):
    return page.locator("main tbody tr").locator("a[href^='/people/']").all_inner_texts()


def journey_resident_on_a_phone(visit):
    office = visit.context().new_page()
    visit.sign_in_as(office, OFFICE)
    former, former_path = someone_former(visit, office)
    colleague, colleague_path = someone_here(visit, office)

    page = visit.context(width=390, height=844).new_page()
    visit.sign_in_as(page, RESIDENT)
    visit.shot(page, "home")
    page.get_by_role("searchbox").first.fill(colleague)
    page.keyboard.press("Enter")
    found = page.get_by_role("main").get_by_role("link", name=colleague, exact=True).first
    expect(found).to_be_visible()
    visit.shot(page, "found")
    found.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(colleague)
    visit.shot(page, "person")
    fits(visit, page)
    for forbidden in ("Record", "Edit", "Deactivate", "Mail a sign-in link"):
        shown = page.get_by_role("main").locator("a, button").filter(has_text=forbidden).count()
        visit.check(shown == 0, f"a resident is offered “{forbidden}” of a colleague")
    absent(visit, page, colleague_path + "/record")
    absent(visit, page, colleague_path + "/edit")

    # Who has left is not found: not by search, not in the list, not by address.
    search = "/search?" + urllib.parse.urlencode({"q": former})
    nobody(visit, page, search, former_path)
    nobody(visit, page, f"/people?presence=former&{urllib.parse.urlencode({'q': former})}",
           former_path)
    absent(visit, page, former_path)


def someone_here(visit, office):
    """A trainee other than the resident of the demonstration."""
    office.goto(visit.url + "/people?as=trainee")
    link = office.locator("main tbody a[href^='/people/']").nth(7)
    return link.inner_text(), link.get_attribute("href")


def someone_former(visit, office):
    """Someone who has left, whose name nobody who is here bears."""
    office.goto(visit.url + "/people?presence=former")
    links = office.locator("main tbody a[href^='/people/']").all()
    known = [(link.inner_text(), link.get_attribute("href")) for link in links]
    for name, path in known:
        office.goto(visit.url + "/people?" + urllib.parse.urlencode({"q": name}))
        if not names_listed(office):
            return name, path
    raise AssertionError("everyone who left has a namesake here")


def nobody(visit, page, path, former_path):
    page.goto(visit.url + path)
    paths = page.locator("main a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    visit.check(former_path not in paths, f"{path} leads a resident to someone who left")


def absent(visit, page, path):
    status = page.goto(visit.url + path).status
    visit.check(status == 404, f"{path} answers a resident {status}")


def fits(visit, page):
    needed = page.evaluate("document.documentElement.scrollWidth")
    visit.check(needed <= 390, f"{page.url} needs {needed} px on a phone")


def journey_a_record_leaves_a_trace(visit):
    resident = visit.context().new_page()
    visit.sign_in_as(resident, RESIDENT)
    resident.get_by_role("banner").first.get_by_label("Account").click()
    resident.get_by_role("link", name="My page").click()
    resident.wait_for_url("**/people/*")
    name = resident.get_by_role("heading", level=1).inner_text()
    own_path = urllib.parse.urlsplit(resident.url).path
    before = reads_told(visit, resident)

    office = visit.context().new_page()
    visit.sign_in_as(office, OFFICE)
    opener = office.get_by_role("banner").first.get_by_label("Account").inner_text()
    office.goto(visit.url + own_path + "/record")
    expect(office.get_by_role("main")).to_contain_text("shown to the person")
    expect(office.get_by_role("main")).not_to_contain_text("Legal name")
    visit.check(reads_told(visit, resident) == before, "a look at the gate leaves a trace")
    office.get_by_role("button", name="Open the record").click()
    expect(office.get_by_role("main")).to_contain_text("Legal name")
    visit.shot(office, "record")

    visit.check(reads_told(visit, resident) == before + 1, f"{name} is not told")
    expect(resident.locator("main tbody tr").first).to_contain_text(opener.split()[-1])
    visit.shot(resident, "who-opened")
    # Their own look is no news to them.
    resident.goto(visit.url + own_path + "/record")
    expect(resident.get_by_role("main")).to_contain_text("Legal name")
    visit.check(reads_told(visit, resident) == before + 1, "one's own look leaves a trace")


def reads_told(visit, page):
    page.goto(visit.url + "/who-opened-my-record")
    expect(page.get_by_role("heading", level=1)).to_have_text("Who opened your record")
    return page.locator("main tbody tr").count()
