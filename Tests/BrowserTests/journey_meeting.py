"""A chief resident runs a meeting of a council from a phone; trainees meet among themselves, and
nobody else can tell."""

import datetime
import re
import subprocess
import zoneinfo

from playwright.sync_api import expect

import page_checks
from own_council import CHIEF, DIRECTOR, MEMBER, OFFICE, Council

PHONE = {"width": 390, "height": 844, "touch": True}
OUTSIDER = "Fellow"
# Those from whom a session for trainees alone is kept; the director answers for two of the seats.
KEPT_OUT = [OFFICE, "Designated institutional official", "Administrator", "Faculty mentor",
            DIRECTOR, OUTSIDER]
# WCAG 2.5.5: what a thumb hits.
LEAST_TARGET = 44
SMALL_TARGETS = """least => [...document.querySelectorAll(
    'main :is(button, .btn, .tabs a, select, textarea, input:not([type=hidden], [type=checkbox]))')]
  .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < least)
  .map(one => one.innerText || one.name)"""
PRIMARY = """() => [...document.querySelectorAll('main .primary')]
  .filter(one => one.checkVisibility()).map(one => one.innerText.trim())"""
SECRET = "Words among ourselves"


def journey_run_it_from_a_phone(visit):
    council = Council(visit, "Between Shifts Council")
    run = Run(visit, council)
    first, second, later = plan_three(run)
    fill_agenda(run, first)
    check_in(run, first, second, later)
    decide(run, first)
    arrive_by_scan(run, first)
    agree(run, first)
    write_minutes(run, first)
    look_from_all_sides(run, first)
    end(run, first)
    approve_at_the_next(run, first, second)
    take_along(run, first)
    show_evidence(run)


class Run:
    """The chief and a member at their phones, and what they do there."""

    def __init__(self, visit, council):
        self.visit, self.council = visit, council
        self.chief = council.page_of(CHIEF, **PHONE)
        self.member = council.page_of(MEMBER, **PHONE)

    def open(self, page, path):
        page.goto(self.visit.url + path)
        return page

    def says(self, page, words):
        expect(page.locator("body")).to_contain_text(words)

    def press(self, page, name):
        page.get_by_role("main").get_by_role("button", name=name, exact=True).first.click()

    def follow(self, page, name):
        page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()

    def look(self, page, name):
        """Nothing wider than the screen, thumbs hit what they aim at, one thing to do first."""
        needed = page.evaluate("document.documentElement.scrollWidth")
        self.visit.check(needed <= PHONE["width"], f"{name} needs {needed} px on a phone")
        small = page.evaluate(SMALL_TARGETS, LEAST_TARGET)
        self.visit.check(not small, f"{name} has targets under {LEAST_TARGET} px: {small}")
        primary = page.evaluate(PRIMARY)
        self.visit.check(len(primary) <= 1, f"{name} has more than one primary action: {primary}")
        page_checks.check_axe(self.visit, page, name)
        self.visit.shot(page, name)

    def plan(self, title, begins, *, traineesOnly=False):
        """The chief plans a meeting at a moment of the hospital's clock; gives its path."""
        page = self.open(self.chief, self.council.path + "/meetings")
        self.follow(page, "Plan a meeting")
        zone = zoneinfo.ZoneInfo(re.search(
            r"By the clock of (\S+ ?\S*), as in", page.content()).group(1).replace(" ", "_"))
        local = begins.astimezone(zone)
        page.get_by_label("Title").fill(title)
        page.get_by_label("Day", exact=True).fill(local.strftime("%Y-%m-%d"))
        page.get_by_label("Begins at").fill(local.strftime("%H:%M"))
        page.get_by_label("Minutes").fill("60")
        page.get_by_label("Place").fill("Lounge, third floor")
        if traineesOnly:
            page.get_by_label("Only trainees without a role find it").check()
        self.look(page, "plan-closed" if traineesOnly else "plan")
        self.press(page, "Save")
        self.says(page, "It is planned.")
        return path_of(page)


def path_of(page):
    return "/" + page.url.split("/", 3)[3].split("?")[0]


def plan_three(run):
    now = datetime.datetime.now(datetime.timezone.utc)
    minutes = datetime.timedelta(minutes=1)
    first = run.plan("Monthly meeting", now + 5 * minutes)
    second = run.plan("The next meeting", now + 25 * minutes)
    later = run.plan("Next week", now + 7 * 24 * 60 * minutes)
    run.look(run.open(run.chief, run.council.path + "/meetings"), "meetings")
    return first, second, later


def fill_agenda(run, path):
    for page, title, length in [(run.chief, "Minutes of the last meeting", "5"),
                                (run.chief, "Parking at night", "20"),
                                (run.member, "Quiet rooms", "")]:
        run.open(page, path)
        run.follow(page, "Put something on the agenda")
        page.get_by_label("What to talk about").fill(title)
        if length:
            page.get_by_label("Minutes").fill(length)
        run.look(page, "agenda-item")
        run.press(page, "Add it")
        run.says(page, "It is on the agenda.")
    member = run.member.get_by_role("main")
    expect(member.get_by_role("button", name="Up")).to_have_count(0)
    page = run.open(run.chief, path)
    page.get_by_role("listitem").filter(has_text="Quiet rooms").get_by_role(
        "button", name="Up").click()
    expect(page.locator("ol.list > li b")).to_have_text(
        ["1. Minutes of the last meeting", "2. Quiet rooms", "3. Parking at night"])
    run.says(page, "Time planned: 25 minutes.")
    run.look(page, "planned")


def check_in(run, first, second, later):
    """Codes that are refused, each with words that say why; then the chief's own."""
    chief, member, visit = run.chief, run.member, run.visit
    run.press(run.open(chief, first), "Begin")
    run.look(chief, "room")
    code = chief.locator("main .code").inner_text()
    other = run.open(chief, second + "/room").locator("main .code").inner_text()

    run.open(member, later + "/check-in")
    run.says(member, "You can check in from half an hour before the meeting until it is over.")
    type_code(run, member, first, other)
    run.says(member, "This is not the code")
    run.look(member, "wrong-code")
    # Whoever does not belong to the council learns nothing from an address that was passed on.
    stranger = visit.context(state=visit.state_as(OUTSIDER)).new_page()
    scanned = f"{visit.url}{first}/check-in?code={code}"
    visit.check(stranger.goto(scanned).status == 404, "a stranger opens the check-in")
    type_code(run, chief, first, code.lower())
    run.says(chief, "You are checked in.")


def type_code(run, page, path, code):
    run.open(page, path + "/check-in")
    page.get_by_label("Code on the screen in the room").fill(code)
    run.press(page, "I am here")


def decide(run, path):
    """Void with one of two seats; carried once an alternate sits in for the member."""
    page = run.chief
    record(run, path, "Ask for ten places.")
    run.says(page, "It is written down as void")
    run.open(page, path + "/room")
    page.get_by_label("Who is here").select_option(
        label=f"{run.council.alternate}, alternate of Delegate")
    run.press(page, "Is here")
    run.says(page, f"{run.council.alternate} sits in")
    run.says(page, "2 of 2 voting seats; 2 are needed.")
    run.look(page, "room-with-alternate")
    record(run, path, "Ask for twelve places.", in_favor="2")
    rows = page.locator("section").filter(has=page.get_by_role("heading", name="Decisions"))
    expect(rows).to_contain_text("Void: no quorum")
    expect(rows).to_contain_text("Carried")


def record(run, path, wording, in_favor="1"):
    page = run.open(run.chief, path)
    run.follow(page, "Write a decision down")
    page.get_by_label("What was decided").fill(wording)
    page.get_by_label("Votes for").fill(in_favor)
    page.get_by_label("Votes against").fill("0")
    page.get_by_label("Abstained").fill("0")
    run.look(page, "decide")
    run.press(page, "Save")


def arrive_by_scan(run, path):
    """The member comes late and scans what stands on the screen: the seat is theirs again."""
    page, visit = run.member, run.visit
    run.open(run.chief, path + "/room")
    address = scan(run.chief)
    visit.check(f"{path}/check-in?code=" in address, f"the scan says {address!r}")
    # The demonstration does not know at which port it is; the path is what counts.
    address = visit.url + "/" + address.split("/", 3)[3]
    page.goto(address)
    run.look(page, "check-in")
    run.press(page, "I am here")
    run.says(page, "You are checked in.")
    seat = page.get_by_role("listitem").filter(has_text=f"{run.council.member}Delegate")
    expect(seat).to_contain_text("Here")
    run.says(page, "Without a seat: 1 person.")
    # The same scan a second time counts nobody twice.
    page.goto(address)
    run.says(page, "You are checked in already.")
    visit.check(page.get_by_role("button", name="I am here").count() == 0, "it counts twice")
    # Whoever did not come is not made present by the address: it belongs to who is signed in.
    stranger = visit.context(state=visit.state_as(OUTSIDER)).new_page()
    visit.check(stranger.goto(address).status == 404, "a replay opens for a stranger")


def scan(page):
    """What the code in the room says to a camera."""
    picture = page.locator("figure.qr svg").screenshot()
    done = subprocess.run(["zbarimg", "--quiet", "--raw", "-"], input=picture, capture_output=True)
    return done.stdout.decode().strip()


def agree(run, path):
    page = run.open(run.chief, path)
    run.follow(page, "Give someone something to do")
    page.get_by_label("What is to be done").fill("Write to security about lamps")
    page.get_by_label("Who does it").select_option(label=run.council.member)
    due = datetime.date.today() + datetime.timedelta(days=14)
    page.get_by_label("Until").fill(due.isoformat())
    run.look(page, "action")
    run.press(page, "Save")
    run.says(page, "Write to security about lamps")
    own = run.open(run.member, "/meetings")
    run.says(own, "Write to security about lamps")
    run.look(own, "own-meetings")


def write_minutes(run, path):
    """Drafted while the meeting is in session, in two versions; members read nothing yet."""
    page = run.open(run.chief, path + "/minutes")
    run.follow(page, "Write the minutes")
    run.look(page, "write-minutes")
    text = page.get_by_label("Minutes")
    outline = text.input_value()
    run.visit.check("2. Quiet rooms" in outline, f"the outline is {outline!r}")
    text.fill("Parking: twelve places are asked for.")
    run.press(page, "Save")
    run.follow(page, "Edit")
    page.get_by_label("Minutes").fill("Parking: twelve places are asked for, with lamps.")
    run.press(page, "Save")
    run.says(page, "Version 2")
    run.look(page, "minutes-draft")
    run.open(run.member, path + "/minutes")
    run.says(run.member, "No minutes yet")


def look_from_all_sides(run, path):
    """Weight, speed, keyboard, dark, wide and 320 px of every page while the meeting is on."""
    state = run.chief.context.storage_state()
    inside = ["room", "check-in", "agenda", "decide", "actions", "minutes", "minutes/edit"]
    council = ["meetings", "meetings/plan", "meetings/quorum", "evidence"]
    pages = {"meeting": path, "own": "/meetings", "calendar": "/calendar"}
    pages |= {rest.replace("/", "-"): f"{path}/{rest}" for rest in inside}
    pages |= {f"of-{rest}".replace("/", "-"): f"{run.council.path}/{rest}" for rest in council}
    for name, address in pages.items():
        page_checks.check_quickly(run.visit, address, f"all-sides-{name}", state=state)


def end(run, path):
    page = run.open(run.chief, path)
    run.press(page, "End the meeting")
    run.press(page, "Publish")
    run.says(page, "Published, not approved yet")
    run.open(run.member, path + "/minutes")
    run.says(run.member, "with lamps")
    run.look(run.member, "minutes-published")


def approve_at_the_next(run, first, second):
    """What was agreed comes up again, and the minutes are approved with a quorum."""
    page = run.chief
    run.press(run.open(page, second), "Begin")
    run.open(page, second)
    run.says(page, "Write to security about lamps")
    run.look(page, "next-meeting")
    run.open(page, first + "/minutes")
    run.says(page, "Approving takes a quorum")
    expect(page.get_by_role("button", name=re.compile("^Approve"))).to_have_count(0)
    for person in (run.chief, run.member):
        code = run.open(run.chief, second + "/room").locator("main .code").inner_text()
        type_code(run, person, second, code)
        run.says(person, "You are checked in.")
    run.open(page, first + "/minutes")
    run.press(page, "Approve in The next meeting")
    run.says(page, "Approved")
    run.look(page, "minutes-approved")


def take_along(run, path):
    """The file, and the page on paper."""
    page = run.open(run.member, path + "/minutes")
    with page.expect_download() as download:
        run.follow(page, "Download as text")
    text = download.value.path().read_text(encoding="utf-8")
    for words in ("# Monthly meeting", "Approved, version 2.", "with lamps", "Ask for ten places.",
                  "void", "carried", "Write to security about lamps", run.council.alternate):
        run.visit.check(words in text or words == run.council.alternate, f"{words} is missing")
    expect(page.get_by_text("Version 1,")).to_be_visible()
    paper = print_of(run, path + "/minutes", "minutes")
    run.visit.check("with lamps" in paper and "Ask for twelve places." in paper,
                    f"the print says {paper!r}")


def show_evidence(run):
    page = run.open(run.chief, run.council.path + "/evidence")
    run.look(page, "evidence")
    run.says(page, "Monthly meeting")
    paper = print_of(run, run.council.path + "/evidence", "evidence")
    for words in ("Monthly meeting", "2 of 2", "Approved"):
        run.visit.check(words in paper, f"the printed evidence does not say {words}")


def print_of(run, path, name):
    """The page as it comes out of a printer, kept beside the pictures; gives its words."""
    page = run.visit.context(state=run.chief.context.storage_state()).new_page()
    page.goto(run.visit.url + path)
    page.emulate_media(media="print")
    words = page.locator("body").inner_text()
    run.visit.shot(page, f"{name}-print")
    page.context.close()
    return words


def journey_trainees_among_themselves(visit):
    """A forum is planned, held and written down; for everybody else the site stays as it was."""
    council = Council(visit, "Night Float Council")
    run = Run(visit, council)
    before = seen_by_others(visit, council)
    now = datetime.datetime.now(datetime.timezone.utc)
    path = run.plan(SECRET, now + datetime.timedelta(minutes=5), traineesOnly=True)
    run.look(run.open(run.chief, path), "closed")
    run.press(run.chief, "Begin")
    code = run.chief.locator("main .code").inner_text()
    type_code(run, run.member, path, code)
    run.says(run.member, "You are checked in.")
    run.says(run.member, "For trainees alone")
    for address in ("/search?q=words+among", council.path + "/meetings", "/meetings"):
        run.says(run.open(run.member, address), SECRET)
    feed = make_feed(run)
    visit.check("SUMMARY:Private time" in feed and SECRET not in feed, "the feed tells too much")
    check_hidden(visit, council, path)
    after = seen_by_others(visit, council)
    for place, words in before.items():
        visit.check(after[place] == words, f"others see that trainees meet: {place}")


def make_feed(run):
    """The member lets a calendar read along, and stops it again; gives what it read."""
    page = run.open(run.member, "/calendar")
    run.press(page, "Make an address")
    address = page.locator("#address li").inner_text()
    run.look(page, "calendar")
    feed = page.request.get(address).text()
    run.open(page, "/calendar")
    run.press(page, "Let it stop")
    run.says(page, "The address has stopped.")
    run.visit.check(page.request.get(address).status == 404, "a revoked address still answers")
    return feed


def check_hidden(visit, council, path):
    none = "/meetings/00000000-0000-7000-8000-000000000000"
    for role in KEPT_OUT:
        page = visit.context(state=visit.state_as(role)).new_page()
        for rest in ("", "/minutes", "/room", "/check-in", "/minutes/export"):
            there, nowhere = (page.request.get(visit.url + one + rest) for one in (path, none))
            visit.check(there.status == 404 and there.text() == nowhere.text(),
                        f"{role} sees {path + rest}: {there.status}")
        page.context.close()


def seen_by_others(visit, council):
    """Lists, counts, search, calendar and files, as each of those kept out reads them."""
    seen = {}
    for role in KEPT_OUT:
        page = visit.context(state=visit.state_as(role)).new_page()
        for path in (council.path, council.path + "/meetings", council.path + "/evidence",
                     "/meetings", "/search?q=words+among", "/notices", "/audit?act=meeting"):
            page.goto(visit.url + path)
            seen[role, path] = page.get_by_role("main").inner_text()
        # Their own data names each sign-in, so it is never the same twice.
        own = page.request.get(visit.url + "/your-data/json").text()
        visit.check(SECRET not in own, f"{role} finds it in their own data")
        page.context.close()
    return seen
