"""An election of peers from its checklist to its seats, over three days.

On the first it is set up and people stand; on the second it opens by itself, and people vote by
keyboard, by touch and without JavaScript; on the third it is counted, certified and repeated.
"""

import contextlib
import re
import subprocess
import tempfile

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import expect

import harness
import page_checks
from electors import Electors, picture, sign_in
from hands import Keyboard
from own_institution import demonstration_on
from page_checks import check_quickly
from paper import candidates, drag, fill, ranks

CHIEF, RESIDENT, FELLOW, STEWARD = (
    "Chief resident", "Resident", "Fellow", "Demographic steward")
SETUP, VOTING, RESULT = "2027-02-01", "2027-02-02", "2027-02-03"
TITLE = "Delegates of the winter"
SECRET = b"51 degrees north"
PHONE = {"width": 375, "height": 800}
# Below the public threshold only names are published.
VOTERS = 12
# The job that opens runs each minute.
JOB_MILLISECONDS = 100_000


def journey_from_checklist_to_seat(visit):
    with tempfile.TemporaryDirectory() as folder:
        electors = Electors(f"{folder}/council.sqlite")
        harness.fill(electors.path, "--today", SETUP)
        people = electors.offer(VOTERS - 3)
        with demonstration_on(visit, electors.path, SETUP):
            path = set_up(visit, electors.address("demographic_steward"))
            see_opening_refused(visit, path)
            nominate(visit, path, electors, people)
        with demonstration_on(visit, electors.path, VOTING):
            opened(visit, path)
            receipt = vote(visit, path, electors, people)
        with demonstration_on(visit, electors.path, RESULT):
            count(visit, path)
            repeat(visit, path, folder)
            look_up(visit, path, receipt)


# The first day: a checklist that cannot be got wrong, and people who stand.

def set_up(visit, officer):
    page = signed_in(visit, CHIEF)
    page.goto(visit.url + "/organizations?q=resident+council")
    page.get_by_role("main").get_by_role("link", name="Resident Council").first.click()
    page.get_by_role("link", name="Elections", exact=True).last.click()
    page.get_by_role("link", name="Set up an election").click()
    page.get_by_label("Title").fill(TITLE)
    page.get_by_label("How many are elected").fill("2")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("main")).to_contain_text("4 things are missing still.")
    for missing in ["Choose the day of the roll.", "Choose when nominations open and close.",
                    "Choose when voting begins and ends.", "Name an election officer"]:
        expect(page.get_by_role("main")).to_contain_text(missing)
    expect(page.get_by_role("button", name="Announce it")).to_have_count(0)
    path = page.url.removeprefix(visit.url)
    check(visit, page, path, "draft")
    edit(visit, page, path, {
        "Day of the roll": SETUP, "Nominations open": f"{SETUP}T08:00",
        "Nominations close": f"{VOTING}T08:00", "Voting begins": f"{VOTING}T08:00",
        "Voting ends": f"{RESULT}T08:00", "Election officer": officer})
    expect(page.get_by_role("main")).to_contain_text("Everything is there.")
    announce_stale(visit, page, path, officer)
    expect(page.get_by_role("main")).to_contain_text("Nobody stands yet.")
    visit.shot(page, "announced")
    return path


def edit(visit, page, path, values):
    page.goto(visit.url + path + "/edit")
    for label, value in values.items():
        page.get_by_label(label).fill(value)
    page.get_by_role("button", name="Save").click()


def announce_stale(visit, page, path, officer):
    """In another window something is taken back: announcing names it, and all of it."""
    other = page.context.new_page()
    edit(visit, other, path, {"Day of the roll": "", "Election officer": ""})
    page.get_by_role("button", name="Announce it").click()
    expect(page.get_by_role("main")).to_contain_text("Not yet. Choose the day of the roll.")
    expect(page.get_by_role("main")).to_contain_text("Name an election officer")
    page_checks.check_axe(visit, page, "announcing-refused")
    edit(visit, other, path, {"Day of the roll": SETUP, "Election officer": officer})
    other.close()
    page.goto(visit.url + path)
    page.get_by_role("button", name="Announce it").click()


def nominate(visit, path, electors, people):
    page = signed_in(visit, RESIDENT, **PHONE)
    page.goto(visit.url + path)
    page.get_by_role("link", name="Stand for election").click()
    check(visit, page, path + "/stand", "stand")
    page.get_by_label("Why vote for you").fill("Schedules six weeks ahead, and a lit parking lot.")
    page.get_by_role("button", name="Stand for election").click()
    show_picture(visit, page, path)
    page.goto(visit.url + path + "/propose")
    page.get_by_label("Trainee").fill(electors.address("fellow"))
    page.get_by_role("button", name="Propose").click()
    expect(page.get_by_role("main")).to_contain_text("They are asked now")

    page = signed_in(visit, FELLOW)
    page.get_by_role("link", name=f"You were proposed in “{TITLE}”").click()
    visit.shot(page, "proposed")
    page.get_by_role("link", name="Accept", exact=True).click()
    page.get_by_role("button", name="Stand for election").click()
    expect(page.get_by_role("main")).to_contain_text("You stand in this election.")
    for person in people[:2]:
        page = visit.context(state=sign_in(visit, person)).new_page()
        page.goto(visit.url + path + "/stand")
        page.get_by_role("button", name="Stand for election").click()
        page.context.close()


def show_picture(visit, page, path):
    """A program in a picture's clothes is refused; a picture loses what the camera wrote."""
    page.get_by_role("link", name="Your picture").click()
    check(visit, page, path + "/portrait", "portrait")
    choose = page.locator("input[type=file]")
    choose.set_input_files({"name": "me.jpg", "mimeType": "image/jpeg", "buffer": b"MZ\x90" * 200})
    page.get_by_role("button", name="Show it").click()
    expect(page.get_by_role("alert")).to_be_visible()
    choose.set_input_files(
        {"name": "me.png", "mimeType": "image/png", "buffer": picture(SECRET)})
    page.get_by_role("button", name="Show it").click()
    expect(page.get_by_role("main")).to_contain_text("Your picture is shown.")
    shown = page.get_by_role("img", name=re.compile("Picture of"))
    shown.scroll_into_view_if_needed()
    page.wait_for_function("image => image.complete", arg=shown.element_handle())
    visit.check(shown.evaluate("image => image.naturalWidth") == 96, "the picture does not show")
    body = page.request.get(visit.url + shown.get_attribute("src")).body()
    visit.check(SECRET not in body, "the picture still says where it was taken")
    check(visit, page, path, "candidates")


def see_opening_refused(visit, path):
    """Whoever opens before its time, by a page of their own making, reads each missing thing."""
    page = signed_in(visit, CHIEF)
    page.goto(visit.url + path)
    expect(page.get_by_role("button", name="Open the voting")).to_have_count(0)
    page.locator("form[action='/sign-out']").evaluate(
        "(form, path) => { form.action = path; form.submit(); }", path + "/open")
    expect(page.get_by_role("main")).to_contain_text("Nominations are open until")
    expect(page.get_by_role("main")).to_contain_text("Nobody stands.")
    page_checks.check_axe(visit, page, "opening-refused")
    visit.shot(page, "opening-refused")


# The second day: it opens by itself, and people vote in three ways.

def opened(visit, path):
    page = signed_in(visit, CHIEF)
    page.goto(visit.url + path)
    vote = page.get_by_role("link", name="Vote", exact=True)
    # At its time a job opens it, which nobody has to wait for with a finger on a button.
    for _ in range(JOB_MILLISECONDS // 1000):
        if vote.count():
            break
        page.wait_for_timeout(1000)
        page.reload()
    expect(vote).to_be_visible()
    check(visit, page, path, "open")


def vote(visit, path, electors, people):
    election = path.split("/")[-1]
    by_keyboard(visit, path)
    visit.check(electors.cast(election) == 1, "the keyboard's ballot is not in the urn once")
    by_touch(visit, path)
    visit.check(electors.cast(election) == 2, "the finger's ballot is not in the urn once")
    receipt = by_numbers(visit, path)
    visit.check(electors.cast(election) == 3, "the ballot without script is not in the urn once")
    for number, person in enumerate(people):
        plainly(visit, path, person, number)
    visit.check(electors.cast(election) == VOTERS, "not every ballot is in the urn once")
    return receipt


def by_keyboard(visit, path):
    page = signed_in(visit, RESIDENT)
    check(visit, page, path + "/ballot", "ballot")
    page.goto(visit.url + path + "/ballot")
    names = candidates(page)
    hands = Keyboard()
    for name, place in [(names[2], "1"), (names[0], "2")]:
        hands.reach(page, name, exact=True)
        page.keyboard.press("ArrowUp")
        heard(visit, page, name, place)
        page.evaluate("document.activeElement.blur()")
    # Up once more, then the button beside it back down.
    hands.reach(page, f"Move {names[0]} up")
    page.keyboard.press("Enter")
    heard(visit, page, names[0], "1", focus=f"Move {names[0]} up")
    visit.check(candidates(page)[:2] == [names[0], names[2]], f"the list is {candidates(page)}")
    hands.reach(page, f"Move {names[0]} down")
    page.keyboard.press("Space")
    heard(visit, page, names[0], "2", focus=f"Move {names[0]} down")
    page.keyboard.press("ArrowDown")
    heard(visit, page, names[0], "not ranked", focus=f"Move {names[0]} down")
    page.keyboard.press("ArrowUp")
    heard(visit, page, names[0], "2", focus=f"Move {names[0]} down")
    visit.shot(page, "ballot-ranked")
    page.evaluate("document.activeElement.blur()")
    hands.press(page, "Look at my ballot")
    summary(visit, page, names[2], names[0])
    # The same ballot on a second device, which comes too late.
    second = visit.context(state=page.context.storage_state()).new_page()
    look(visit, second, path, [names[1]])
    hands.press(page, "Cast this ballot")
    expect(page.get_by_role("main")).to_contain_text("It counts once.")
    second.get_by_role("button", name="Cast this ballot").click()
    expect(second.get_by_role("main")).to_contain_text("Your ballot is cast already")
    visit.shot(second, "second-device")


def heard(visit, page, name, place, focus=None):
    """What was moved keeps the focus, and a screen reader says where it stands."""
    expect(page.locator("p.vh[role=status]")).to_have_text(f"{name}: {place}")
    now = page.evaluate("""() => document.activeElement.getAttribute('aria-label')
        || document.activeElement.labels?.[0]?.innerText""")
    visit.check(now == (focus or name), f"the focus is on {now} when {name} has moved")


def by_touch(visit, path):
    state = visit.state_as(FELLOW)
    page = visit.context(**PHONE, state=state, touch=True).new_page()
    page.goto(visit.url + path + "/ballot")
    visit.shot(page, "ballot-phone")
    names = candidates(page)
    drag(page, names[3], names[0])
    visit.check(ranks(page) == {names[3]: "1"}, f"one drag gave {ranks(page)}")
    drag(page, names[1], names[3])
    visit.check(ranks(page) == {names[1]: "1", names[3]: "2"}, f"two drags gave {ranks(page)}")
    drag(page, names[1], names[3])
    visit.check(ranks(page) == {names[3]: "1", names[1]: "2"}, f"three drags gave {ranks(page)}")
    drag(page, names[3], candidates(page)[-1])
    visit.check(ranks(page) == {names[1]: "1"}, f"a drag to the end gave {ranks(page)}")
    drag(page, names[3], names[0])
    visit.check(ranks(page) == {names[1]: "1", names[3]: "2"}, f"a drag back gave {ranks(page)}")
    page_checks.check_axe(visit, page, "ballot-phone")
    visit.shot(page, "ballot-phone-ranked")
    page.get_by_role("button", name="Look at my ballot").click()
    summary(visit, page, names[1], names[3])
    page.get_by_role("button", name="Cast this ballot").dblclick()
    expect(page.get_by_role("main")).to_contain_text("It counts once.")
    visit.shot(page, "cast-phone")
    page_checks.check_axe(visit, page, "cast-phone")
    go_back(visit, page, path)


def go_back(visit, page, path):
    """The back button shows the form again, or a page of the browser's own that asks first, which
    is nobody's to look at; either way the ballot is cast."""
    receipt = page.locator("#receipt").inner_text().strip()
    with contextlib.suppress(PlaywrightError):
        page.go_back()
    again = page.get_by_role("button", name="Cast this ballot")
    if again.count():
        again.click()
        expect(page.locator("#receipt")).to_have_text(receipt)
    beside = page.context.new_page()
    beside.goto(visit.url + path + "/ballot")
    expect(beside.get_by_role("main")).to_contain_text("Your ballot is cast already")


def by_numbers(visit, path):
    """Without JavaScript: a doubled number is refused by name, and nothing typed is lost."""
    page = visit.context(**PHONE, state=visit.state_as(CHIEF), javascript=False).new_page()
    page.goto(visit.url + path + "/ballot")
    visit.check(page.locator("[data-by]:visible").count() == 0, "buttons show that need the script")
    names = candidates(page)
    fill(page, {names[0]: "2", names[1]: "2", names[3]: "1"})
    page.get_by_role("button", name="Look at my ballot").click()
    wrong = f"Rank 2 is given to both {names[0]} and {names[1]}."
    expect(page.get_by_role("alert")).to_contain_text(wrong)
    typed = {names[0]: "2", names[1]: "2", names[3]: "1"}
    visit.check(ranks(page) == typed, f"of what was typed {ranks(page)} is left")
    visit.shot(page, "ballot-refused-phone")
    fill(page, {names[1]: "3"})
    page.get_by_role("button", name="Look at my ballot").click()
    summary(visit, page, names[3], names[0])
    page.get_by_role("button", name="Change it").click()
    visit.check(ranks(page) == typed | {names[1]: "3"}, f"changing began with {ranks(page)}")
    page.get_by_role("button", name="Look at my ballot").click()
    page.get_by_role("button", name="Cast this ballot").click()
    expect(page.get_by_role("main")).to_contain_text("It counts once.")
    receipt = page.locator("#receipt").inner_text().strip()
    # The back button, and the form once more: the browser sends the same ballot again.
    page.reload()
    expect(page.locator("#receipt")).to_have_text(receipt)
    page.goto(visit.url + path + "/ballot")
    expect(page.get_by_role("main")).to_contain_text("Your ballot is cast already")
    return receipt


def plainly(visit, path, person, number):
    page = visit.context(state=sign_in(visit, person), javascript=False).new_page()
    page.goto(visit.url + path + "/ballot")
    names = candidates(page)
    look(visit, page, path, [names[number % 4], names[(number + 1) % 4]])
    page.get_by_role("button", name="Cast this ballot").click()
    expect(page.get_by_role("main")).to_contain_text("It counts once.")
    page.context.close()


def look(visit, page, path, names):
    page.goto(visit.url + path + "/ballot")
    fill(page, {name: str(place + 1) for place, name in enumerate(names)})
    page.get_by_role("button", name="Look at my ballot").click()


def summary(visit, page, first, second):
    """The page before casting says in words what will be counted, and is all in sight."""
    main = page.get_by_role("main")
    expect(main).to_contain_text(f"Your ballot counts for {first}.")
    expect(main).to_contain_text(f"it goes on to {second}")
    expect(main).to_contain_text("cannot be changed")
    expect(main).to_contain_text("That you voted")
    size = page.viewport_size
    page.set_viewport_size({"width": page_checks.PHONE_WIDTH, "height": 700})
    page_checks.check_width(visit, page, "summary")
    page.set_viewport_size(size)
    visit.shot(page, f"summary-{size['width']}")


# The third day: counted, certified, and counted again by whoever wants to.

def count(visit, path):
    page = signed_in(visit, STEWARD)
    page.goto(visit.url + path + "/results")
    # The job that closes may have been quicker.
    if page.get_by_role("button", name="Close and count").count():
        page.get_by_role("button", name="Close and count").click()
    expect(page.get_by_role("main")).to_contain_text("Only you see this page until then.")
    check(visit, page, path + "/results", "counted")
    page.get_by_role("button", name="Certify the result").click()
    expect(page.get_by_role("main")).to_contain_text("The result is certified.")


def repeat(visit, path, folder):
    page = signed_in(visit, RESIDENT, **PHONE)
    page.goto(visit.url + path)
    page.get_by_role("link", name="Result", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text(f"{VOTERS} of ")
    visit.check(page.get_by_role("main").get_by_text("Not seated").count() == 0, "not seated")
    visit.shot(page, "results-phone")
    check(visit, page, path + "/results", "results")
    ballots = save(page, "Ballots (.blt)", f"{folder}/ballots.blt")
    report = save(page, "Report (JSON)", f"{folder}/report.json")
    visit.check(ballots.startswith(b"4 2\n"), f"the file begins with {ballots[:10]}")
    command = page.locator("pre").inner_text().split()
    counted = subprocess.run([harness.BINARY, *command[1:]], cwd=folder, check=True,
                             capture_output=True, stdin=subprocess.DEVNULL).stdout
    visit.check(counted == report, "the command does not repeat the published report")


def save(page, name, file):
    with page.expect_download() as download:
        page.get_by_role("link", name=name).click()
    download.value.save_as(file)
    with open(file, "rb") as kept:
        return kept.read()


def look_up(visit, path, receipt):
    page = signed_in(visit, CHIEF, **PHONE)
    check(visit, page, path + "/receipt", "receipt")
    page.goto(visit.url + path + "/results")
    page.get_by_role("link", name="Is my ballot in the list?").click()
    page.get_by_label("Your receipt").fill(receipt.upper())
    page.get_by_role("button", name="Look it up").click()
    expect(page.get_by_role("main")).to_contain_text("Yes: a ballot with this receipt")
    visit.shot(page, "receipt-found")


# What the days share.

def signed_in(visit, role, **settings):
    page = visit.context(**settings).new_page()
    return visit.sign_in_as(page, role)


def check(visit, page, path, name):
    check_quickly(visit, path, name, state=page.context.storage_state())
